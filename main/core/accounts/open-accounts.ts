import { type AppError, appError } from '../../contract/app-error.ts';
import type { RoomKey } from '../../contract/models/feed-item.ts';
import { err, ok, type Result } from '../../contract/result.ts';
import type { AccountSession } from './account-session.ts';

const noAccount: AppError = appError('not-found', {
  en: 'This account is not open any more. Open it again.',
  'zh-CN': '该账号已关闭，请重新打开。',
});

export type RoomOfAccount = { readonly session: AccountSession; readonly roomId: string };

/** The accounts that are open now, and which of them a room belongs to. */
export const createOpenAccounts = () => {
  const sessions = new Map<string, AccountSession>();
  return {
    add: (session: AccountSession) => sessions.set(session.identity.id, session),
    get: (accountId: string): Result<AccountSession> => {
      const session = sessions.get(accountId);
      return session === undefined ? err(noAccount) : ok(session);
    },
    ofRoom: (roomKey: RoomKey): Result<RoomOfAccount> => {
      const slash = roomKey.indexOf('/');
      const session = sessions.get(roomKey.slice(0, slash));
      return session === undefined ? err(noAccount) : ok({ session, roomId: roomKey.slice(slash + 1) });
    },
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
