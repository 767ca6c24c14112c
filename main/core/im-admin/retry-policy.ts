import type { Command } from './command.ts';
import type { Exchange } from './http-exchange.ts';
import { retryClassOf } from './vendor-codes.ts';

/** A first try and three more. */
export const MAX_ATTEMPTS = 4;
/** From the first sending on; a moderator must hear of a failure while it matters. */
export const GIVE_UP_MS = 25_000;

const FIRST_PAUSE_MS = { 'back-off': 300, rate: 1000 } as const;
const LONGEST_PAUSE_MS = 5_000;

/** The service's gateway gave up waiting for its own inside (tencent-im A2, 60008): it may have acted. */
const GATEWAY_TIME_OUT = 60008;

/** Codes with which the service slows down one command, and those with which it slows down the whole app. */
const COMMAND_OVER_RATE: readonly number[] = [60007, 60018, 60019];
const APP_OVER_RATE: readonly number[] = [60011, 60022];

/** Whether the service may have acted although this exchange did not say so. */
export const leavesDoubt = (result: Exchange): boolean =>
  result.kind === 'answer' ? result.code === GATEWAY_TIME_OUT : result.arrived === 'unknown';

const kindOfRetry = (command: Command, result: Exchange): 'back-off' | 'rate' | 'never' => {
  if (command.repeat === 'once' && leavesDoubt(result)) return 'never';
  if (result.kind === 'answer') return retryClassOf(result.code, command.origin);
  return result.again ? 'back-off' : 'never';
};

export type NextStep =
  | Readonly<{ type: 'stop' }>
  | Readonly<{ type: 'again'; afterMs: number; slowDown: 'nothing' | 'command' | 'app' }>;

/** What to do after a call that did not succeed. `random` is in [0, 1). */
export const nextStep = (
  command: Command,
  result: Exchange,
  attempt: number,
  elapsedMs: number,
  random: () => number,
): NextStep => {
  const retry = kindOfRetry(command, result);
  if (retry === 'never' || attempt >= MAX_ATTEMPTS) return { type: 'stop' };
  const pause = Math.min(LONGEST_PAUSE_MS, FIRST_PAUSE_MS[retry] * 2 ** (attempt - 1));
  // Half of the pause is left to chance, so that many consoles do not come back at the same moment.
  const afterMs = Math.round(pause * (0.5 + random() / 2));
  if (elapsedMs + afterMs > GIVE_UP_MS) return { type: 'stop' };
  return { type: 'again', afterMs, slowDown: slowDownFor(result) };
};

const slowDownFor = (result: Exchange): 'nothing' | 'command' | 'app' => {
  if (result.kind !== 'answer') return 'nothing';
  if (APP_OVER_RATE.includes(result.code)) return 'app';
  return COMMAND_OVER_RATE.includes(result.code) ? 'command' : 'nothing';
};
