import { useCallback } from 'react';
import type { CallInput, CallName, CallOutput } from '../../../../main/contract/calls.ts';
import { usePanel } from '../../panel-context.tsx';

export type Ask = <C extends CallName>(name: C, input: CallInput<C>) => Promise<CallOutput<C> | undefined>;

/** Calls the host; what it refuses is shown with its reason, and there is no answer then. */
export const useAsk = (): Ask => {
  const { bridge, toasts } = usePanel();
  return useCallback(
    async (name, input) => {
      const answer = await bridge.call(name, input);
      if (answer.ok) return answer.value;
      toasts.show({
        title: ({ t }) => t('words.failed'),
        troubles: [{ where: undefined, error: answer.error }],
        retry: undefined,
      });
      return undefined;
    },
    [bridge, toasts],
  );
};
