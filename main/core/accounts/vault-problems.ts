import { type AppError, appError, type Localized } from '../../contract/app-error.ts';

const enterAgain: Localized = { en: 'Enter the key again.', 'zh-CN': '请重新录入密钥。' };

/** What can go wrong with a kept key. */
export const vaultProblems = {
  noKey: () =>
    appError(
      'not-found',
      { en: 'No key is kept for this account.', 'zh-CN': '该账号没有已保存的密钥。' },
      { remedy: enterAgain },
    ),
  locked: () =>
    appError(
      'not-ready',
      { en: 'The key is locked.', 'zh-CN': '密钥已锁定。' },
      { remedy: { en: 'Unlock it with its passphrase.', 'zh-CN': '请用口令解锁。' } },
    ),
  noOsProtection: () =>
    appError(
      'not-allowed',
      {
        en: 'This system offers no safe place for a key.',
        'zh-CN': '本系统没有可以安全保存密钥的地方。',
      },
      {
        remedy: {
          en: 'Protect the key with a passphrase, or keep it only until Livedeck is closed.',
          'zh-CN': '请用口令保护密钥，或仅在本次运行中保留。',
        },
      },
    ),
  sealFailed: () =>
    appError(
      'storage',
      { en: 'The system could not seal the key. It was not kept.', 'zh-CN': '系统无法加密密钥，未保存。' },
      {
        remedy: {
          en: 'Unlock the system’s keychain, or choose a passphrase.',
          'zh-CN': '请解锁系统钥匙串，或改用口令。',
        },
      },
    ),
  unsealFailed: () =>
    appError(
      'damaged',
      {
        en: 'The system could not open the kept key. It may have been stored by another user or on another computer.',
        'zh-CN': '系统无法打开已保存的密钥，可能由其他用户或在其他电脑上保存。',
      },
      { remedy: enterAgain },
    ),
  tampered: () =>
    appError(
      'damaged',
      {
        en: 'The kept key does not belong to this account: the file was changed. It was not used.',
        'zh-CN': '保存的密钥与该账号不符，文件已被改动，未予使用。',
      },
      { remedy: enterAgain },
    ),
  notSaved: (detail: string) =>
    appError(
      'storage',
      { en: `The key could not be saved (${detail}).`, 'zh-CN': `密钥无法保存（${detail}）。` },
      {
        remedy: {
          en: 'Check that the disk is not full and the data folder can be written.',
          'zh-CN': '请检查磁盘空间以及数据文件夹的写入权限。',
        },
      },
    ),
  notReadable: (detail: string) =>
    appError(
      'storage',
      { en: `The file of keys could not be read (${detail}).`, 'zh-CN': `无法读取密钥文件（${detail}）。` },
      {
        remedy: {
          en: 'Check the rights of the data folder and start Livedeck again.',
          'zh-CN': '请检查数据文件夹的权限，然后重新启动 Livedeck。',
        },
      },
    ),
  badRequest: (en: string, zh: string) => appError('invalid-input', { en, 'zh-CN': zh }),
} as const satisfies Record<string, (...details: never[]) => AppError>;
