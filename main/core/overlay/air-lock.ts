import type { VerdictLevel } from '../../contract/models/verdict.ts';
import type { Clock } from '../ports.ts';

/** Something on its way to the air. */
export type LockItem<T> = {
  readonly id: string;
  readonly userKey?: string | undefined;
  readonly level: VerdictLevel;
  readonly payload: T;
};
export type WaitingEntry<T> = LockItem<T> & {
  /** ms since the epoch. */
  readonly airAt: number;
};
export type LockTarget = {
  readonly ids?: readonly string[] | undefined;
  readonly userKey?: string | undefined;
  readonly all?: boolean | undefined;
};

export type AirLock<T> = {
  /** Takes in what may go on air; what is held or blocked is turned away. Answers how many went in. */
  readonly enter: (items: readonly LockItem<T>[]) => number;
  /** First to go on air first. */
  readonly waiting: () => readonly WaitingEntry<T>[];
  /** Takes out what matches and answers how many that were. */
  readonly remove: (target: LockTarget) => number;
  /** Takes out what may not go on air any more. */
  readonly keep: (may: (payload: T) => boolean) => void;
  /** Applies to what waits already, too; 0 lets everything through at once. */
  readonly setHold: (ms: number) => void;
  readonly dispose: () => void;
};

/** In a raid nobody can look at more; the oldest that still waits makes room, unseen by the audience. */
const capacity = 1000;

const matches = (item: LockItem<unknown>, target: LockTarget): boolean =>
  target.all === true ||
  (target.userKey !== undefined && item.userKey === target.userKey) ||
  (target.ids?.includes(item.id) ?? false);

/** The short wait between arriving and going on the picture, in which a person can still stop an item. */
export const createAirLock = <T>(options: {
  readonly clock: Clock;
  readonly holdMs: number;
  readonly onAir: (items: readonly T[]) => void;
  readonly onChange?: () => void;
}): AirLock<T> => {
  const { clock } = options;
  let holdMs = options.holdMs;
  let entries: (LockItem<T> & { readonly enteredAt: number })[] = [];
  let timer: NodeJS.Timeout | undefined;

  const changed = () => options.onChange?.();
  const stopTimer = () => {
    if (timer) clock.clearTimeout(timer);
    timer = undefined;
  };

  const release = () => {
    stopTimer();
    const now = clock.monotonic();
    const isDue = ({ enteredAt }: { enteredAt: number }) => now - enteredAt >= holdMs;
    const ready = entries.filter(isDue);
    entries = entries.filter((entry) => !isDue(entry));
    const [next] = entries;
    if (next) timer = clock.setTimeout(release, Math.max(1, Math.ceil(next.enteredAt + holdMs - now)));
    if (ready.length === 0) return;
    changed();
    options.onAir(ready.map((entry) => entry.payload));
  };

  const removeWhere = (is: (entry: LockItem<T>) => boolean): number => {
    const before = entries.length;
    entries = entries.filter((entry) => !is(entry));
    if (entries.length < before) changed();
    return before - entries.length;
  };

  return {
    enter: (items) => {
      const enteredAt = clock.monotonic();
      const admitted = items.filter(({ level }) => level === 'clean' || level === 'flag');
      if (admitted.length === 0) return 0;
      entries = [...entries, ...admitted.map((item) => ({ ...item, enteredAt }))].slice(-capacity);
      if (holdMs > 0) changed();
      if (holdMs === 0 || timer === undefined) release();
      return admitted.length;
    },
    waiting: () => {
      const toEpoch = clock.now() - clock.monotonic();
      return entries.map(({ enteredAt, ...entry }) => ({
        ...entry,
        airAt: Math.round(enteredAt + holdMs + toEpoch),
      }));
    },
    remove: (target) => removeWhere((entry) => matches(entry, target)),
    keep: (may) => {
      removeWhere(({ payload }) => !may(payload));
    },
    setHold: (ms) => {
      if (ms === holdMs) return;
      holdMs = ms;
      changed();
      release();
    },
    dispose: () => {
      stopTimer();
      entries = [];
    },
  };
};
