import { accountCases } from './accounts.ts';
import { memberCases } from './members.ts';
import { messageCases } from './messages.ts';
import type { RestCase } from './rest-case.ts';
import { roomCases } from './rooms.ts';
import { wordCases } from './words.ts';

/** `ann` and `bob` are accounts; `night-show` is a room in which both are, `spare` one to be destroyed. */
export const restCases: readonly RestCase[] = [
  ...roomCases,
  ...memberCases,
  ...messageCases,
  ...wordCases,
  ...accountCases,
];
