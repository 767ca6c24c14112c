import type { HeldDecision } from '../../../../main/contract/models/held.ts';
import type { Topics } from '../../bridge/index.ts';
import type { Picture } from '../air-lock/index.ts';
import {
  type ColumnsControl,
  type ColumnWidths,
  type DeckStore,
  focusPart,
  roomOf,
  showColumn,
  stepActive,
  withFilter,
} from '../deck/index.ts';
import { type Desk, type Subject, textsOf } from '../desk/index.ts';
import { type Moderation, muteAllShown } from '../moderation/index.ts';
import type { PanicControl } from '../panic/index.ts';
import type { People, Whom } from '../people/index.ts';
import { NOTE_FIELD } from '../person-card/index.ts';
import type { Reach } from '../reach/index.ts';
import { SEARCH_FIELD, type Search } from '../search-page/index.ts';
import type { Page, ShellStore } from '../shell/index.ts';
import type { Copy } from '../toasts/index.ts';
import type { WordKeys } from '../word-keys/index.ts';
import type { CommandId } from './keymap.ts';

/** How much wider or narrower one press makes a column, px. */
const WIDTH_STEP = 48;

/** What each command does. `false` means that it had nothing to act on and the key is free for the browser. */
export type Commands = Readonly<Record<CommandId, () => boolean>>;

