import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Settings } from '../../../../main/contract/models/settings.ts';
import type { Bridge, Topics } from '../../bridge/index.ts';
import type { Toasts } from '../toasts/index.ts';

export type SettingsControl = {
  readonly change: (patch: Partial<Settings>) => void;
  /** What the page is searched for. */
  readonly sought: StoreApi<{ readonly text: string }>;
  readonly find: (text: string) => void;
};

/** Changes settings at once on screen and then in the host; what the host refuses goes back. */
export const createSettingsControl = (deps: {
  readonly bridge: Bridge;
  readonly topics: Topics;
  readonly toasts: Toasts;
}): SettingsControl => {
  const { bridge, topics, toasts } = deps;
  const sought = createStore(() => ({ text: '' }));

  const send = async (patch: Partial<Settings>): Promise<void> => {
    const before = topics.values.getState().settings;
    if (before !== undefined) topics.values.setState({ settings: { ...before, ...patch } });
    const answer = await bridge.call('settings:set', { patch });
    if (answer.ok) return topics.values.setState({ settings: answer.value });
    if (before !== undefined) topics.values.setState({ settings: before });
    toasts.show({
      title: ({ t }) => t('failed.settings'),
      troubles: [{ where: undefined, error: answer.error }],
      retry: () => void send(patch),
    });
  };

  return {
    change: (patch) => void send(patch),
    sought,
    find: (text) => sought.setState({ text }),
  };
};
