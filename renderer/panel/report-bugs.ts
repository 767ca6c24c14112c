import { appError } from '../../main/contract/app-error.ts';
import type { Bridge } from './bridge/index.ts';
import type { Panel } from './panel.ts';

const messageOf = (error: unknown): string =>
  error instanceof Error ? `${error.name}: ${error.message}\n${error.stack ?? ''}` : String(error);

/**
 * What the browser reports as an error of the window when sizes change while it tells of sizes: it tells of the rest in
 * the next frame, and nothing is wrong.
 */
const isNoBug = (message: string): boolean => message.startsWith('ResizeObserver loop');

/** What is used of the window that bugs are met in. */
export type BugHost = {
  readonly addEventListener: {
    (kind: 'error', listener: (event: Pick<ErrorEvent, 'error' | 'message'>) => void): void;
    (kind: 'unhandledrejection', listener: (event: Pick<PromiseRejectionEvent, 'reason'>) => void): void;
  };
  readonly location: { readonly reload: () => void };
};

/** A bug is logged by the host and shown with a way to go on; a storm of one bug is told once. */
export const reportBugs = (
  host: BugHost,
  panel: Pick<Panel, 'toasts'> & { readonly bridge: Pick<Bridge, 'call'> },
): ((error: unknown) => void) => {
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
  host.addEventListener('error', (event) => {
    if (!isNoBug(event.message)) report(event.error ?? event.message);
  });
  host.addEventListener('unhandledrejection', (event) => report(event.reason));
  return report;
};
