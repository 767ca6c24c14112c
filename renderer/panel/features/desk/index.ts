export { createDesk, type Desk } from './desk.ts';
export { personOfRow, rowOfItem, type Subject, subjectOfEntry, subjectOfPerson } from './subject.ts';
