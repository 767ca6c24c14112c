import { flushSync } from 'react-dom';
import { type Bridge, type Clock, createTopics, type Topics } from './bridge/index.ts';
import { type AccountsControl, createAccounts } from './features/accounts-page/index.ts';
import { createPicture, type Picture } from './features/air-lock/index.ts';
import { type Commands, createCommands, createKeymap, type Keymap } from './features/commands/index.ts';
import { type Composer, createComposer } from './features/composer/index.ts';
import {
  type ColumnsControl,
  type ColumnWidths,
  createDeck,
  type DeckStore,
  openDeck,
} from './features/deck/index.ts';
import { createDesk, type Desk } from './features/desk/index.ts';
import { createDesktopControl, type DesktopControl } from './features/desktop/index.ts';
import { createFeeds, type Feeds } from './features/feed/index.ts';
import { createHeld, type Held } from './features/held/index.ts';
import { createHighlights } from './features/highlights/index.ts';
import {
  createJournal,
  createJournalPick,
  createLookUp,
  type Journal,
  type JournalPick,
  type LookUp,
} from './features/journal/index.ts';
import { createModeration, type Moderation } from './features/moderation/index.ts';
import { createObs, type ObsControl } from './features/obs-page/index.ts';
import { createStudio, type Studio } from './features/overlay-page/index.ts';
import { createPanicControl, type PanicControl } from './features/panic/index.ts';
import { createPeople, type People } from './features/people/index.ts';
import { createReach, type Reach } from './features/reach/index.ts';
import { createRehearsalControl, type RehearsalControl } from './features/rehearsal/index.ts';
import { createRooms, type RoomsControl } from './features/rooms-page/index.ts';
import { createSearch, type Search } from './features/search-page/index.ts';
import { createSettingsControl, type SettingsControl } from './features/settings/index.ts';
import {
  createPageLoads,
  createShell,
  type Page,
  type PageLoads,
  pageSources,
  type ShellStore,
} from './features/shell/index.ts';
import { type Copy, createCopy, createToasts, type Toasts } from './features/toasts/index.ts';
import { createWordKeys, type WordKeys } from './features/word-keys/index.ts';

/** The panel's services, put together once. Components reach them through the context. */
export type Panel = {
  readonly bridge: Bridge;
  readonly clock: Clock;
  readonly topics: Topics;
  readonly shell: ShellStore;
  readonly pageLoads: PageLoads;
  readonly toasts: Toasts;
  readonly copy: Copy;
  readonly feeds: Feeds;
  readonly journal: Journal;
  readonly journalPick: JournalPick;
  readonly lookUp: LookUp;
  readonly moderation: Moderation;
  readonly deck: DeckStore;
  readonly columns: ColumnsControl;
  readonly widths: ColumnWidths;
  readonly desk: Desk;
  readonly reach: Reach;
  readonly composer: Composer;
  readonly held: Held;
  readonly rehearsal: RehearsalControl;
  readonly settings: SettingsControl;
  readonly accounts: AccountsControl;
  readonly roomsPage: RoomsControl;
  readonly obs: ObsControl;
  readonly people: People;
  readonly search: Search;
  readonly panic: PanicControl;
  readonly picture: Picture;
  readonly studio: Studio;
  readonly commands: Commands;
  readonly wordKeys: WordKeys;
  readonly keymap: Keymap;
  /** Keeps what waits to be kept: the window is about to go. */
  readonly keepNow: () => void;
  readonly desktop: DesktopControl;
  readonly dispose: () => void;
};

export const createPanel = (deps: {
  readonly bridge: Bridge;
  readonly clock: Clock;
  readonly page: Page;
}): Panel => {
  const { bridge, clock } = deps;
  const topics = createTopics({ bridge, clock });
  const shell = createShell(deps.page);
  const pageLoads = createPageLoads(pageSources);
  const toasts = createToasts({ now: clock.now });
  const copy = createCopy({ toasts, write: async (text) => navigator.clipboard.writeText(text) });
  const feeds = createFeeds({ bridge, clock, draw: flushSync });
  const journal = createJournal({ bridge });
  const journalPick = createJournalPick({ journal });
  const lookUp = createLookUp({ bridge, clock, journal });
  const moderation = createModeration({ bridge, clock, feeds, journal, toasts });
  const deck = createDeck();
  const held = createHeld({ bridge, topics, toasts });
  const reach = createReach();
  const people = createPeople({ bridge, clock, topics, toasts });
  const desk = createDesk({ feeds, deck, topics, moderation, held, journalPick, reach, people, toasts });
  const composer = createComposer({ bridge, clock });
  const rehearsal = createRehearsalControl({ bridge, topics, toasts });
  const settings = createSettingsControl({ bridge, toasts, topics });
  const keymap = createKeymap({ topics, settings });
  const accounts = createAccounts({ bridge, topics, toasts });
  const roomsPage = createRooms({ bridge, toasts });
  const obs = createObs({ bridge, toasts });
  const search = createSearch({ bridge, clock });
  const panic = createPanicControl({ bridge, topics, toasts });
  const keepFeeds = () => {
    const { rooms } = topics.values.getState();
    if (rooms !== undefined) feeds.keep(Object.keys(rooms));
  };
  const stopRooms = topics.values.subscribe((values, before) => {
    if (values.rooms !== before.rooms) keepFeeds();
  });
  keepFeeds();
  // Before the deck is laid out: a column finds its feed there when it is drawn.
  const highlights = createHighlights({ bridge, clock, topics, feeds, deck });
  const deckParts = openDeck({ bridge, clock, topics, toasts, settings, feeds, deck });
  const { columns, widths } = deckParts;
  const picture = createPicture({ bridge, clock, topics, moderation, toasts });
  const studio = createStudio({ bridge, clock, topics, toasts });
  const wordKeys = createWordKeys({
    goThere: () => {
      if (shell.getState().page === 'words') return false;
      shell.setState({ page: 'words', over: 'none' });
      return true;
    },
  });
  const commands = createCommands({
    wordKeys,
    copy,
    draw: flushSync,
    people,
    search,
    shell,
    deck,
    columns,
    widths,
    desk,
    reach,
    panic,
    picture,
    moderation,
    topics,
  });

  const desktop = createDesktopControl({ bridge, commands, shell, toasts });

  return {
    bridge,
    clock,
    topics,
    shell,
    pageLoads,
    toasts,
    copy,
    feeds,
    journal,
    journalPick,
    lookUp,
    moderation,
    deck,
    columns,
    widths,
    desk,
    reach,
    composer,
    held,
    rehearsal,
    settings,
    accounts,
    roomsPage,
    obs,
    people,
    search,
    panic,
    picture,
    studio,
    commands,
    wordKeys,
    keymap,
    keepNow: deckParts.keepNow,
    desktop,
    dispose: () => {
      desktop.dispose();
      picture.dispose();
      keymap.dispose();
      studio.dispose();
      stopRooms();
      deckParts.dispose();
      highlights.dispose();
      search.dispose();
      accounts.dispose();
      journal.dispose();
      feeds.dispose();
      topics.dispose();
      bridge.dispose();
    },
  };
};
