import { err, ok } from '../../contract/result.ts';
import { accountProblems } from '../accounts/account-problems.ts';
import { createFeedPages } from '../feed/feed-pages.ts';
import { notConnected } from '../feed/pending-sends.ts';
import type { Handlers } from '../router.ts';
import type { Services } from './services.ts';

export const roomHandlers = ({
  accounts,
  accountsService,
  board,
  hub,
  history,
  desk,
  firstTimers,
}: Services) => {
  const pages = createFeedPages({ hub, history });
  return {
    'room:open': ({ accountId, roomId }) => {
      const account = accounts.get(accountId);
      if (!account.ok) return account;
      const { rights } = account.value;
      if (rights !== undefined && !rights.rooms.includes(roomId)) return err(accountProblems.roomNotInPass());
      accountsService.desk.rememberRoom(accountId, roomId, true);
      return ok({ roomKey: account.value.openRoom(roomId) });
    },
    'room:close': ({ roomKey }) => {
      const found = accounts.ofRoom(roomKey);
      if (!found.ok) return found;
      const { session, roomId } = found.value;
      session.closeRoom(roomId);
      accountsService.desk.rememberRoom(session.identity.id, roomId, false);
      return ok({});
    },
    'room:say': ({ roomKey, text, danmaku }) => {
      const found = accounts.ofRoom(roomKey);
      if (!found.ok) return found;
      const { rights } = found.value.session;
      if (rights !== undefined && !rights.may.includes('say')) return err(accountProblems.sayNotInPass());
      const room = board.get(roomKey);
      if (room === undefined) return err(notConnected);
      return found.value.session.say(found.value.roomId, text, danmaku, room.convention);
    },
    'feed:recent': ({ roomKey, limit, before }) => {
      const { itemIds, users } = desk.hiddenInRoom(roomKey);
      const page =
        board.get(roomKey) === undefined ? { items: [], more: false } : pages.recent(roomKey, limit, before);
      return ok({
        ...page,
        firstTime: firstTimers.among(roomKey, page.items),
        hidden: { itemIds: [...itemIds], users: { ...users } },
      });
    },
  } satisfies Partial<Handlers>;
};