export const createCommands = (deps: {
  readonly shell: ShellStore;
  readonly deck: DeckStore;
  readonly columns: ColumnsControl;
  readonly widths: ColumnWidths;
  readonly desk: Desk;
  readonly reach: Reach;
  readonly moderation: Moderation;
  readonly topics: Topics;
  readonly people: People;
  readonly search: Search;
  readonly panic: PanicControl;
  readonly picture: Picture;
  readonly wordKeys: WordKeys;
  readonly copy: Copy;
  /** Makes a change and draws it before it answers. */
  readonly draw: (change: () => void) => void;
}): Commands => {
  const { people, search, columns, widths } = deps;
  const { shell, deck, desk, reach, moderation, topics, panic, picture, wordKeys } = deps;
  const onDeck = () => shell.getState().page === 'deck' && deck.getState().active !== null;

  const onSearch = () => shell.getState().page === 'search';
  /** What the keys act on: the chosen search result, or whatever is selected or chosen on the deck. */
  const chosen = () => (onSearch() ? search.subject() : onDeck() ? desk.aim() : undefined);
  const whomOf = ({ roomKey, person }: Subject): Whom => ({ roomKey, userId: person.userId });

  const always = (run: () => void) => () => {
    run();
    return true;
  };
  const onTheDeck = (run: () => void) => () => {
    if (!onDeck()) return false;
    run();
    return true;
  };
  const here = (run: () => void, inSearch: () => void) => () => {
    if (!onSearch()) return onTheDeck(run)();
    inSearch();
    return true;
  };
  const onSubject = (run: (subject: Subject) => void) => () => {
    const subject = chosen();
    if (subject === undefined) return false;
    run(subject);
    return true;
  };
  const own = (digit: number) => () => {
    const subject = chosen();
    return subject !== undefined && desk.own(subject, digit);
  };
  /** A text that was marked with the pointer is the browser's to copy. */
  const copy = () => {
    const subject = chosen();
    if (subject === undefined) return false;
    void deps.copy(textsOf(subject).join('\n') || subject.person.userId);
    return true;
  };
  const goTo = (page: Page) => always(() => shell.setState({ page, over: 'none' }));
  const active = () => deck.getState().active ?? '';
  /** The room that a command of a room means: that of the selected row, else the active column's, else the first. */
  const room = () => {
    const state = deck.getState();
    const gathers = roomOf(state) !== state.active;
    return (gathers ? desk.subject()?.roomKey : undefined) ?? roomOf(state) ?? '';
  };
  const onColumn = (run: (id: string) => void) => onTheDeck(() => run(active()));
  const decide = (decision: HeldDecision) => () => {
    const subject = onDeck() ? desk.subject() : undefined;
    return subject !== undefined && desk.decide(subject, decision);
  };

  const toColumn = (step: number) => {
    deck.setState((state) => stepActive(state, step), true);
    focusPart(active(), 'feed');
    showColumn(active());
  };
  const muteAll = () => {
    const here = topics.values.getState().rooms?.[room()];
    if (here === undefined) return;
    const type = muteAllShown(here, moderation.state.getState().pending) ? 'unmute-all' : 'mute-all';
    void moderation.act({ action: { type }, rooms: [here.key] });
  };

  return {
    down: here(
      () => desk.move(1),
      () => search.move(1),
    ),
    up: here(
      () => desk.move(-1),
      () => search.move(-1),
    ),
    extendDown: onTheDeck(() => desk.extend(1)),
    extendUp: onTheDeck(() => desk.extend(-1)),
    choose: onTheDeck(desk.toggleHere),
    choosePerson: onSubject(desk.choosePerson),
    chooseSame: onSubject(desk.chooseSame),
    columnLeft: onTheDeck(() => toColumn(-1)),
    columnRight: onTheDeck(() => toColumn(1)),
    moveColumnLeft: onColumn((id) => columns.move(id, -1)),
    moveColumnRight: onColumn((id) => columns.move(id, 1)),
    columnWider: onColumn((id) => widths.step(id, WIDTH_STEP)),
    columnNarrower: onColumn((id) => widths.step(id, -WIDTH_STEP)),
    addColumn: always(() => {
      shell.setState({ page: 'deck', over: 'none' });
      deck.setState({ adding: true });
    }),
    closeColumn: onColumn(columns.close),
    highlightsColumn: onTheDeck(() => columns.add('highlights')),
    journalColumn: onTheDeck(() => columns.add('journal')),
    clearFilter: () => onDeck() && columns.clearFilter(active()),
    pause: onTheDeck(desk.pause),
    toEnd: onTheDeck(desk.toEnd),
    open: here(desk.open, () => deck.setState({ card: true })),
    leave: here(desk.leave, () => search.pick(null)),
    mute: onSubject((subject) => desk.mute(subject)),
    unmute: onSubject(desk.unmute),
    ban: onSubject((subject) => desk.ban(subject)),
    unban: onSubject(desk.unban),
    warn: onSubject((subject) => desk.warn(subject, 'room')),
    recall: onSubject(desk.recall),
    copy,
    own1: own(1),
    own2: own(2),
    own3: own(3),
    own4: own(4),
    own5: own(5),
    own6: own(6),
    own7: own(7),
    own8: own(8),
    own9: own(9),
    hide: onSubject(desk.hide),
    hideAll: onSubject(desk.hideAll),
    approve: decide('approve'),
    deny: decide('deny'),
    approveAndAllow: decide('approve-and-allow'),
    denyAndMute: decide('deny-and-mute'),
    heldColumn: onTheDeck(columns.toggleHeld),
    undo: always(() => (onSearch() ? void moderation.undoLast() : desk.undo())),
    watch: onSubject((subject) => people.toggleWatch(whomOf(subject))),
    note: onSubject(() => {
      deps.draw(() => deck.setState(({ cardCalls }) => ({ card: true, cardCalls: cardCalls + 1 })));
      document.getElementById(NOTE_FIELD)?.focus();
    }),
    goSearch: always(() => {
      shell.setState({ page: 'search', over: 'none' });
      document.getElementById(SEARCH_FIELD)?.focus();
    }),
    everywhere: always(() => reach.setState(({ scope }) => ({ scope: scope === 'all' ? 'here' : 'all' }))),
    pickRooms: always(() => reach.setState(({ picking }) => ({ picking: !picking }))),
    say: onTheDeck(() => focusPart(room(), 'composer')),
    notice: onTheDeck(() => deck.setState({ notice: room() })),
    muteAll: onTheDeck(muteAll),
    filter: here(
      () => {
        deck.setState((state) => withFilter(state, active(), true), true);
        focusPart(active(), 'filter');
      },
      () => document.getElementById(SEARCH_FIELD)?.focus(),
    ),
    pin: () => onDeck() && picture.togglePin(desk.subject()),
    hideNext: picture.hideNext,
    blankNow: always(picture.toggleBlank),
    panic: always(panic.toggle),
    palette: always(() => shell.setState(({ over }) => ({ over: over === 'palette' ? 'none' : 'palette' }))),
    cheatSheet: always(() => shell.setState({ over: 'cheat-sheet' })),
    goDeck: goTo('deck'),
    goWords: goTo('words'),
    goObs: goTo('obs'),
    goJournal: goTo('journal'),
    goOverlay: goTo('overlay'),
    goRooms: goTo('rooms'),
    goAccounts: goTo('accounts'),
    goSettings: goTo('settings'),
    searchRules: wordKeys.search,
    addRule: wordKeys.add,
    closeAside: wordKeys.close,
  };
};
