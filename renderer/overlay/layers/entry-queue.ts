import type { OverlayItem } from '../../../main/contract/overlay-protocol.ts';

/** One thing to show, for one item or for several that belong together. */
export type Entry = { readonly items: OverlayItem[] };

/** Entries that wait for their turn. A purge takes items out of them, and whatever has none left then. */
export const createEntryQueue = <E extends Entry>() => {
  let entries: E[] = [];

  return {
    find: (is: (entry: E) => boolean): E | undefined => entries.find(is),
    all: (): readonly E[] => entries,
    push: (entry: E): void => {
      entries.push(entry);
    },
    drop: (entry: E | undefined): void => {
      entries = entries.filter((other) => other !== entry);
    },
    items: (): readonly OverlayItem[] => entries.flatMap(({ items }) => items),
    remove: (matches: (item: OverlayItem) => boolean): void => {
      for (const { items } of entries)
        items.splice(0, items.length, ...items.filter((item) => !matches(item)));
      entries = entries.filter(({ items }) => items.length > 0);
    },
    clear: (): void => {
      entries = [];
    },
    size: (): number => entries.length,
  };
};
