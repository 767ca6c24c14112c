import { type Fault, nothing, set, tell } from './fault.ts';
import type { Stage } from './stage.ts';

/** A fault that the service plays by itself, from one setting to its opposite. */
const played = (
  name: string,
  on: Readonly<Record<string, unknown>>,
  off: Readonly<Record<string, unknown>>,
): Fault => ({ name, start: (stage) => set(stage, on), end: (stage) => set(stage, off) });

const rest = (name: string, kind: string, times: number): Fault =>
  played(name, { rest: [{ kind, times }] }, { rest: [] });

const told = (name: string, route: string, body: (stage: Stage) => unknown): Fault => ({
  name,
  start: (stage) => tell(stage, route, body(stage)),
  end: nothing,
});

/** What the service and the way to it can do wrong. */
export const serviceFaults: readonly Fault[] = [
  told('socket cut', 'drop', () => ({})),
  {
    name: 'long outage',
    says: /Reconnecting|Blind for/,
    start: async (stage) => {
      await set(stage, { refuseSockets: true });
      await tell(stage, 'drop', {});
    },
    end: (stage) => set(stage, { refuseSockets: false }),
  },
  rest('REST answers 502', 'server-error', 3),
  rest('REST answers no JSON', 'malformed', 3),
  rest('REST answers half', 'half-answer', 2),
  rest('REST connection cut', 'drop', 3),
  rest('REST rate limit', 'rate-limit', 3),
  played('REST slower than the time-out', { restDelayMs: 7_000 }, { restDelayMs: 0 }),
  played(
    'slow socket',
    { socketDelayMs: 1_500, socketJitterMs: 1_000 },
    { socketDelayMs: 0, socketJitterMs: 0 },
  ),
  told('UserSig expires while live', 'expire', () => ({})),
  {
    // It is not fought over, or two consoles would throw each other out for ever: the VJ signs in again.
    name: 'kicked by another login',
    says: /signed in in another window/,
    start: (stage) => tell(stage, 'kick', { userId: stage.parts.service.vj, kind: 'multipleAccount' }),
    end: async (stage) => {
      await stage.parts.panel.getByRole('button', { name: 'Sign in' }).first().click();
      return undefined;
    },
  },
  played('service clock 10 min ahead', { clockSkewMs: 600_000 }, { clockSkewMs: 0 }),
  played('service clock 10 min behind', { clockSkewMs: -600_000 }, { clockSkewMs: 0 }),
  played('duplicates', { duplicates: 5 }, { duplicates: 0 }),
  played('out of order', { outOfOrder: true }, { outOfOrder: false }),
];
