import { type Answer, refuse } from './answer.ts';
import { verifyUserSig } from './usersig/verify-user-sig.ts';
import type { World } from './world.ts';

/** What counts as a failed verification; an expired UserSig is an honest mistake. */
const forgeryCodes: ReadonlySet<number> = new Set([70003, 70005, 70009]);

/** Verifies a UserSig of an account, at login and on REST alike. */
export const verifyAccount = (
  world: World,
  userId: string,
  userSig: string,
): Answer | { readonly issuedAt: number; readonly expiresAt: number } => {
  const now = world.clock.monotonic();
  const account = world.accounts.get(userId);
  if (account?.blacklisted === true) return refuse(70051);
  if (world.loginGuard.blocked(userId, now)) return refuse(70050);
  const revokedBefore = account?.revokedBefore ?? 0;
  const verdict = verifyUserSig(userSig, {
    sdkAppId: world.identity.sdkAppId,
    userId,
    now: world.clock.seconds(),
    secretKey: world.identity.secretKey,
    publicKeys: world.v1PublicKeys,
    ...(revokedBefore > 0 ? { revokedBefore } : {}),
  });
  // A fault: what was signed before that moment counts as expired.
  if (verdict.ok && verdict.issuedAt < Math.floor((account?.expiredAt ?? 0) / 1000)) return refuse(70001);
  if (verdict.ok) return verdict;
  if (forgeryCodes.has(verdict.code)) world.loginGuard.failed(userId, now);
  return { ActionStatus: 'FAIL', ErrorCode: verdict.code, ErrorInfo: verdict.info };
};
