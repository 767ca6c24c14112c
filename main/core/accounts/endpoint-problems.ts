import { type AppError, appError, type Localized } from '../../contract/app-error.ts';

const askOwner: Localized = {
  en: 'Check the address and the header, or ask who runs that server.',
  'zh-CN': '请检查地址和请求头，或联系该服务器的管理者。',
};

const problem = (en: string, zh: string, retryable: boolean): AppError =>
  appError('unavailable', { en, 'zh-CN': zh }, { remedy: askOwner, retryable });

/** What can go wrong between here and a UserSig endpoint. No text repeats an answer. */
export const endpointProblems = {
  unreachable: () => problem('The UserSig server cannot be reached.', '无法连接 UserSig 服务器。', true),
  certificate: (detail: string) =>
    appError(
      'unavailable',
      {
        en: `The UserSig server’s certificate was refused (${detail}). Nothing was sent to it.`,
        'zh-CN': `UserSig 服务器的证书未通过校验（${detail}），未向其发送任何内容。`,
      },
      {
        remedy: {
          en: 'Check the address. Where your own authority signed the certificate, start Livedeck with NODE_EXTRA_CA_CERTS naming its file.',
          'zh-CN':
            '请检查地址。若证书由自有 CA 签发，请在启动 Livedeck 时用 NODE_EXTRA_CA_CERTS 指定该 CA 文件。',
        },
      },
    ),
  timeout: () => problem('The UserSig server did not answer in time.', 'UserSig 服务器未及时应答。', true),
  redirect: () =>
    problem(
      'The UserSig server points to another address. Livedeck does not follow it, for it would take the header there.',
      'UserSig 服务器要求转到其他地址。为避免泄露请求头，Livedeck 不会跟随。',
      false,
    ),
  status: (status: number) =>
    problem(
      `The UserSig server refused (HTTP ${status}).`,
      `UserSig 服务器拒绝了请求（HTTP ${status}）。`,
      status >= 500 || status === 429,
    ),
  tooLarge: () =>
    problem(
      'The answer of the UserSig server is far too long for a UserSig.',
      'UserSig 服务器的应答过长，不是 UserSig。',
      false,
    ),
  notAUserSig: () =>
    problem(
      'The UserSig server answered something that is not a UserSig.',
      'UserSig 服务器的应答不是 UserSig。',
      false,
    ),
  otherIdentity: () =>
    problem(
      'The UserSig server answered a UserSig of another user or another app.',
      'UserSig 服务器返回了其他用户或其他应用的 UserSig。',
      false,
    ),
  expired: () =>
    problem(
      'The UserSig server answered a UserSig whose time is over.',
      'UserSig 服务器返回的 UserSig 已过期。',
      true,
    ),
} as const satisfies Record<string, (...details: never[]) => AppError>;
