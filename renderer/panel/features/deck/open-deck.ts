import type { Bridge, Clock, Topics } from '../../bridge/index.ts';
import { type Feeds, noFilter, setFilter } from '../feed/index.ts';
import type { SettingsControl } from '../settings/index.ts';
import type { Toasts } from '../toasts/index.ts';
import { createArrangement } from './arrangement.ts';
import { createColumnWidths } from './column-width.ts';
import { createColumnsControl } from './columns-control.ts';
import type { DeckState, DeckStore } from './deck.ts';
import { filterOf } from './layout.ts';

/** The filters that the layout keeps are in force in the feeds. */
const applyFilters = (feeds: Feeds, { layout, order }: DeckState): void => {
  for (const id of order) {
    const filter = filterOf(layout, id) ?? noFilter;
    const store = feeds.get(id);
    const same = store === undefined || JSON.stringify(store.getState().filter) === JSON.stringify(filter);
    if (!same) store.setState((feed) => setFilter(feed, filter), true);
  }
};

/** The parts of the deck that act, put together once. */
export const openDeck = (deps: {
  readonly bridge: Bridge;
  readonly clock: Clock;
  readonly topics: Topics;
  readonly toasts: Toasts;
  readonly settings: SettingsControl;
  readonly feeds: Feeds;
  readonly deck: DeckStore;
}) => {
  const { deck, feeds } = deps;
  const arrangement = createArrangement(deps);
  const widths = createColumnWidths(deps);
  const newId = () => crypto.randomUUID().slice(0, 8);
  const columns = createColumnsControl({ ...deps, arrangement, widths, newId });
  const stop = deck.subscribe((state, before) => {
    if (state.layout !== before.layout || state.rooms !== before.rooms) applyFilters(feeds, state);
  });
  applyFilters(feeds, deck.getState());
  return {
    columns,
    widths,
    /** Keeps what waits to be kept: the window is about to go. */
    keepNow: arrangement.flush,
    dispose: () => {
      stop();
      arrangement.dispose();
    },
  };
};
