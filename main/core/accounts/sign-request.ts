import type { AppError } from '../../contract/app-error.ts';
import { userIdSchema } from '../../contract/models/person.ts';
import { vaultProblems } from './vault-problems.ts';

/** Half a year, the longest that the vendor's own libraries use (tencent-im B3). */
const MAX_EXPIRE_SECONDS = 180 * 86_400;

/** A line break in a user ID would forge a line of what is signed. */
const UNSIGNABLE = /\p{Cc}/u;

/** What is wrong with an SDKAppID; undefined where nothing is. */
export const sdkAppIdProblem = (sdkAppId: number): AppError | undefined =>
  Number.isInteger(sdkAppId) && sdkAppId > 0 && sdkAppId < 2 ** 32
    ? undefined
    : vaultProblems.badRequest(
        'The SDKAppID is a whole number, such as 1400000000.',
        'SDKAppID 应为整数，例如 1400000000。',
      );

/** What is wrong with a wish to sign; undefined where nothing is. */
export const signRequestProblem = (
  request: Readonly<{ sdkAppId: number; userId: string; expireSeconds: number }>,
): AppError | undefined => {
  const { sdkAppId, userId, expireSeconds } = request;
  const wrongApp = sdkAppIdProblem(sdkAppId);
  if (wrongApp !== undefined) return wrongApp;
  if (!userIdSchema.safeParse(userId).success || UNSIGNABLE.test(userId))
    return vaultProblems.badRequest(
      'A user ID has 1 to 32 bytes and no control characters.',
      '用户 ID 应为 1 至 32 字节，且不含控制字符。',
    );
  const lives = Number.isInteger(expireSeconds) && expireSeconds > 0 && expireSeconds <= MAX_EXPIRE_SECONDS;
  if (lives) return undefined;
  return vaultProblems.badRequest(
    'A UserSig lives between one second and 180 days.',
    'UserSig 的有效期应在 1 秒到 180 天之间。',
  );
};
