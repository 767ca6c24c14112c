import { appError } from '../../main/contract/app-error.ts';
import type { Panel } from './panel.ts';

const messageOf = (error: unknown): string =>
  error instanceof Error ? `${error.name}: ${error.message}\n${error.stack ?? ''}` : String(error);

/** A bug is logged by the host and shown with a way to go on; a storm of one bug is told once. */
export const reportBugs = (host: Window, panel: Panel): ((error: unknown) => void) => {
  const told = new Set<string>();
  const report = (error: unknown) => {
    const message = messageOf(error);
    if (told.has(message)) return;
    told.add(message);
    void panel.bridge.call('app:report-error', { message: message.slice(0, 4000), where: 'panel' });
    panel.toasts.show({
      title: ({ t }) => t('failed.bug'),
      troubles: [
        {
          where: undefined,
          error: appError('internal', {
            en: 'A part of the panel stopped working. It is in the log.',
            'zh-CN': '面板的一部分停止了工作，详情已写入日志。',
          }),
        },
      ],
      retry: () => host.location.reload(),
    });
  };
  host.addEventListener('error', (event) => report(event.error ?? event.message));
  host.addEventListener('unhandledrejection', (event) => report(event.reason));
  return report;
};
