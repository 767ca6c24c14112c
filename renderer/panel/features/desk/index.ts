export { createDesk, type Desk } from './desk.ts';
export { personOfRow, rowOfItem, type Subject, subjectOfPerson } from './subject.ts';
