import type { Account } from '../../contract/models/account.ts';
import { ok } from '../../contract/result.ts';
import type { CallQueues } from '../im-admin/call-queues.ts';
import type { Ports } from '../ports.ts';
import { type AccountIdentity, type AccountSession, createAccountSession } from './account-session.ts';
import type { StoredAccount, StoredOf } from './account-store.ts';
import { createKeyHolderClient, type KeyHolderIdentity, whereOf } from './key-holder-client.ts';
import type { KeyVault } from './key-vault.ts';
import { createPassSource } from './pass-source.ts';
import type { SecretVault } from './secret-vault.ts';
import { createUserSigSource } from './user-sig-source.ts';
import { createEndpointIssuer, type UserSigEndpoint } from './usersig-endpoint.ts';

export type SessionParts = Omit<
  Parameters<typeof createAccountSession>[0],
  'identity' | 'userSig' | 'seats' | 'oneRoomEach' | 'onOneRoomEach' | 'admin' | 'rights' | 'facts' | 'skewMs'
>;

export type KeyHolder = Readonly<{
  identity: AccountIdentity;
  adminUserId: string;
  where: KeyHolderIdentity['where'];
  facts?: () => Partial<Account>;
  /** The service was found to allow one room a user. */
  oneRoomEach?: boolean;
  onOneRoomEach?: () => void;
}>;

/** A session that also ends what it was signed in with. */
const endingWith = (
  session: AccountSession,
  parts: readonly { readonly dispose: () => void }[],
): AccountSession => ({
  ...session,
  close: async () => {
    for (const part of parts) part.dispose();
    await session.close();
  },
});

export const identityOf = (stored: StoredAccount): AccountIdentity => {
  const { id, kind, label, sdkAppId, userId, nick, address } = stored;
  const socket = address === undefined ? {} : { socketUrl: address.socket };
  return { id, kind, label, sdkAppId, userId, nick, ...socket };
};

/** What an endpoint account asks, with its header out of the vault. */
export const endpointOf = (
  stored: StoredOf<'usersig-endpoint'>,
  secrets: SecretVault,
  { fetch, clock }: Pick<Ports, 'fetch' | 'clock'>,
): UserSigEndpoint => ({
  sdkAppId: stored.sdkAppId,
  url: stored.url,
  fetch,
  clock,
  header: async () => {
    if (stored.headerName === undefined) return ok(undefined);
    const value = await secrets.read(stored.id);
    return value.ok ? ok({ name: stored.headerName, value: value.value }) : value;
  },
});

/** Opens sessions of each kind: the one way from a stored account to a signed-in one. */
export const createSessionOpener = (deps: {
  readonly ports: Ports;
  readonly vault: KeyVault;
  readonly secrets: SecretVault;
  readonly queues: CallQueues;
  readonly parts: SessionParts;
}) => {
  const { ports, secrets, parts } = deps;
  const { clock, log } = ports;

  const openKeyHolder = ({ identity, adminUserId, where, facts, ...seating }: KeyHolder): AccountSession => {
    const { id: accountId, sdkAppId, userId } = identity;
    const client = createKeyHolderClient(deps, {
      accountId,
      sdkAppId,
      userId,
      adminUserId,
      where,
      onRenewed: (userSig) => session.renew(userSig),
    });
    const session = createAccountSession({
      ...parts,
      identity,
      admin: client.admin,
      userSig: client.userSig,
      seats: (seatUser, onRenewed) => client.seat(seatUser, identity.nick, onRenewed),
      ...seating,
      skewMs: client.skewMs,
      ...(facts && { facts }),
    });
    return endingWith(session, [client]);
  };

  const openEndpoint = (stored: StoredOf<'usersig-endpoint'>, facts: () => Partial<Account>) => {
    const source = createUserSigSource({
      userId: stored.userId,
      issue: createEndpointIssuer(endpointOf(stored, secrets, ports)),
      clock,
      log,
      onRenewed: (userSig) => session.renew(userSig),
    });
    const session = createAccountSession({
      ...parts,
      identity: identityOf(stored),
      admin: undefined,
      userSig: source.get,
      facts,
    });
    return endingWith(session, [source]);
  };

  const openPass = (stored: StoredOf<'pass'>, facts: () => Partial<Account>) =>
    createAccountSession({
      ...parts,
      identity: identityOf(stored),
      admin: undefined,
      rights: stored.pass,
      facts,
      userSig: createPassSource({
        read: () => secrets.read(stored.id),
        expiresAt: stored.pass.expiresAt,
        now: clock.now,
      }).get,
    });

  return {
    openKeyHolder,
    open: (
      stored: StoredAccount,
      facts: () => Partial<Account>,
      onOneRoomEach: () => void,
    ): AccountSession => {
      if (stored.kind === 'usersig-endpoint') return openEndpoint(stored, facts);
      if (stored.kind === 'pass') return openPass(stored, facts);
      const { adminUserId, oneRoomEach = false } = stored;
      const where = whereOf(stored);
      return openKeyHolder({
        identity: identityOf(stored),
        adminUserId,
        where,
        facts,
        oneRoomEach,
        onOneRoomEach,
      });
    },
  };
};
export type SessionOpener = ReturnType<typeof createSessionOpener>;
