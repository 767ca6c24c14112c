import type { OverlayItem } from '../../../main/contract/overlay-protocol.ts';

/** One message of the ticker: a notice, or everybody who came (or went) since the last such message. */
export type TickerEntry = { readonly kind: 'join' | 'leave' | 'notice'; readonly items: OverlayItem[] };

const capacity = 12;

/** Messages that wait for the ticker. Joins are gathered into one, leaves into another; notices go first. */
export const createTickerQueue = () => {
  let queue: TickerEntry[] = [];

  return {
    push: (item: OverlayItem): void => {
      const { kind } = item;
      if (kind !== 'join' && kind !== 'leave' && kind !== 'notice') return;
      const open = kind === 'notice' ? undefined : queue.find((entry) => entry.kind === kind);
      if (open) open.items.push(item);
      else queue.push({ kind, items: [item] });
      queue = queue.slice(-capacity);
    },
    next: (): TickerEntry | undefined => {
      const notice = queue.findIndex(({ kind }) => kind === 'notice');
      const [entry] = queue.splice(Math.max(0, notice), 1);
      return entry;
    },
    items: (): readonly OverlayItem[] => queue.flatMap(({ items }) => items),
    remove: (matches: (item: OverlayItem) => boolean): void => {
      queue = queue
        .map(({ kind, items }) => ({ kind, items: items.filter((item) => !matches(item)) }))
        .filter(({ items }) => items.length > 0);
    },
    clear: (): void => {
      queue = [];
    },
    size: (): number => queue.length,
  };
};
