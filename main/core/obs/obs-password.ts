import { type AppError, appError } from '../../contract/app-error.ts';
import type { ObsState } from '../../contract/models/obs-state.ts';
import { err, type Result } from '../../contract/result.ts';
import type { Protection } from '../accounts/sealing.ts';
import type { SecretVault } from '../accounts/secret-vault.ts';
import type { ObsSecretPort } from './overlay-port.ts';

/** OBS's password is bound to these when it is sealed; neither is an account's. */
const owner = { accountId: 'obs', sdkAppId: 0 } as const;

const enterAgain = { en: 'Enter the password of OBS again.', 'zh-CN': '请重新填写 OBS 密码。' };

/** The vault speaks of keys and accounts; here it is the password of OBS. */
const problems: Partial<Record<AppError['code'], AppError>> = {
  damaged: appError(
    'damaged',
    {
      en: 'The kept password of OBS could not be opened: it was stored by another user or on another computer, or was changed.',
      'zh-CN': '无法打开已保存的 OBS 密码：可能由其他用户或在其他电脑上保存，或已被改动。',
    },
    { remedy: enterAgain },
  ),
  storage: appError(
    'storage',
    { en: 'The password of OBS could not be stored or read.', 'zh-CN': 'OBS 密码无法保存或读取。' },
    {
      remedy: {
        en: 'Check that the disk is not full and the data folder can be written, or keep the password only for this run.',
        'zh-CN': '请检查磁盘空间以及数据文件夹的写入权限，或仅在本次运行中保留密码。',
      },
    },
  ),
  'not-allowed': appError(
    'not-allowed',
    {
      en: 'The password of OBS does not open: the passphrase is wrong, or what is stored was changed.',
      'zh-CN': 'OBS 密码无法解锁：口令错误，或存储内容已被改动。',
    },
    {
      remedy: {
        en: 'Try again, or enter the password of OBS anew.',
        'zh-CN': '请重试，或重新填写 OBS 密码。',
      },
    },
  ),
};

const inOwnWords = <T>(result: Result<T>): Result<T> =>
  result.ok ? result : err(problems[result.error.code] ?? result.error);

export type ObsPassword = ObsSecretPort & {
  readonly state: () => ObsState['passwordKept'];
  /** Reads what the system sealed; a passphrase's waits for `unlock`. */
  readonly open: () => Promise<Result<unknown>>;
  readonly set: (password: string, protection: Protection) => Promise<Result<null>>;
  readonly forget: () => Result<null>;
  readonly unlock: (passphrase: string) => Promise<Result<unknown>>;
};

/** Keeps OBS's password as signing keys are kept: sealed by the system, behind a passphrase, or for this run only. */
export const createObsPassword = (vault: SecretVault): ObsPassword => {
  let held: string | undefined;

  const take = (opened: Result<string>): Result<unknown> => {
    if (opened.ok) held = opened.value;
    return inOwnWords(opened);
  };

  return {
    get: () => held,
    state: () => {
      const kept = vault.info(owner.accountId);
      if (kept === undefined) return 'none';
      return kept.keptBy === 'passphrase' && held === undefined ? 'locked' : kept.keptBy;
    },
    open: async () => {
      const kept = vault.info(owner.accountId);
      if (kept?.keptBy !== 'os') return { ok: true, value: null };
      return take(await vault.read(owner.accountId));
    },
    set: async (password, protection) => {
      const kept = inOwnWords(await vault.put({ ...owner, text: password, protection }));
      if (kept.ok) held = password;
      return kept;
    },
    forget: () => {
      const forgotten = inOwnWords(vault.forget(owner.accountId));
      if (forgotten.ok) held = undefined;
      return forgotten;
    },
    unlock: async (passphrase) => take(await vault.unlock(owner.accountId, passphrase)),
  };
};
