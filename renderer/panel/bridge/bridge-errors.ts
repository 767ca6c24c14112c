import { type AppError, appError } from '../../../main/contract/app-error.ts';

export const hostLostError = (): AppError =>
  appError(
    'unavailable',
    {
      en: 'Livedeck stopped answering before this was done.',
      'zh-CN': 'Livedeck 在完成之前停止了响应。',
    },
    {
      remedy: {
        en: 'Check in the journal whether it took effect, then try again.',
        'zh-CN': '请先在日志里确认是否已生效，再重试。',
      },
      retryable: true,
    },
  );

export const hostSlowError = (seconds: number): AppError =>
  appError(
    'timeout',
    {
      en: `Livedeck has not answered for ${seconds} s.`,
      'zh-CN': `Livedeck 已 ${seconds} 秒没有答复。`,
    },
    {
      remedy: {
        en: 'It may still take effect. Check in the journal, then try again.',
        'zh-CN': '操作仍可能生效。请先查看日志，再重试。',
      },
      retryable: true,
    },
  );

export const garbledAnswerError = (): AppError =>
  appError(
    'internal',
    {
      en: 'The panel could not read the answer from Livedeck.',
      'zh-CN': '面板无法读取 Livedeck 的答复。',
    },
    {
      remedy: {
        en: 'Reload the panel. If it happens again, restart Livedeck.',
        'zh-CN': '请重新载入面板；若再次出现，请重启 Livedeck。',
      },
    },
  );
