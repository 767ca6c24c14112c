import { type AppError, appError } from '../../contract/app-error.ts';

/** Status codes of obs-websocket 5 (protocol.md, "RequestStatus") that decide what is done next. */
export const requestStatus = { notReady: 207, notFound: 600, alreadyExists: 601 } as const;

export const notConnected = appError(
  'not-ready',
  { en: 'Livedeck is not connected to OBS.', 'zh-CN': 'Livedeck 未连接到 OBS。' },
  { remedy: { en: 'Connect to OBS first.', 'zh-CN': '请先连接 OBS。' }, retryable: true },
);

/** The line closed before the answer came. */
export const lineClosed = appError(
  'unavailable',
  { en: 'The connection to OBS broke before it answered.', 'zh-CN': 'OBS 应答前连接中断。' },
  {
    remedy: {
      en: 'Livedeck reconnects by itself; then try again.',
      'zh-CN': 'Livedeck 会自动重连，之后请重试。',
    },
    retryable: true,
  },
);

export const noAnswer = (request: string): AppError =>
  appError(
    'timeout',
    { en: `OBS did not answer in time (${request}).`, 'zh-CN': `OBS 未及时应答（${request}）。` },
    {
      remedy: {
        en: 'See whether OBS hangs or shows a question, then try again.',
        'zh-CN': '请查看 OBS 是否卡住或正在等待确认，然后重试。',
      },
      retryable: true,
    },
  );

export const oddAnswer = (request: string): AppError =>
  appError(
    'damaged',
    {
      en: `OBS gave an answer that cannot be used (${request}).`,
      'zh-CN': `OBS 的应答无法识别（${request}）。`,
    },
    { remedy: { en: 'Update OBS and try again.', 'zh-CN': '请更新 OBS 后重试。' } },
  );

export const refusedRequest = (request: string, code: number, comment: string): AppError =>
  appError(
    'refused-by-service',
    { en: `OBS refused ${request} (code ${code}).`, 'zh-CN': `OBS 拒绝了 ${request}（代码 ${code}）。` },
    { vendor: { code, info: comment.slice(0, 200) }, retryable: code === requestStatus.notReady },
  );

/** Whether OBS said that there is no such source, scene or filter. */
export const isNotFound = (error: AppError): boolean => error.vendor?.code === requestStatus.notFound;

export const isTaken = (error: AppError): boolean => error.vendor?.code === requestStatus.alreadyExists;
