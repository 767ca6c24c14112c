import { appError } from '../../../../main/contract/app-error.ts';
import { MOST_ACTS, MOST_ENTRIES } from '../../../../main/contract/calls/moderation-calls.ts';
import { MUTE_FOREVER_SECONDS } from '../../../../main/contract/models/action.ts';
import type { RoomKey } from '../../../../main/contract/models/feed-item.ts';
import type { HeldDecision } from '../../../../main/contract/models/held.ts';
import { defaultSettings } from '../../../../main/contract/models/settings.ts';
import { usualWarnings } from '../../../../main/contract/models/warning.ts';
import type { Topics } from '../../bridge/index.ts';
import { pickLanguage } from '../../i18n/index.ts';
import type { DeckStore } from '../deck/index.ts';
import { entryOfRow, type Feeds, opens, type RowId, toggleOpen, togglePeek } from '../feed/index.ts';
import type { Held } from '../held/index.ts';
import type { JournalPick } from '../journal/index.ts';
import type { ActInput, Moderation } from '../moderation/index.ts';
import { ownButtonAt } from '../own-buttons/index.ts';
import type { People } from '../people/index.ts';
import { type Reach, roomsInReach } from '../reach/index.ts';
import type { Toasts } from '../toasts/index.ts';
import {
  actsOfButton,
  hideComments,
  onPeople,
  peopleMeant,
  recallComments,
  saidMeant,
  warnPeople,
} from './acts.ts';
import { createSelection, type Selection } from './selection.ts';
import { commentsOfRow, meansMany, type Subject } from './subject.ts';
import { createUndo } from './undo.ts';

/** The acts of a moderator on whatever is selected; keys, buttons, menus and the card all come here. */
export type Desk = Pick<
  Selection,
  | 'subject'
  | 'aim'
  | 'around'
  | 'move'
  | 'extend'
  | 'extendTo'
  | 'toggle'
  | 'toggleHere'
  | 'choosePerson'
  | 'chooseSame'
  | 'unchoose'
> & {
  readonly pick: (roomKey: RoomKey, id: RowId | null) => void;
  readonly open: () => void;
  readonly leave: () => void;
  readonly pause: () => void;
  readonly toEnd: () => void;
  readonly mute: (subject: Subject, seconds?: number) => void;
  readonly unmute: (subject: Subject) => void;
  readonly ban: (subject: Subject, seconds?: number, reason?: string) => void;
  readonly unban: (subject: Subject) => void;
  /** Decides about the held comments of a row; answers whether there were any. */
  readonly decide: (subject: Subject, decision: HeldDecision) => boolean;
  readonly hide: (subject: Subject) => void;
  readonly show: (subject: Subject) => void;
  readonly recall: (subject: Subject) => void;
  readonly hideAll: (subject: Subject) => void;
  /** Without words: the first of the usual ones. */
  readonly warn: (subject: Subject, to: 'room' | 'user', text?: string) => void;
  /** Does what the user has put on a digit; answers whether there is anything. */
  readonly own: (subject: Subject, digit: number) => boolean;
  readonly undo: () => void;
  readonly roomsFor: (roomKey: RoomKey) => readonly RoomKey[];
  readonly warnTexts: () => readonly [string, ...string[]];
};

const tooMany = appError('invalid-input', {
  en: `One act takes at most ${MOST_ACTS} comments or people and ${MOST_ENTRIES} results. Choose fewer, or fewer rooms.`,
  'zh-CN': `一次操作最多 ${MOST_ACTS} 条评论或用户，共 ${MOST_ENTRIES} 个结果。请减少选择或房间。`,
});

const noNumber = appError('not-found', {
  en: 'The service gave no number for it, so it cannot be recalled in the room. It is hidden here and on the overlays.',
  'zh-CN': '服务端未给出消息编号，无法在房间内撤回；已在本机和叠加层上隐藏。',
});

