import { type AppError, type AppErrorCode, appError, type Localized } from '../../contract/app-error.ts';

const problem = (
  code: AppErrorCode,
  en: string,
  zh: string,
  remedy?: Localized,
  retryable = false,
): AppError =>
  appError(code, { en, 'zh-CN': zh }, { ...(remedy === undefined ? {} : { remedy }), retryable });

/** What can be wrong with an account. No text repeats a secret. */
export const accountProblems = {
  unknown: () => problem('not-found', 'There is no such account.', '该账号不存在。'),
  otherKind: () =>
    problem('conflict', 'That account is of another kind.', '该账号属于另一种类型。', {
      en: 'Remove it first, or add a new one beside it.',
      'zh-CN': '请先移除该账号，或另外添加一个。',
    }),
  alreadyThere: (label: string) =>
    problem(
      'conflict',
      `This user of this app is already there as “${label}”. Two at once would throw each other out.`,
      `该应用的这个用户已添加为“${label}”，同时登录会互相踢下线。`,
      { en: 'Open that one, or choose another user.', 'zh-CN': '请打开该账号，或换一个用户。' },
    ),
  locked: () =>
    problem('not-ready', 'This account is locked.', '该账号已锁定。', {
      en: 'Unlock it with its passphrase.',
      'zh-CN': '请用口令解锁。',
    }),
  secretGone: () =>
    problem(
      'not-ready',
      'The secret of this account was kept only until Livedeck was closed.',
      '该账号的密钥仅在上次运行中保留，现已清除。',
      { en: 'Enter it again.', 'zh-CN': '请重新录入。' },
    ),
  needsKey: () =>
    problem('not-allowed', 'This account does not hold the key.', '该账号不持有密钥。', {
      en: 'Use the account of the key holder.',
      'zh-CN': '请使用密钥持有者的账号。',
    }),
  badAddress: (what: 'rest' | 'socket' | 'url') =>
    problem(
      'invalid-input',
      what === 'socket'
        ? 'The socket address must start with wss://; ws:// is for this machine only.'
        : 'The address must start with https://; http:// is for this machine only. It may hold no password.',
      what === 'socket'
        ? 'Socket 地址必须以 wss:// 开头；ws:// 仅限本机。'
        : '地址必须以 https:// 开头（http:// 仅限本机），且不能包含用户名或密码。',
    ),
  badHeader: () =>
    problem(
      'invalid-input',
      'This header cannot be sent: the name or the value has characters that HTTP does not allow.',
      '该请求头无法发送：名称或值包含 HTTP 不允许的字符。',
    ),
  keyDoesNotSign: () =>
    problem('invalid-input', 'What this key signs does not verify.', '该密钥的签名未能通过校验。', {
      en: 'Run Key check; it says what is wrong.',
      'zh-CN': '请使用“密钥检查”查看原因。',
    }),
  pairDoesNotFit: () =>
    problem(
      'invalid-input',
      'The public key in the zip does not belong to the private key.',
      'zip 中的公钥与私钥不匹配。',
      { en: 'Download keys.zip of this app again.', 'zh-CN': '请重新下载本应用的 keys.zip。' },
    ),
  roomNotInPass: () =>
    problem('not-allowed', 'Your pass does not cover this room.', '你的通行证不包含该房间。', {
      en: 'Ask the key holder for a pass that does.',
      'zh-CN': '请向密钥持有者索取包含该房间的通行证。',
    }),
  sayNotInPass: () =>
    problem('not-allowed', 'Your pass does not allow writing.', '你的通行证不允许发言。', {
      en: 'Ask the key holder for a pass that does.',
      'zh-CN': '请向密钥持有者索取包含该权限的通行证。',
    }),
} as const satisfies Record<string, (...details: never[]) => AppError>;
