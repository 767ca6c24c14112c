import { join } from 'node:path';
import type { Localized } from '../../contract/app-error.ts';
import type { ParsedInput } from '../../contract/calls.ts';
import type { JournalEntry } from '../../contract/models/action.ts';
import type { FeedItem, RoomKey } from '../../contract/models/feed-item.ts';
import { ok, type Result } from '../../contract/result.ts';
import type { OpenAccounts } from '../accounts/open-accounts.ts';
import type { History } from '../history/history.ts';
import { type Journal, openJournal } from '../history/journal.ts';
import type { Until } from '../history/journal-events.ts';
import { IN_MEMORY } from '../history/open-store.ts';
import type { Overlays } from '../overlay/overlays.ts';
import type { Ports } from '../ports.ts';
import type { RoomBoard } from '../rooms/room-board.ts';
import type { Publish } from '../state/mirror.ts';
import { createAccountGateway } from './account-gateway.ts';
import type { OneAct, Reason } from './act.ts';
import { createHiddenPeople } from './hidden-people.ts';
import { createJournalDesk } from './journal-desk.ts';
import { createModeration } from './moderation.ts';
import { showOnBoard } from './show-on-board.ts';

type Parts = {
  readonly ports: Ports;
  readonly accounts: OpenAccounts;
  readonly board: RoomBoard;
  readonly overlays: Overlays;
  readonly history: History;
  readonly appOf: (roomKey: RoomKey) => number;
  readonly publish: Publish;
  readonly report: (text: Localized) => void;
};

/** Acting comes before keeping: where the journal's file cannot be used, it is kept for this run only, and said. */
const openJournalOrMemory = ({ ports, report }: Parts): Journal => {
  const { clock, log, dataDir } = ports;
  const opened = openJournal({ file: join(dataDir, 'journal.db'), clock, log, report });
  if (opened.ok) return opened.value;
  report(opened.error.text);
  const inMemory = openJournal({ file: IN_MEMORY, clock, log, report });
  if (!inMemory.ok) throw new Error('A journal in memory could not be opened');
  return inMemory.value;
};

/** The moderation desk: what windows ask of moderation, wired to the accounts, the screen and the overlays. */
export const openModeration = (parts: Parts) => {
  const { ports, accounts, board, overlays, history, publish, appOf } = parts;
  const journal = openJournalOrMemory(parts);
  const hidden = createHiddenPeople(history.hidden, journal);

  const onEntry = (entry: JournalEntry, until?: Until) => {
    publish('journal:entry', entry);
    showOnBoard(board, entry, until);
  };

  const moderation = createModeration({
    journal,
    gateway: createAccountGateway(accounts, (roomKey) => board.get(roomKey)?.convention ?? 'plain'),
    hidden: history.hidden,
    clock: ports.clock,
    newId: () => ports.randomBytes(12).toString('base64url'),
    roomName: (roomKey) => board.get(roomKey)?.name ?? roomKey,
    actorIn: accounts.actorIn,
    appOf,
    onEntry,
    log: ports.log,
    effects: {
      hide: (roomKey, target) => {
        hidden.hide(roomKey, target);
        const who =
          'userId' in target
            ? { userId: target.userId, upTo: target.upTo, itemIds: [] }
            : { itemIds: [...target.itemIds] };
        publish('feed:purge', { roomKey, hidden: true, ...who });
        void overlays.purge(
          'userId' in target ? { roomKey, userId: target.userId } : { ids: target.itemIds },
        );
      },
      show: (roomKey, target) => {
        hidden.show(roomKey, target);
        const who =
          'userId' in target ? { userId: target.userId, itemIds: [] } : { itemIds: [...target.itemIds] };
        publish('feed:purge', { roomKey, hidden: false, ...who });
      },
    },
  });

  const asEntries = (result: Result<JournalEntry[]>) => (result.ok ? ok({ entries: result.value }) : result);

  const loadMutes = async (roomKey: RoomKey) => {
    const found = accounts.ofRoom(roomKey);
    if (!found.ok || found.value.session.admin === undefined) return;
    const list = await found.value.session.admin.getGroupMutedAccount({ roomId: found.value.roomId });
    if (list.ok)
      board.update(roomKey, { muted: Object.fromEntries(list.value.map((one) => [one.userId, one.until])) });
  };

  return {
    act: async ({ reason, ...act }: OneAct & { readonly reason: Reason }, anew = false) =>
      ok({ entries: await moderation.act({ acts: [act], reason, anew }) }),
    actMany: async ({ acts, reason }: ParsedInput<'moderation:act-many'>) =>
      ok({ entries: await moderation.act({ acts, reason }) }),
    undo: async (entryIds?: readonly string[]) => {
      const undone = await moderation.undo({ entryIds });
      if (!undone.ok) return undone;
      return ok({ entries: [...undone.value.entries], refused: [...undone.value.refused] });
    },
    retry: async (entryId: string) => {
      const retried = await moderation.retry({ entryId });
      return retried.ok ? ok({ entries: [retried.value] }) : retried;
    },
    /** Whether everybody was muted before this entry was sent, by the service's own word; absent where it gave none. */
    mutedAllBefore: (entryId: string): boolean | undefined => {
      const state = journal.entry(entryId);
      return state.ok ? state.value?.prior.allMuted : undefined;
    },
    recent: (limit: number) => asEntries(journal.recent(limit)),
    journal: createJournalDesk(journal),
    inForceOn: moderation.inForceOn,
    strikes: moderation.strikes,
    hiddenInRoom: hidden.inRoom,
    visible: (roomKey: RoomKey, items: readonly FeedItem[]) => hidden.visible(roomKey, items),
    /** A room is live: what the service knows of it is fetched, and what an earlier run left pending is settled. */
    roomIsLive: async (roomKey: RoomKey) => {
      await Promise.all([loadMutes(roomKey), moderation.reconcile()]);
    },
    dispose: async () => {
      await moderation.idle();
      journal.dispose();
    },
  };
};
export type ModerationDesk = ReturnType<typeof openModeration>;