export const createDesk = (deps: {
  readonly feeds: Feeds;
  readonly deck: DeckStore;
  readonly topics: Topics;
  readonly moderation: Moderation;
  readonly held: Held;
  readonly journalPick: JournalPick;
  readonly reach: Reach;
  readonly people: People;
  readonly toasts: Toasts;
}): Desk => {
  const { feeds, deck, topics, moderation, held, toasts } = deps;
  const selection = createSelection(deps);
  const { rowNow } = selection;
  const settings = () => topics.values.getState().settings ?? defaultSettings;
  const roomsFor = (roomKey: RoomKey) =>
    roomsInReach(deps.reach.getState(), topics.values.getState(), roomKey);

  const warnTexts = (): readonly [string, ...string[]] => {
    const [first, ...others] = settings().warnTexts;
    if (first !== undefined) return [first, ...others];
    return usualWarnings[pickLanguage(settings().language, navigator.languages)];
  };

  const run = (acts: readonly ActInput[], reason = '') => {
    const results = acts.reduce((sum, { rooms }) => sum + rooms.length, 0);
    if (acts.length <= MOST_ACTS && results <= MOST_ENTRIES) return void moderation.actMany(acts, reason);
    toasts.show({
      title: ({ t }) => t('failed.tooMany'),
      troubles: [{ where: undefined, error: tooMany }],
      retry: undefined,
    });
  };

  /** A folded line of several people means nobody yet: it is opened, so that one can be picked. */
  const onOne = (about: Subject, then: () => void) => {
    if (about.chosen !== undefined || !meansMany(about)) return then();
    const { row, roomKey } = about;
    const store = feeds.get(roomKey);
    if (row.kind === 'line' && !row.open) store?.setState((feed) => toggleOpen(feed, row.line.seq), true);
    selection.pick(roomKey, `e${entryOfRow(row)?.seq ?? row.line.seq}`, 'keys');
  };

  const toPeople = (about: Subject, make: Parameters<typeof onPeople>[2], reason?: string) =>
    onOne(about, () => run(onPeople(about, roomsFor, make), reason));

  const open = () => {
    const now = rowNow();
    const column = deck.getState().active;
    if (now === undefined || column === null) return;
    const store = feeds.get(column);
    const { row } = now;
    const item = entryOfRow(row)?.item;
    if (row.kind === 'line' && opens(row.line))
      store?.setState((feed) => toggleOpen(feed, row.line.seq), true);
    else if (item?.kind === 'comment') {
      store?.setState((feed) => togglePeek(feed, item.id), true);
      deck.setState({ card: true });
    }
  };

  const decide = (about: Subject, decision: HeldDecision): boolean => {
    const waiting = commentsOfRow(about.row)
      .map((comment) => held.of(about.roomKey, comment.id))
      .filter((one) => one !== undefined);
    if (waiting.length === 0) return false;
    held.decide(waiting, decision);
    return true;
  };

  const recall = (about: Subject) => {
    run(recallComments(about));
    if (saidMeant(about).every(({ comment }) => comment.seq !== undefined)) return;
    toasts.show({
      title: ({ t }) => t('failed.recall'),
      troubles: [{ where: undefined, error: noNumber }],
      retry: undefined,
    });
  };

  const own = (about: Subject, digit: number): boolean => {
    const button = ownButtonAt(settings(), digit);
    if (button === undefined) return false;
    onOne(about, () => {
      const acts = actsOfButton(button, about, roomsFor, warnTexts()[0]);
      if (acts.length > 0) run(acts, button.reason);
      if (button.deed !== 'watch') return;
      const until = button.seconds >= MUTE_FOREVER_SECONDS ? null : Date.now() + button.seconds * 1000;
      for (const { person, rooms } of peopleMeant(about))
        deps.people.watch({ roomKey: rooms[0], userId: person.userId }, until);
    });
    return true;
  };

  return {
    ...selection,
    pick: (roomKey, id) => selection.pick(roomKey, id, 'pointer'),
    open,
    leave: () => {
      if (selection.unchoose()) return;
      deck.setState({ card: false });
      selection.hold('return');
    },
    pause: () => selection.hold('pause'),
    toEnd: () => selection.hold('return'),
    mute: (about, seconds = settings().muteSeconds) =>
      toPeople(about, (whom) => ({
        type: 'mute',
        ...whom,
        seconds: Math.min(seconds, MUTE_FOREVER_SECONDS),
      })),
    unmute: (about) => toPeople(about, (whom) => ({ type: 'unmute', ...whom })),
    ban: (about, seconds = settings().banSeconds, reason = '') =>
      toPeople(about, (whom) => ({ type: 'ban', ...whom, seconds }), reason),
    unban: (about) => toPeople(about, (whom) => ({ type: 'unban', ...whom })),
    decide,
    hide: (about) => run(hideComments(about)),
    show: (about) => void moderation.showAgain(saidMeant(about)),
    recall,
    hideAll: (about) => toPeople(about, (whom) => ({ type: 'hide-user', ...whom })),
    warn: (about, to, text = warnTexts()[0]) => onOne(about, () => run(warnPeople(about, text, to))),
    own,
    undo: createUndo({ feeds, moderation, selection }),
    roomsFor,
    warnTexts,
  };
};
