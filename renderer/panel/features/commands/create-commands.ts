import type { HeldDecision } from '../../../../main/contract/models/held.ts';
import type { Topics } from '../../bridge/index.ts';
import { type DeckStore, focusPart, HELD_COLUMN, stepActive, withFilter, withHeld } from '../deck/index.ts';
import type { Desk, Subject } from '../desk/index.ts';
import { type Moderation, muteAllShown } from '../moderation/index.ts';
import type { Page, ShellStore } from '../shell/index.ts';
import type { CommandId } from './keymap.ts';

/** What each command does. `false` means that it had nothing to act on and the key is free for the browser. */
export type Commands = Readonly<Record<CommandId, () => boolean>>;

export const createCommands = (deps: {
  readonly shell: ShellStore;
  readonly deck: DeckStore;
  readonly desk: Desk;
  readonly moderation: Moderation;
  readonly topics: Topics;
}): Commands => {
  const { shell, deck, desk, moderation, topics } = deps;
  const onDeck = () => shell.getState().page === 'deck' && deck.getState().active !== null;

  const always = (run: () => void) => () => {
    run();
    return true;
  };
  const onTheDeck = (run: () => void) => () => {
    if (!onDeck()) return false;
    run();
    return true;
  };
  const onSubject = (run: (subject: Subject) => void) => () => {
    const subject = onDeck() ? desk.subject() : undefined;
    if (subject === undefined) return false;
    run(subject);
    return true;
  };
  const goTo = (page: Page) => always(() => shell.setState({ page, over: 'none' }));
  const active = () => deck.getState().active ?? '';
  /** The room that a command of a room means: the active column's, or the one of the selected held comment. */
  const room = () => {
    const column = active();
    return column === HELD_COLUMN ? (desk.subject()?.roomKey ?? deck.getState().order[0] ?? '') : column;
  };
  const decide = (decision: HeldDecision) => () => {
    const subject = onDeck() ? desk.subject() : undefined;
    return subject !== undefined && desk.decide(subject, decision);
  };

  const toColumn = (step: number) => {
    deck.setState((state) => stepActive(state, step), true);
    focusPart(active(), 'feed');
    document.getElementById(`column:${encodeURIComponent(active())}`)?.scrollIntoView({ inline: 'nearest' });
  };
  const muteAll = () => {
    const here = topics.values.getState().rooms?.[room()];
    if (here === undefined) return;
    const type = muteAllShown(here, moderation.state.getState().pending) ? 'unmute-all' : 'mute-all';
    void moderation.act({ action: { type }, rooms: [here.key] });
  };

  return {
    down: onTheDeck(() => desk.move(1)),
    up: onTheDeck(() => desk.move(-1)),
    columnLeft: onTheDeck(() => toColumn(-1)),
    columnRight: onTheDeck(() => toColumn(1)),
    pause: onTheDeck(desk.pause),
    toEnd: onTheDeck(desk.toEnd),
    open: onTheDeck(desk.open),
    leave: onTheDeck(desk.leave),
    mute: onSubject((subject) => desk.mute(subject)),
    unmute: onSubject(desk.unmute),
    ban: onSubject((subject) => desk.ban(subject)),
    hide: onSubject(desk.hide),
    hideAll: onSubject(desk.hideAll),
    approve: decide('approve'),
    deny: decide('deny'),
    approveAndAllow: decide('approve-and-allow'),
    denyAndMute: decide('deny-and-mute'),
    heldColumn: onTheDeck(() => deck.setState((state) => withHeld(state, !state.heldOpen), true)),
    undo: always(desk.undo),
    everywhere: onTheDeck(() => deck.setState(({ everywhere }) => ({ everywhere: !everywhere }))),
    say: onTheDeck(() => focusPart(room(), 'composer')),
    notice: onTheDeck(() => deck.setState({ notice: room() })),
    muteAll: onTheDeck(muteAll),
    filter: onTheDeck(() => {
      deck.setState((state) => withFilter(state, room(), true), true);
      focusPart(room(), 'filter');
    }),
    palette: always(() => shell.setState(({ over }) => ({ over: over === 'palette' ? 'none' : 'palette' }))),
    cheatSheet: always(() => shell.setState({ over: 'cheat-sheet' })),
    goDeck: goTo('deck'),
    goJournal: goTo('journal'),
    goSettings: goTo('settings'),
  };
};
