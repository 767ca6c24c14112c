import { type AppError, appError } from '../../contract/app-error.ts';
import type { RoomKey } from '../../contract/models/feed-item.ts';
import { err, ok, type Result } from '../../contract/result.ts';
import { accountIdOf, roomIdOf } from '../../contract/room-key.ts';
import type { AccountSession } from './account-session.ts';

const noAccount: AppError = appError('not-found', {
  en: 'This account is not open any more. Open it again.',
  'zh-CN': '该账号已关闭，请重新打开。',
});

export type RoomOfAccount = { readonly session: AccountSession; readonly roomId: string };

/** The accounts that are open now, and which of them a room belongs to. */
export const createOpenAccounts = () => {
  const sessions = new Map<string, AccountSession>();
  const sessionOf = (roomKey: RoomKey) => sessions.get(accountIdOf(roomKey));
  return {
    add: (session: AccountSession) => sessions.set(session.identity.id, session),
    get: (accountId: string): Result<AccountSession> => {
      const session = sessions.get(accountId);
      return session === undefined ? err(noAccount) : ok(session);
    },
    ofRoom: (roomKey: RoomKey): Result<RoomOfAccount> => {
      const session = sessionOf(roomKey);
      const roomId = roomIdOf(roomKey);
      return session === undefined ? err(noAccount) : ok({ session, roomId });
    },
    /** Who acts in a room: the user of the account it is open under; `''` where that is closed. */
    actorIn: (roomKey: RoomKey): string => sessionOf(roomKey)?.identity.userId ?? '',
    /** SDKAppID of a room's account; 0 where that is closed. */
    appOf: (roomKey: RoomKey): number => sessionOf(roomKey)?.identity.sdkAppId ?? 0,
    close: async (accountId: string): Promise<void> => {
      const session = sessions.get(accountId);
      sessions.delete(accountId);
      await session?.close();
    },
    closeAll: async (): Promise<void> => {
      const all = [...sessions.values()];
      sessions.clear();
      await Promise.all(all.map((session) => session.close()));
    },
  };
};
export type OpenAccounts = ReturnType<typeof createOpenAccounts>;
