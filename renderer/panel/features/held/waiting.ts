import type { RoomKey } from '../../../../main/contract/models/feed-item.ts';
import type { HeldEnd, HeldItem } from '../../../../main/contract/models/held.ts';

export type HeldState = {
  readonly selected: string | null;
  /** Decided here and not answered yet: gone from the queue meanwhile. */
  readonly deciding: ReadonlySet<string>;
  /** What became of the last that were decided here. */
  readonly ends: readonly HeldEnd[];
};

/** Ends that are remembered for the column, where they stand in their place until the pointer leaves. */
const MOST_ENDS = 100;

export const nothingDecided: HeldState = { selected: null, deciding: new Set(), ends: [] };

type Known = Readonly<Record<string, HeldItem>>;

/** The queue over all rooms, the longest waiting first. */
export const waitingItems = (known: Known | undefined, state: HeldState): readonly HeldItem[] =>
  Object.values(known ?? {})
    .filter((held) => !state.deciding.has(held.id))
    .sort((a, b) => a.heldAt - b.heldAt || (a.id < b.id ? -1 : 1));

/** The waiting entry of a comment in a feed, if it waits. */
export const heldOf = (
  known: Known | undefined,
  state: HeldState,
  roomKey: RoomKey,
  itemId: string,
): HeldItem | undefined =>
  waitingItems(known, state).find((held) => held.roomKey === roomKey && held.item.id === itemId);

/** The selection after a move; it begins at the longest waiting. */
export const selectionAfterMove = (
  queue: readonly HeldItem[],
  selected: string | null,
  step: number,
): string | null => {
  const at = queue.findIndex((held) => held.id === selected);
  const to = at < 0 ? 0 : Math.max(0, Math.min(queue.length - 1, at + step));
  return queue[to]?.id ?? null;
};

/** What is selected once some are decided: the next one that waits, so that a queue is worked through with one key. */
export const afterDeciding = (
  queue: readonly HeldItem[],
  state: HeldState,
  ids: readonly string[],
): HeldState => {
  const deciding = new Set([...state.deciding, ...ids]);
  if (state.selected === null || !ids.includes(state.selected)) return { ...state, deciding };
  const at = queue.findIndex((held) => held.id === state.selected);
  const rest = queue.filter((held) => !ids.includes(held.id));
  const next = queue.slice(at + 1).find((held) => !ids.includes(held.id)) ?? rest.at(-1);
  return { ...state, selected: next?.id ?? null, deciding };
};

/** Forgets what was answered; an item that is still known then waits again. */
export const afterAnswer = (
  state: HeldState,
  ids: readonly string[],
  ends: readonly HeldEnd[] = [],
): HeldState => ({
  ...state,
  deciding: new Set([...state.deciding].filter((id) => !ids.includes(id))),
  ends: [...state.ends, ...ends].slice(-MOST_ENDS),
});

/** What became of a comment that waits no longer, as far as that is known here. */
export type Fate = 'deciding' | 'approved' | 'denied' | 'letThrough' | 'timedOut' | 'gone';

export const fateOf = ({ deciding, ends }: HeldState, id: string): Fate => {
  if (deciding.has(id)) return 'deciding';
  const end = ends.findLast((one) => one.id === id);
  if (end === undefined || end.outcome === 'unknown') return 'gone';
  if (end.outcome !== 'timed-out') return end.outcome;
  return end.released ? 'letThrough' : 'timedOut';
};
