import type { OverlayItem } from '../../../main/contract/overlay-protocol.ts';
import { createEntryQueue, type Entry } from './entry-queue.ts';

/** One message of the ticker: a notice, or everybody who came (or went) since the last such message. */
export type TickerEntry = Entry & { readonly kind: 'join' | 'leave' | 'notice' };

const capacity = 12;

/** Messages that wait for the ticker. Joins are gathered into one, leaves into another; notices go first. */
export const createTickerQueue = () => {
  const queue = createEntryQueue<TickerEntry>();

  return {
    ...queue,
    push: (item: OverlayItem): void => {
      const { kind } = item;
      if (kind !== 'join' && kind !== 'leave' && kind !== 'notice') return;
      const open = kind === 'notice' ? undefined : queue.find((entry) => entry.kind === kind);
      if (open) open.items.push(item);
      else queue.push({ kind, items: [item] });
      if (queue.size() > capacity) queue.drop(queue.all()[0]);
    },
    next: (): TickerEntry | undefined => {
      const entry = queue.find(({ kind }) => kind === 'notice') ?? queue.all()[0];
      queue.drop(entry);
      return entry;
    },
  };
};
