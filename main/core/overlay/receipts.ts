import type { Clock } from '../ports.ts';

export type PurgeReceipt = {
  readonly overlayId: string;
  readonly clientId: string;
  /** True for the panel's own preview, which is not on air. */
  readonly preview: boolean;
  readonly obs: boolean;
  readonly answered: boolean;
  /** From the order to the answer; the whole wait where none came. */
  readonly ms: number;
  readonly removed: number;
};

type Answer = Pick<PurgeReceipt, 'answered' | 'removed'>;
type Waiting = {
  readonly purgeId: string;
  readonly clientId: string;
  readonly settle: (answer: Answer) => void;
};
type Timed = Pick<PurgeReceipt, 'answered' | 'removed' | 'ms'>;

const key = (purgeId: string, clientId: string) => `${purgeId} ${clientId}`;

export type Receipts = ReturnType<typeof createReceipts>;

/** Waits for the pages' answers to a purge, each until its time is up or its page is gone. */
export const createReceipts = (options: { readonly clock: Clock; readonly timeoutMs: number }) => {
  const { clock, timeoutMs } = options;
  const waiting = new Map<string, Waiting>();
  const unanswered: Answer = { answered: false, removed: 0 };

  const settle = (purgeId: string, clientId: string, answer: Answer) => {
    const entry = waiting.get(key(purgeId, clientId));
    waiting.delete(key(purgeId, clientId));
    entry?.settle(answer);
  };

  return {
    expect: (purgeId: string, clientId: string): Promise<Timed> =>
      new Promise((resolve) => {
        const since = clock.monotonic();
        const timer = clock.setTimeout(() => settle(purgeId, clientId, unanswered), timeoutMs);
        waiting.set(key(purgeId, clientId), {
          purgeId,
          clientId,
          settle: (answer) => {
            clock.clearTimeout(timer);
            resolve({ ...answer, ms: Math.round(clock.monotonic() - since) });
          },
        });
      }),
    answered: (purgeId: string, clientId: string, removed: number) =>
      settle(purgeId, clientId, { answered: true, removed }),
    /** The page went away before it answered. */
    gone: (clientId: string) => {
      for (const entry of [...waiting.values()]) {
        if (entry.clientId === clientId) settle(entry.purgeId, clientId, unanswered);
      }
    },
  };
};
