import type { AppError } from '../../../../main/contract/app-error.ts';
import type { MessageKey } from '../../i18n/index.ts';
import { usePanel } from '../../panel-context.tsx';

type Answer<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly error: AppError };
type Failure = Extract<MessageKey, `failed.overlay${string}` | 'failed.blank'>;

/** Waits for an answer; a refusal is told under the title, and nothing comes of it. */
export const useDo = () => {
  const { toasts } = usePanel();
  return async <T>(answer: Promise<Answer<T>>, title: Failure): Promise<T | undefined> => {
    const result = await answer;
    if (result.ok) return result.value;
    toasts.show({
      title: ({ t }) => t(title),
      troubles: [{ where: undefined, error: result.error }],
      retry: undefined,
    });
    return undefined;
  };
};
