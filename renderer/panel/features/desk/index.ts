export { BAN_SECONDS, createDesk, type Desk } from './desk.ts';
export { personOfRow, type Subject } from './subject.ts';
