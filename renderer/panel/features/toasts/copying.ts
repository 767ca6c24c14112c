import { type AppError, appError } from '../../../../main/contract/app-error.ts';
import type { Toasts } from './toasts.ts';

/** Puts a text on the clipboard and resolves to whether it is there. Where it may not, it says so; it never rejects. */
export type Copy = (text: string) => Promise<boolean>;

const notCopied = (reason: string): AppError =>
  appError(
    'not-allowed',
    {
      en: `The clipboard could not be used (${reason}).`,
      'zh-CN': `无法使用剪贴板（${reason}）。`,
    },
    {
      remedy: {
        en: 'Allow this page to use the clipboard, then try again.',
        'zh-CN': '请允许此页面使用剪贴板，然后重试。',
      },
      retryable: true,
    },
  );

export const createCopy = (deps: {
  readonly toasts: Pick<Toasts, 'show'>;
  /** The page's clipboard. */
  readonly write: (text: string) => Promise<void>;
}): Copy => {
  const copy: Copy = async (text) => {
    try {
      await deps.write(text);
      return true;
    } catch (error) {
      deps.toasts.show({
        title: ({ t }) => t('copy.failed'),
        troubles: [
          { where: undefined, error: notCopied(error instanceof Error ? error.name : String(error)) },
        ],
        retry: () => void copy(text),
      });
      return false;
    }
  };
  return copy;
};
