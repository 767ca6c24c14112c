import type { FeedItem } from '../contract/models/feed-item.ts';

export type Timers = {
  readonly setTimeout: (run: () => void, ms: number) => NodeJS.Timeout;
  readonly clearTimeout: (timer: NodeJS.Timeout) => void;
};

/**
 * Gathers items per room and hands them on at most once in `everyMs`; what comes after a pause goes on at once, with what
 * comes in the same breath. No timer runs while nothing comes.
 */
export const createBatcher = (options: {
  readonly everyMs: number;
  readonly monotonic: () => number;
  readonly timers: Timers;
  readonly flush: (roomId: string, items: readonly FeedItem[]) => void;
}) => {
  const { everyMs, monotonic, timers, flush } = options;
  let waiting = new Map<string, FeedItem[]>();
  let timer: NodeJS.Timeout | undefined;
  let flushedAt = Number.NEGATIVE_INFINITY;

  const rest = (): number => Math.max(0, flushedAt + everyMs - monotonic());

  const flushAll = () => {
    if (timer !== undefined) timers.clearTimeout(timer);
    timer = undefined;
    flushedAt = monotonic();
    const due = waiting;
    waiting = new Map();
    for (const [roomId, items] of due) flush(roomId, items);
  };

  return {
    add: (roomId: string, items: readonly FeedItem[]) => {
      if (items.length === 0) return;
      const queue = waiting.get(roomId);
      if (queue === undefined) waiting.set(roomId, [...items]);
      else for (const item of items) queue.push(item);
      timer ??= timers.setTimeout(flushAll, rest());
    },
    flushAll,
    dispose: () => {
      if (timer !== undefined) timers.clearTimeout(timer);
      waiting.clear();
    },
  };
};
