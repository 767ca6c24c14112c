import type { Account } from '../../contract/models/account.ts';
import type { StoredAccount, StoredOf } from './account-store.ts';

/** Some backends want their secret in the query, so that is not told. */
const endpointOf = ({ url, headerName }: StoredOf<'usersig-endpoint'>): Account['endpoint'] => {
  const { origin, pathname } = URL.canParse(url) ? new URL(url) : { origin: '', pathname: '' };
  return { address: `${origin}${pathname}`, ...(headerName !== undefined && { headerName }) };
};

/** What windows are told of a stored account besides its identity and its session. */
export const factsOf = (stored: StoredAccount): Partial<Account> => {
  const { keptBy, address } = stored;
  const base = { keptBy, ...(address && { address }) };
  if (stored.kind === 'usersig-endpoint') return { ...base, admin: false, endpoint: endpointOf(stored) };
  if (stored.kind === 'pass') {
    const { rooms, may, expiresAt } = stored.pass;
    return { ...base, admin: false, pass: { rooms, may, expiresAt } };
  }
  const { key, adminUserId, region, passes } = stored;
  return { ...base, admin: true, key, adminUserId, region, passes };
};

/** A stored account that is not signed in, as windows see it. */
export const viewOf = (stored: StoredAccount, session: Account['session']): Account => {
  const { id, kind, label, sdkAppId, userId, nick } = stored;
  return { ...factsOf(stored), id, kind, label, sdkAppId, userId, nick, session };
};
