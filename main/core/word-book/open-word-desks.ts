import type { Localized } from '../../contract/app-error.ts';
import type { FeedItem, RoomKey } from '../../contract/models/feed-item.ts';
import type { Settings } from '../../contract/models/settings.ts';
import type { FeedHub } from '../feed/feed-hub.ts';
import type { History } from '../history/history.ts';
import type { ModerationDesk } from '../moderation/open-moderation.ts';
import type { Overlays } from '../overlay/overlays.ts';
import type { Ports } from '../ports.ts';
import { openDocument } from '../settings/documents.ts';
import type { Mirror, Publish } from '../state/mirror.ts';
import { createEnforcer } from './enforcer.ts';
import { createHeldDesk } from './held-desk.ts';
import type { WordService } from './open-word-book.ts';
import { createRuleTrials } from './rule-trials.ts';
import { createStrikes, strikesDocumentSchema } from './strikes.ts';

/** What verdicts set off: the held queue, automatic actions, and rules tried on the history. */
export const openWordDesks = (options: {
  readonly ports: Pick<Ports, 'clock' | 'openDocument'>;
  readonly words: WordService;
  readonly mirror: Mirror;
  readonly settings: () => Settings;
  readonly overlays: Overlays;
  readonly hub: FeedHub;
  readonly desk: ModerationDesk;
  readonly history: History;
  readonly appOf: (roomKey: RoomKey) => number;
  /** userID of the account that a room is open under. */
  readonly actorOf: (roomKey: RoomKey) => string;
  readonly listen: (listener: Publish) => () => void;
  readonly report: (text: Localized) => void;
}) => {
  const { ports, words, mirror, desk, history } = options;
  const { clock } = ports;
  const strikes = createStrikes({
    document: openDocument({
      file: ports.openDocument('strikes'),
      schema: strikesDocumentSchema,
      now: clock.now,
      report: options.report,
    }),
    clock,
  });
  const { settings, overlays, hub, actorOf } = options;
  const held = createHeldDesk({
    clock,
    mirror,
    settings,
    book: words.book,
    overlays,
    hub,
    history,
    desk,
    actorOf,
  });
  const enforcer = createEnforcer({
    clock,
    rules: words.book.rules,
    strikes,
    appOf: options.appOf,
    act: desk.act,
  });
  const trials = createRuleTrials({
    clock,
    book: words.book,
    matcher: words.matcher,
    lists: words.lists,
    history,
  });

  const takeRooms = (patch: Readonly<Record<string, unknown>>) => {
    for (const [roomKey, room] of Object.entries(patch))
      if (room === null) held.roomClosed(roomKey);
      else held.roomOpened(roomKey);
  };

  const stopListening = options.listen((event, payload) => {
    if (event === 'feed:purge') held.purged(payload as Parameters<typeof held.purged>[0]);
    if (event !== 'state:patch') return;
    const { topic, patch } = payload as { readonly topic: string; readonly patch: Record<string, unknown> };
    if (topic === 'rooms') takeRooms(patch);
    if (topic === 'accounts')
      for (const [id, account] of Object.entries(patch)) if (account === null) held.accountClosed(id);
  });

  return {
    held,
    trials,
    strikes,
    /** Takes what a feed delivered, after it went on its way to the overlays. */
    take: (roomKey: RoomKey, items: readonly FeedItem[]): void => {
      held.take(roomKey, items);
      enforcer.take(roomKey, items);
    },
    /** What still waits is neither put on air nor kept: after a restart it would be stale. */
    dispose: () => {
      stopListening();
      held.dispose();
      trials.stop();
      strikes.dispose();
    },
  };
};
export type WordDesks = ReturnType<typeof openWordDesks>;
