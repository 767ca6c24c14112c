export { createDesk, type Desk } from './desk.ts';
export { personOfRow, rowOfItem, type Subject, subjectOfEntry } from './subject.ts';
