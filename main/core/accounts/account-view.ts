import type { Account } from '../../contract/models/account.ts';
import type { StoredAccount } from './account-store.ts';

/** What windows are told of a stored account besides its identity and its session. */
export const factsOf = (stored: StoredAccount): Partial<Account> => {
  const { keptBy } = stored;
  if (stored.kind === 'usersig-endpoint') return { keptBy, admin: false };
  if (stored.kind === 'pass') {
    const { rooms, may, expiresAt } = stored.pass;
    return { keptBy, admin: false, pass: { rooms, may, expiresAt } };
  }
  const { key, adminUserId, region, passes } = stored;
  return { keptBy, admin: true, key, adminUserId, region, passes };
};

/** A stored account that is not signed in, as windows see it. */
export const viewOf = (stored: StoredAccount, session: Account['session']): Account => {
  const { id, kind, label, sdkAppId, userId, nick } = stored;
  return { ...factsOf(stored), id, kind, label, sdkAppId, userId, nick, session };
};
