import type { CallQueues } from '../im-admin/call-queues.ts';
import { createImAdmin } from '../im-admin/im-admin.ts';
import type { Ports } from '../ports.ts';
import type { StoredOf } from './account-store.ts';
import type { KeyVault } from './key-vault.ts';
import type { RegionName } from './region.ts';
import { createUserSigSource, type IssueRequest, type UserSigSource } from './user-sig-source.ts';

/** What a `Date` header counts in. */
const A_SECOND_MS = 1_000;

export type KeyHolderClientDeps = Readonly<{
  ports: Pick<Ports, 'clock' | 'log' | 'fetch'>;
  vault: KeyVault;
  queues: CallQueues;
}>;

export type KeyHolderIdentity = Readonly<{
  accountId: string;
  sdkAppId: number;
  userId: string;
  adminUserId: string;
  where: Readonly<{ region: RegionName }> | Readonly<{ baseUrl: string }>;
  /** Hears each UserSig of `userId` that replaces an older one. */
  onRenewed?: (userSig: string) => void;
}>;

/** Where the admin interface of a stored account is. */
export const whereOf = ({ address, region }: StoredOf<'key-holder'>): KeyHolderIdentity['where'] =>
  address?.rest === undefined ? { region } : { baseUrl: address.rest };

/**
 * Signs for the user and for the app admin, and calls the admin interface. The service's clock, heard with each of its
 * answers, serves both signatures.
 */
export const createKeyHolderClient = (
  { ports, vault, queues }: KeyHolderClientDeps,
  who: KeyHolderIdentity,
) => {
  const { clock, log } = ports;
  const issue = (request: IssueRequest) => vault.sign(who.accountId, request);
  const own = createUserSigSource({
    userId: who.userId,
    issue,
    clock,
    log,
    ...(who.onRenewed && { onRenewed: who.onRenewed }),
  });
  const isSame = who.adminUserId === who.userId;
  const admins = isSame ? own : createUserSigSource({ userId: who.adminUserId, issue, clock, log });
  const seats = new Set<UserSigSource>();
  const admin = createImAdmin({
    ...who.where,
    sdkAppId: who.sdkAppId,
    adminUserId: who.adminUserId,
    userSig: admins.get,
    queue: queues.of(who.sdkAppId),
    onServerTime: (second) => {
      // The latest moment that the header can mean: what is signed after a revocation must not be dated before it.
      const at = second + A_SECOND_MS;
      own.observeServerTime(at);
      admins.observeServerTime(at);
      for (const seat of seats) seat.observeServerTime(at);
    },
    fetch: ports.fetch,
    clock,
    random: Math.random,
    log,
  });
  return {
    admin,
    userSig: own.get,
    skewMs: own.skewMs,
    /** Signs a further user in, under the same nickname, for a room of its own. */
    seat: (userId: string, nick: string, onRenewed: (userSig: string) => void) => {
      const source = createUserSigSource({ userId, issue, clock, log, onRenewed });
      seats.add(source);
      let known: Promise<unknown> | undefined;
      return {
        get: async (need?: Parameters<UserSigSource['get']>[0]) => {
          // Without a name viewers would see the bare userID join; a refusal is no reason not to read the room.
          known ??= admin.accountImport({ userId, nick });
          await known;
          return source.get(need);
        },
        dispose: () => {
          seats.delete(source);
          source.dispose();
        },
      };
    },
    dispose: () => {
      own.dispose();
      admins.dispose();
      admin.dispose();
    },
  };
};
