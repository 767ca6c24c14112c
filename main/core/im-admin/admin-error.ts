import { type AppError, type AppErrorCode, appError, type Localized } from '../../contract/app-error.ts';

/**
 * A failed call. `outcome` says what a caller must not guess: `not-done` = the service certainly did nothing,
 * `unknown` = a request left this machine and no answer settled what became of it.
 */
export type AdminError = AppError & Readonly<{ outcome: 'not-done' | 'unknown' }>;

export const notDone = (error: AppError): AdminError => ({ ...error, outcome: 'not-done' });

/** The failure of a request that may have been done all the same. */
export const outcomeUnknown = (error: AppError): AdminError => ({
  ...error,
  outcome: 'unknown',
  remedy: {
    en: 'It may have been done all the same. Look before you do it again.',
    'zh-CN': '操作可能已经生效，请先确认再重试。',
  },
});

const checkNetwork: Localized = {
  en: 'Check this computer’s network, proxy and firewall, and the region of the account.',
  'zh-CN': '请检查本机网络、代理、防火墙，以及账号所选地域。',
};

export const requestInvalid = (where: string): AdminError =>
  notDone(
    appError('invalid-input', {
      en: `The request was not sent: “${where}” is not valid.`,
      'zh-CN': `请求未发送：“${where}”不合法。`,
    }),
  );

export const answerUnreadable = (where: string): AppError =>
  appError(
    'damaged',
    {
      en: `The service’s answer lacks what it should hold (“${where}”).`,
      'zh-CN': `服务的应答缺少应有的内容（“${where}”）。`,
    },
    { remedy: { en: 'Report it with the command.', 'zh-CN': '请连同所用命令一起反馈。' } },
  );

export const callCancelled: AdminError = notDone(
  appError('unavailable', { en: 'Cancelled before it was sent.', 'zh-CN': '已取消，请求未发出。' }),
);

export const clientClosed: AdminError = notDone(
  appError('not-ready', {
    en: 'The account was closed before this was sent.',
    'zh-CN': '账号已关闭，请求未发出。',
  }),
);

export const noSignature: AdminError = notDone(
  appError(
    'not-ready',
    { en: 'No signature could be made for the request.', 'zh-CN': '无法为请求生成签名。' },
    { remedy: { en: 'Unlock the key of this account.', 'zh-CN': '请解锁该账号的密钥。' } },
  ),
);

const problem = (code: AppErrorCode, en: string, zh: string, retryable: boolean): AppError =>
  appError(code, { en, 'zh-CN': zh }, { remedy: checkNetwork, retryable });

/** What people are told about each kind of trouble on the way. None of them holds an address. */
export const troubleErrors = {
  network: (detail: string) =>
    problem('unavailable', `The service cannot be reached (${detail}).`, `无法连接服务（${detail}）。`, true),
  certificate: (detail: string) =>
    problem(
      'unavailable',
      `The connection is not safe: the certificate was refused (${detail}). Nothing was sent.`,
      `连接不安全：证书未通过校验（${detail}），请求未发出。`,
      false,
    ),
  timeout: () => problem('timeout', 'The service did not answer in time.', '服务未及时应答。', true),
  cancelled: () => problem('unavailable', 'Cancelled while it was under way.', '请求发出后被取消。', false),
  status: (detail: string) =>
    problem(
      'unavailable',
      `A gateway answered in place of the service (HTTP ${detail}).`,
      `网关代替服务作了应答（HTTP ${detail}）。`,
      true,
    ),
  redirect: (detail: string) =>
    problem(
      'unavailable',
      `The answer points to another address (HTTP ${detail}). Livedeck does not follow it, for it would take the signature there.`,
      `应答要求转到其他地址（HTTP ${detail}）。为避免泄露签名，Livedeck 不会跟随。`,
      false,
    ),
  'not-json': () =>
    problem(
      'unavailable',
      'Something other than the service answered, such as a proxy or a sign-in page of the network.',
      '应答的不是该服务，可能是代理或网络登录页。',
      true,
    ),
  cut: () => problem('damaged', 'The answer broke off half-way.', '应答中途中断，内容不完整。', true),
  'too-large': () =>
    problem('damaged', 'The answer was over 4 MB and was dropped.', '应答超过 4 MB，已丢弃。', false),
} as const satisfies Record<string, (detail: string) => AppError>;
