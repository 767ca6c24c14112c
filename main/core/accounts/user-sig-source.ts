import { err, ok, type Result } from '../../contract/result.ts';
import type { Clock, Log } from '../ports.ts';
import { readUserSig } from './user-sig-claims.ts';

/** A leaked UserSig is of use for a day at most; the vendor advises no less (tencent-im B3). */
export const USER_SIG_SECONDS = 24 * 3600;

/** A fresh one is made when this share of the life of the old one is over. */
const RENEW_AT = 0.75;
/** After a renewal that failed. */
const TRY_AGAIN_MS = 60_000;
const LOOK_AGAIN_MS = 10 * 60_000;
/** One that is about to end is not given out: a request takes seconds, and a login minutes. */
const LAST_MOMENT_MS = 60_000;
/** The `Date` header counts whole seconds and takes a while to arrive; less than this is not skew. */
const SKEW_MS = 2_000;
/** A signature issued so far in the service's future is made again. */
const FUTURE_MS = 30_000;

export type IssueRequest = Readonly<{ userId: string; expireSeconds: number; now: number }>;

export type UserSigSourceDeps = Readonly<{
  userId: string;
  /** The vault's `sign`, or a back-end of the user's that answers a UserSig. */
  issue: (request: IssueRequest) => Promise<Result<string>>;
  clock: Pick<Clock, 'now' | 'setTimeout' | 'clearTimeout'>;
  log: Log;
  expireSeconds?: number;
  /** Hears each new UserSig that replaces one given out before, so that a feed can go on with it. */
  onRenewed?: (userSig: string) => void;
}>;

export type UserSigSource = Readonly<{
  /** A UserSig that is good for at least a minute; another one than `refused`, which the service refused. */
  get: (need?: Readonly<{ refused: string | undefined }>) => Promise<Result<string>>;
  /** Tells what time it is at the service, ms since the epoch. */
  observeServerTime: (at: number) => void;
  /** How far the service's clock is ahead of this computer's, ms. */
  skewMs: () => number;
  dispose: () => void;
}>;

type Current = Readonly<{ userSig: string; issuedAt: number; expiresAt: number }>;

/** Keeps one UserSig fresh by the service's clock. */
export const createUserSigSource = (deps: UserSigSourceDeps): UserSigSource => {
  const { clock, log, userId, expireSeconds = USER_SIG_SECONDS } = deps;
  let skew = 0;
  let current: Current | undefined;
  let pending: Promise<Result<string>> | undefined;
  let timer: NodeJS.Timeout | undefined;
  let disposed = false;

  const serverNow = (): number => clock.now() + skew;

  /** Renews at a time of the service's clock. Looks again often: timers stand still while a laptop sleeps. */
  const schedule = (at: number): void => {
    if (timer !== undefined) clock.clearTimeout(timer);
    if (disposed) return;
    const wait = Math.min(LOOK_AGAIN_MS, Math.max(0, at - serverNow()));
    timer = clock.setTimeout(() => {
      if (serverNow() < at) schedule(at);
      else void renew();
    }, wait);
  };

  const adopt = (userSig: string, askedAt: number): void => {
    const claims = readUserSig(userSig)?.claims;
    // A back-end may answer one that says nothing we can read; then the asked-for life is assumed.
    const issuedAt = claims?.issuedAt ?? askedAt;
    const expiresAt = claims?.expiresAt ?? askedAt + expireSeconds * 1000;
    const replaced = current !== undefined && current.userSig !== userSig;
    current = { userSig, issuedAt, expiresAt };
    schedule(Math.max(serverNow() + TRY_AGAIN_MS, issuedAt + (expiresAt - issuedAt) * RENEW_AT));
    if (replaced) deps.onRenewed?.(userSig);
  };

  const issueNow = async (): Promise<Result<string>> => {
    const now = serverNow();
    const issued = await deps.issue({ userId, expireSeconds, now });
    if (disposed) return issued;
    if (issued.ok) {
      adopt(issued.value, now);
      return issued;
    }
    log.warn('a UserSig could not be made', { code: issued.error.code });
    schedule(serverNow() + TRY_AGAIN_MS);
    return err(issued.error);
  };

  const renew = (): Promise<Result<string>> => {
    pending ??= issueNow().finally(() => {
      pending = undefined;
    });
    return pending;
  };

  const isUsable = ({ userSig, issuedAt, expiresAt }: Current, refused: string | undefined): boolean =>
    userSig !== refused && expiresAt - serverNow() > LAST_MOMENT_MS && issuedAt - serverNow() < FUTURE_MS;

  return {
    get: async (need) => {
      if (current !== undefined && isUsable(current, need?.refused)) return ok(current.userSig);
      return renew();
    },
    observeServerTime: (at) => {
      const seen = at - clock.now();
      if (Math.abs(seen - skew) > SKEW_MS) skew = seen;
    },
    skewMs: () => skew,
    dispose: () => {
      disposed = true;
      if (timer !== undefined) clock.clearTimeout(timer);
    },
  };
};
