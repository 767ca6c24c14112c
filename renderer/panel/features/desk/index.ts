export { BAN_SECONDS, createDesk, type Desk } from './desk.ts';
export { personOfRow, rowOfItem, type Subject } from './subject.ts';
