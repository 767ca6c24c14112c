import { tinyIdOf } from '../identity.ts';

/** A person as the service knows them. Times are Unix seconds; `Infinity` is for ever. */
export type Account = {
  readonly userId: string;
  readonly tinyId: string;
  /** Profile by tag, e.g. `Tag_Profile_IM_Nick` (tencent-im A12). */
  readonly profile: Map<string, string | number>;
  readonly createdAt: number;
  /** People of the simulated audience do not count towards an edition's quota. */
  readonly simulated: boolean;
  /** UserSigs issued before this are void (70052), after the REST command `kick`. */
  revokedBefore: number;
  /** Service ms of the last `kick`: logins before it are over. */
  kickedAt: number;
  /** Service ms; logins made before it count as expired (a fault). */
  expiredAt: number;
  blacklisted: boolean;
  groupMutedUntil: number;
  c2cMutedUntil: number;
};

export type Accounts = {
  get(userId: string): Account | undefined;
  /** Makes the account, or answers the one that is there. */
  ensure(userId: string, createdAt: number, simulated?: boolean): Account;
  remove(userId: string, now: number): boolean;
  /** When the account was last removed, ms; logins from before it are over. */
  removedAt(userId: string): number;
  all(): Iterable<Account>;
  /** Real accounts, as the quota counts them. */
  count(): number;
};

export const nickTag = 'Tag_Profile_IM_Nick';
export const imageTag = 'Tag_Profile_IM_Image';
export const levelTag = 'Tag_Profile_IM_Level';

export const nickOf = (account: Account): string => String(account.profile.get(nickTag) ?? '');
export const avatarOf = (account: Account): string => String(account.profile.get(imageTag) ?? '');
export const levelOf = (account: Account): number => Number(account.profile.get(levelTag) ?? 0);

export const createAccounts = (): Accounts => {
  const accounts = new Map<string, Account>();
  const removals = new Map<string, number>();
  let real = 0;
  return {
    get: (userId) => accounts.get(userId),
    ensure(userId, createdAt, simulated = false) {
      const known = accounts.get(userId);
      if (known !== undefined) return known;
      const account: Account = {
        userId,
        tinyId: tinyIdOf(userId),
        profile: new Map(),
        createdAt,
        simulated,
        revokedBefore: 0,
        kickedAt: 0,
        expiredAt: 0,
        blacklisted: false,
        groupMutedUntil: 0,
        c2cMutedUntil: 0,
      };
      accounts.set(userId, account);
      if (!simulated) real += 1;
      return account;
    },
    removedAt: (userId) => removals.get(userId) ?? 0,
    remove(userId, now) {
      const account = accounts.get(userId);
      if (account === undefined) return false;
      if (!account.simulated) real -= 1;
      removals.set(userId, now);
      return accounts.delete(userId);
    },
    all: () => accounts.values(),
    count: () => real,
  };
};
