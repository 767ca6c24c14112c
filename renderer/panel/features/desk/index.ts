export { createDesk, type Desk } from './desk.ts';
export { personOfRow, rowOfItem, type Subject, subjectOfEntry, textsOf } from './subject.ts';
