import type { Bridge } from '../../bridge/index.ts';
import type { Commands } from '../commands/index.ts';
import type { ShellStore } from '../shell/index.ts';
import type { Toasts } from '../toasts/index.ts';

type UpdateCall = 'update:check' | 'update:download' | 'update:install' | 'update:dismiss';

export type DesktopControl = {
  /** What is asked of updates; a refusal is told. */
  readonly update: (call: UpdateCall) => void;
  readonly dispose: () => void;
};

/** What the desktop around the panel asks of it, and what the panel asks of updates. */
export const createDesktopControl = (deps: {
  readonly bridge: Bridge;
  readonly commands: Pick<Commands, 'pause'>;
  readonly shell: ShellStore;
  readonly toasts: Toasts;
}): DesktopControl => {
  const { bridge, commands, shell, toasts } = deps;
  const ask = async (call: UpdateCall): Promise<void> => {
    const answer = await bridge.call(call, {});
    if (answer.ok) return;
    toasts.show({
      title: ({ t }) => t('failed.update'),
      troubles: [{ where: undefined, error: answer.error }],
      retry: answer.error.retryable ? () => void ask(call) : undefined,
    });
  };
  const stops = [
    bridge.on('app:key', () => void commands.pause()),
    bridge.on('app:go-to', ({ page }) => shell.setState({ page, over: 'none' })),
  ];
  return {
    update: (call) => void ask(call),
    dispose: () => {
      for (const stop of stops) stop();
    },
  };
};
