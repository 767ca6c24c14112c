import { type AppError, appError, type Localized } from '../../contract/app-error.ts';
import { err, type Result } from '../../contract/result.ts';
import type { UserSigSource } from './user-sig-source.ts';

const askAgain: Localized = {
  en: 'Ask the key holder for a new pass.',
  'zh-CN': '请向密钥持有者索取新的通行证。',
};

export const passExpired: AppError = appError(
  'not-allowed',
  { en: 'The time of this pass is over.', 'zh-CN': '该通行证已过期。' },
  { remedy: askAgain },
);

const passRefused: AppError = appError(
  'not-allowed',
  {
    en: 'The service does not take this pass any more: it was revoked.',
    'zh-CN': '服务不再接受该通行证：它已被吊销。',
  },
  { remedy: askAgain },
);

/** The one UserSig of a pass. There is no other one to be had. */
export const createPassSource = (deps: {
  readonly read: () => Promise<Result<string>>;
  readonly expiresAt: number;
  readonly now: () => number;
}): Pick<UserSigSource, 'get'> => ({
  get: async (need) => {
    if (deps.now() >= deps.expiresAt) return err(passExpired);
    const userSig = await deps.read();
    return userSig.ok && userSig.value === need?.refused ? err(passRefused) : userSig;
  },
});
