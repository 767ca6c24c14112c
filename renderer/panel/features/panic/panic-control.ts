import type { Result } from '../../../../main/contract/result.ts';
import type { Bridge, Topics } from '../../bridge/index.ts';
import type { Toasts } from '../toasts/index.ts';

export type PanicControl = {
  /** The one key: locks everything down, or ends it. */
  readonly toggle: () => void;
  /** Tries again where a room could not be locked or released. */
  readonly retry: () => void;
  readonly dismiss: () => void;
};

export const createPanicControl = (deps: {
  readonly bridge: Bridge;
  readonly topics: Topics;
  readonly toasts: Toasts;
}): PanicControl => {
  const { bridge, topics, toasts } = deps;
  const isOn = () => topics.values.getState().panic?.on === true;

  const tell = (answer: Result<unknown>, retry: () => void) => {
    if (answer.ok) return;
    toasts.show({
      title: ({ t }) => t('failed.panic'),
      troubles: [{ where: undefined, error: answer.error }],
      retry,
    });
  };
  const set = async (on: boolean): Promise<void> =>
    tell(await bridge.call('panic:set', { on }), () => void set(on));

  return {
    toggle: () => void set(!isOn()),
    retry: () => void set(isOn()),
    dismiss: () =>
      void bridge.call('panic:dismiss', {}).then((answer) => tell(answer, () => void set(isOn()))),
  };
};
