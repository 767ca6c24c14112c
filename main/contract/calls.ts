import type { z } from 'zod';
import { accountCalls } from './calls/account-calls.ts';
import { appCalls } from './calls/app-calls.ts';
import { desktopCalls } from './calls/desktop-calls.ts';
import { historyCalls } from './calls/history-calls.ts';
import { journalCalls } from './calls/journal-calls.ts';
import { moderationCalls } from './calls/moderation-calls.ts';
import { obsCalls } from './calls/obs-calls.ts';
import { overlayCalls } from './calls/overlay-calls.ts';
import { panicCalls } from './calls/panic-calls.ts';
import { passCalls } from './calls/pass-calls.ts';
import { rehearsalCalls } from './calls/rehearsal-calls.ts';
import { roomCalls } from './calls/room-calls.ts';
import { roomsCalls } from './calls/rooms-calls.ts';
import { serviceWordCalls } from './calls/service-word-calls.ts';
import { wordCalls } from './calls/word-calls.ts';

/**
 * Every call that a window can make: what goes in, what comes out, and which windows may call it. The handlers are a
 * `Record` over these names, so a call without a handler does not compile. The signing key
 * goes in by `account:check-key` and `account:add`; no output has room for it.
 */
export const calls = {
  ...appCalls,
  ...accountCalls,
  ...passCalls,
  ...roomsCalls,
  ...rehearsalCalls,
  ...roomCalls,
  ...moderationCalls,
  ...journalCalls,
  ...overlayCalls,
  ...obsCalls,
  ...panicCalls,
  ...wordCalls,
  ...serviceWordCalls,
  ...historyCalls,
  ...desktopCalls,
} as const;

export type CallName = keyof typeof calls;
export type CallInput<C extends CallName> = z.input<(typeof calls)[C]['input']>;
export type ParsedInput<C extends CallName> = z.output<(typeof calls)[C]['input']>;
export type CallOutput<C extends CallName> = z.infer<(typeof calls)[C]['output']>;
export const callNames = Object.keys(calls) as CallName[];
