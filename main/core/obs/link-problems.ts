import { type AppError, appError } from '../../contract/app-error.ts';
import type { obsRefusals } from '../../contract/models/obs.ts';

/** Why a line to OBS could not be opened or has ended. Only `lost` is worth trying again without a person. */
export type LinkProblem = {
  readonly why: (typeof obsRefusals)[number] | 'lost';
  readonly error: AppError;
};

/** Close codes of obs-websocket 5 (protocol.md, "WebSocketCloseCode"). */
const closeCodes = {
  authenticationFailed: 4009,
  unsupportedRpcVersion: 4010,
  sessionInvalidated: 4011,
} as const;

const whereToFind = {
  en: 'In OBS open Tools → WebSocket Server Settings → Show Connect Info, copy the password and enter it here.',
  'zh-CN': '在 OBS 中打开“工具 → WebSocket 服务器设置 → 显示连接信息”，复制密码并填到这里。',
};

const switchOn = {
  en: 'Start OBS, open Tools → WebSocket Server Settings and tick "Enable WebSocket server". Check that the address and the port are the same here and there.',
  'zh-CN':
    '启动 OBS，打开“工具 → WebSocket 服务器设置”，勾选“开启 WebSocket 服务器”，并核对两边的地址和端口是否一致。',
};

const problem = (why: LinkProblem['why'], error: AppError): LinkProblem => ({ why, error });

export const passwordMissing = problem(
  'no-password',
  appError(
    'not-allowed',
    { en: 'OBS asks for a password, and none is entered here.', 'zh-CN': 'OBS 需要密码，但这里尚未填写。' },
    { remedy: whereToFind },
  ),
);

const passwordWrong = problem(
  'password',
  appError(
    'not-allowed',
    { en: 'OBS refused the password.', 'zh-CN': 'OBS 拒绝了该密码。' },
    { remedy: whereToFind },
  ),
);

const tooOld = problem(
  'version',
  appError(
    'refused-by-service',
    {
      en: 'This OBS speaks another version of the connection than Livedeck.',
      'zh-CN': '此 OBS 的连接协议版本与 Livedeck 不同。',
    },
    { remedy: { en: 'Update OBS to 28 or newer.', 'zh-CN': '请将 OBS 更新到 28 或更高版本。' } },
  ),
);

const sentAway = problem(
  'kicked',
  appError(
    'not-allowed',
    {
      en: 'OBS ended the connection: somebody kicked Livedeck in the WebSocket settings, or changed the password there.',
      'zh-CN': 'OBS 断开了连接：有人在 WebSocket 设置中踢出了 Livedeck，或更改了密码。',
    },
    {
      remedy: {
        en: 'Connect again. If the password was changed, enter the new one first.',
        'zh-CN': '请重新连接。如果密码已更改，请先填写新密码。',
      },
    },
  ),
);

/** Nobody answers there, or the line broke. */
export const unreachable = (address: string, port: number, info = ''): LinkProblem =>
  problem(
    'lost',
    appError(
      'unavailable',
      {
        en: `OBS does not answer at ${address}, port ${port}.`,
        'zh-CN': `${address} 端口 ${port} 上的 OBS 没有响应。`,
      },
      { remedy: switchOn, retryable: true, ...(info === '' ? {} : { vendor: { code: -1, info } }) },
    ),
  );

/** Something listens there and does not speak OBS's protocol. */
export const notObs = (address: string, port: number): LinkProblem =>
  problem(
    'lost',
    appError(
      'unavailable',
      {
        en: `Something answers at ${address}, port ${port}, but not as OBS does. It is another program, or OBS hangs.`,
        'zh-CN': `${address} 端口 ${port} 上有程序响应，但不像 OBS：可能是其他程序，或者 OBS 已卡住。`,
      },
      { remedy: switchOn, retryable: true },
    ),
  );

/** What a close code of OBS means; `undefined` where the line only broke. */
export const refusalOf = (closeCode: number): LinkProblem | undefined => {
  if (closeCode === closeCodes.authenticationFailed) return passwordWrong;
  if (closeCode === closeCodes.unsupportedRpcVersion) return tooOld;
  if (closeCode === closeCodes.sessionInvalidated) return sentAway;
  return undefined;
};
