import { z } from 'zod';
import type { Clock } from '../ports.ts';
import type { Document } from '../settings/documents.ts';

/** A ladder has at most so many steps worth counting to; older strikes of a person make room. */
const MOST_STRIKES = 50;
/** People with strikes that are kept; whoever had none for longest is forgotten. */
export const MOST_PEOPLE = 5000;
/** Strikes are written at most this often, ms; so much is lost when the machine stops dead. */
const WRITE_EVERY_MS = 2000;

export const strikesDocumentSchema = z.object({
  /** `<SDKAppID>:<userID>` → times of the strikes, ms since the epoch, oldest first; least recent person first. */
  people: z.record(z.string(), z.array(z.number()).max(MOST_STRIKES)).default({}),
});
export type StrikesDocument = z.output<typeof strikesDocumentSchema>;

/** How often a rule with a ladder was broken, by app and user. Bounded, and kept over restarts. */
export const createStrikes = (options: {
  readonly document: Document<StrikesDocument>;
  readonly clock: Pick<Clock, 'setTimeout' | 'clearTimeout'>;
}) => {
  const { document, clock } = options;
  const people = new Map<string, readonly number[]>(Object.entries(document.get().people));
  let timer: NodeJS.Timeout | undefined;

  const keyOf = (app: number, userId: string) => `${app}:${userId}`;

  const flush = () => {
    if (timer === undefined) return;
    clock.clearTimeout(timer);
    timer = undefined;
    document.set({ people: Object.fromEntries([...people].map(([key, times]) => [key, [...times]])) });
  };
  const changed = () => {
    timer ??= clock.setTimeout(flush, WRITE_EVERY_MS);
  };

  return {
    of: (app: number, userId: string): readonly number[] => people.get(keyOf(app, userId)) ?? [],
    add: (app: number, userId: string, at: number): void => {
      const key = keyOf(app, userId);
      const times = [...(people.get(key) ?? []), at].slice(-MOST_STRIKES);
      people.delete(key);
      people.set(key, times);
      const [oldest] = people.keys();
      if (people.size > MOST_PEOPLE && oldest !== undefined) people.delete(oldest);
      changed();
    },
    forget: (app: number, userId: string): void => {
      if (people.delete(keyOf(app, userId))) changed();
    },
    dispose: flush,
  };
};
export type Strikes = ReturnType<typeof createStrikes>;
