import type { Localized } from '../../contract/app-error.ts';
import type { EventPayload } from '../../contract/events.ts';
import { type Comment, type FeedItem, type RoomKey, recalledIn } from '../../contract/models/feed-item.ts';
import { type HeldDecision, type HeldEnd, type HeldItem, MOST_HELD } from '../../contract/models/held.ts';
import type { Settings } from '../../contract/models/settings.ts';
import { cleanVerdict } from '../../contract/models/verdict.ts';
import { accountIdOf } from '../../contract/room-key.ts';
import type { FeedHub } from '../feed/feed-hub.ts';
import type { History } from '../history/history.ts';
import type { ModerationDesk } from '../moderation/open-moderation.ts';
import type { Overlays } from '../overlay/overlays.ts';
import type { Clock } from '../ports.ts';
import type { Mirror } from '../state/mirror.ts';
import { allowWhatWasHeld } from './exception-words.ts';
import { createHeldQueue } from './held-queue.ts';
import { createParkedComments } from './parked-comments.ts';
import { reasonHeld, reasonNotShown } from './reasons.ts';
import type { WordsInMemory } from './word-book.ts';

/** The queue of held comments, wired to the picture, the feed, the journal and the rules. */
export const createHeldDesk = (options: {
  readonly clock: Pick<Clock, 'now' | 'monotonic' | 'setTimeout' | 'clearTimeout'>;
  readonly mirror: Mirror;
  readonly settings: () => Settings;
  readonly book: WordsInMemory;
  readonly overlays: Pick<Overlays, 'showApproved'>;
  readonly hub: Pick<FeedHub, 'setVerdict'>;
  readonly history: Pick<History, 'approve'>;
  readonly desk: Pick<ModerationDesk, 'act' | 'visible'>;
  /** userID of the account that a room is open under. */
  readonly actorOf: (roomKey: RoomKey) => string;
}) => {
  const { mirror, settings, book, overlays, hub, history, desk } = options;

  const letThrough = ({ roomKey, item }: HeldItem) => {
    // Where the disk refuses, it is held again after a restart; the history itself tells of such a disk.
    history.approve(roomKey, item);
    const approved: Comment = { ...item, verdict: cleanVerdict };
    hub.setVerdict(roomKey, item.id, cleanVerdict);
    overlays.showApproved(roomKey, desk.visible(roomKey, [approved]));
  };

  const hide = ({ roomKey, item }: HeldItem, reason: Localized) => {
    const { userId, nick } = item.person;
    const action = { type: 'hide-comment', userId, nick, itemId: item.id } as const;
    void desk.act({ action, rooms: [roomKey], reason, original: item.text });
  };

  const mute = ({ roomKey, item }: HeldItem) => {
    const { userId, nick } = item.person;
    const action = { type: 'mute', userId, nick, seconds: settings().muteSeconds } as const;
    void desk.act({ action, rooms: [roomKey], reason: reasonHeld(item), original: item.text });
  };

  const parked = createParkedComments();
  const takeOut = (which: (held: HeldItem) => boolean): readonly HeldItem[] => {
    const gone = queue.takeOut(which);
    for (const { id } of gone) mirror.patch('held', { [id]: null });
    return gone;
  };

  /** True while the comments are being dropped because something else has hidden them already. */
  let hiddenElsewhere = false;

  const queue = createHeldQueue({
    clock: options.clock,
    most: MOST_HELD,
    policy: settings,
    onWaiting: (held) => mirror.patch('held', { [held.id]: held }),
    onEnd: (held, { outcome, released }) => {
      mirror.patch('held', { [held.id]: null });
      if (released) letThrough(held);
      else if (!hiddenElsewhere) hide(held, reasonNotShown(outcome, held.item));
    },
  });

  const drop = (gone: (held: HeldItem) => boolean, by: (held: HeldItem) => string) => {
    hiddenElsewhere = true;
    queue.drop(gone, by);
    hiddenElsewhere = false;
  };

  const decideOne = (id: string, decision: HeldDecision): HeldEnd => {
    const approve = decision === 'approve' || decision === 'approve-and-allow';
    const roomKey = queue.get(id)?.roomKey;
    const by = roomKey === undefined ? '' : options.actorOf(roomKey);
    const { end, first, held } = queue.decide(id, approve, by);
    if (held !== undefined && decision === 'deny-and-mute') mute(held);
    const allowed =
      held !== undefined && decision === 'approve-and-allow' ? allowWhatWasHeld(book, held.item) : [];
    return { id, ...end, first, allowed };
  };

  return {
    decide: (ids: readonly string[], decision: HeldDecision): HeldEnd[] =>
      [...new Set(ids)].map((id) => decideOne(id, decision)),
    /** Takes what a feed delivered: held comments wait, recalled ones wait no longer. */
    take: (roomKey: RoomKey, items: readonly FeedItem[]): void => {
      for (const item of desk.visible(roomKey, items)) {
        if (item.kind === 'comment' && item.verdict.level === 'hold') queue.add(roomKey, item);
      }
      const gone = new Set(recalledIn(items));
      if (gone.size > 0)
        drop(
          (held) => held.roomKey === roomKey && gone.has(held.item.id),
          () => '',
        );
    },
    /** Something was hidden by another way: a mute, a ban, a hidden user. */
    purged: ({ roomKey, itemIds, userId, upTo, hidden }: EventPayload<'feed:purge'>): void => {
      if (!hidden) return;
      const covers = ({ item }: HeldItem) =>
        itemIds.includes(item.id) ||
        (item.person.userId === userId && (upTo == null || item.receivedAt <= upTo));
      drop(
        (held) => held.roomKey === roomKey && covers(held),
        ({ roomKey: key }) => options.actorOf(key),
      );
    },
    /** A room is closed: nobody can decide about its comments until it is open again. */
    roomClosed: (roomKey: RoomKey): void => {
      const undecided = takeOut((held) => held.roomKey === roomKey);
      parked.park(
        roomKey,
        undecided.map(({ item }) => item),
      );
    },
    /** What was hidden meanwhile waits no more, and nothing is denied to make room. */
    roomOpened: (roomKey: RoomKey): void => {
      const visible = desk.visible(roomKey, parked.take(roomKey));
      const room = MOST_HELD - queue.waiting().length;
      for (const item of visible.slice(Math.max(0, visible.length - room)))
        if (item.kind === 'comment') queue.add(roomKey, { ...item, past: true });
    },
    accountClosed: (accountId: string): void =>
      parked.forget((roomKey) => accountIdOf(roomKey) === accountId),
    /** What a person said is forgotten, in these rooms. */
    forgetPerson: (userId: string, inRoom: (roomKey: RoomKey) => boolean): void => {
      const isTheirs = (roomKey: RoomKey, { person }: Comment) => inRoom(roomKey) && person.userId === userId;
      takeOut(({ roomKey, item }) => isTheirs(roomKey, item));
      parked.forget(isTheirs);
    },
    forgetItems: (): void => {
      takeOut(() => true);
      parked.forget(() => true);
    },
    dispose: queue.dispose,
  };
};
export type HeldDesk = ReturnType<typeof createHeldDesk>;
