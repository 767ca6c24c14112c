import type { DeckLayout } from '../../../../main/contract/models/deck.ts';
import type { Clock, Topics } from '../../bridge/index.ts';
import type { SettingsControl } from '../settings/index.ts';
import { arranged, type DeckStore } from './deck.ts';
import { type LayoutChange, layoutOf, withRooms } from './layout.ts';

/** Lays out the deck and keeps it: at once on screen, soon in the settings. */
export type Arrangement = {
  readonly change: (change: LayoutChange) => void;
  /** Keeps what waits to be kept, now. */
  readonly flush: () => void;
  readonly dispose: () => void;
};

/** Changes within this time are kept together: somebody types a filter, or drags a column over others. */
const KEEP_AFTER_MS = 400;

const same = (a: DeckLayout, b: DeckLayout): boolean => JSON.stringify(a) === JSON.stringify(b);

/**
 * The settings own the layout. What was changed here and is not kept yet is made again on top of whatever another panel
 * kept meanwhile, so that two panels do not take back each other's changes.
 */
export const createArrangement = (deps: {
  readonly topics: Topics;
  readonly settings: Pick<SettingsControl, 'change'>;
  readonly deck: DeckStore;
  readonly clock: Clock;
}): Arrangement => {
  const { topics, settings, deck, clock } = deps;
  let waiting: readonly LayoutChange[] = [];
  let cancel: (() => void) | undefined;

  const kept = (): DeckLayout | undefined => {
    const { settings: now } = topics.values.getState();
    return now === undefined ? undefined : layoutOf(now);
  };
  const after = (layout: DeckLayout, changes: readonly LayoutChange[]) =>
    changes.reduce((so, change) => change(so), layout);

  /** Nothing is laid out before both are known, so that what comes first does not take the place of what comes next. */
  const show = (layout: DeckLayout) => {
    const { rooms, settings: known } = topics.values.getState();
    if (rooms === undefined || known === undefined) return;
    const next = same(layout, deck.getState().layout) ? deck.getState().layout : layout;
    deck.setState((state) => arranged(state, next, Object.keys(rooms)), true);
  };

  const flush = () => {
    cancel?.();
    cancel = undefined;
    const base = kept();
    if (base === undefined || waiting.length === 0) return;
    const next = after(base, waiting);
    waiting = [];
    if (!same(next, base)) settings.change({ deck: { ...next } });
  };

  const change = (how: LayoutChange) => {
    const { layout } = deck.getState();
    const next = how(layout);
    if (next === layout) return;
    waiting = [...waiting, how];
    show(next);
    cancel?.();
    cancel = clock.after(KEEP_AFTER_MS, flush);
  };

  /** Rooms get a place as soon as it is known which places there are. */
  const follow = () => {
    const base = kept();
    const { rooms } = topics.values.getState();
    if (base === undefined || rooms === undefined) return;
    show(after(base, waiting));
    change(withRooms(Object.keys(rooms)));
  };

  const stop = topics.values.subscribe((values, before) => {
    if (values.settings !== before.settings || values.rooms !== before.rooms) follow();
  });
  follow();

  return {
    change,
    flush,
    dispose: () => {
      flush();
      stop();
    },
  };
};
