import { createStore, type StoreApi } from 'zustand/vanilla';
import type { OwnKeys } from '../../../../main/contract/models/keys.ts';
import type { Topics } from '../../bridge/index.ts';
import type { SettingsControl } from '../settings/index.ts';
import type { Binding, CommandId } from './keymap.ts';
import { keysInForce, withKey, withoutKey, withUsualKeys } from './keys-in-force.ts';

export type KeymapState = {
  /** The keys in force, in the order of the table. */
  readonly table: readonly Binding[];
  /** A key is being recorded: no press is a command meanwhile, not even panic. */
  readonly recording: boolean;
};

export type Keymap = {
  readonly state: StoreApi<KeymapState>;
  readonly own: () => OwnKeys;
  readonly add: (command: CommandId, chord: string) => void;
  readonly remove: (command: CommandId, chord: string) => void;
  readonly reset: (command: CommandId) => void;
  readonly resetAll: () => void;
  readonly record: (on: boolean) => void;
  readonly dispose: () => void;
};

/** The keys of this window: they follow the settings, so that a change in any window holds in all of them at once. */
export const createKeymap = (deps: {
  readonly topics: Topics;
  readonly settings: SettingsControl;
}): Keymap => {
  const { topics, settings } = deps;
  const own = (): OwnKeys => topics.values.getState().settings?.keys ?? {};
  const state = createStore<KeymapState>(() => ({ table: keysInForce(own()), recording: false }));
  const dispose = topics.values.subscribe((values, before) => {
    if (values.settings?.keys !== before.settings?.keys) state.setState({ table: keysInForce(own()) });
  });
  const keep = (keys: OwnKeys) => settings.change({ keys });
  return {
    state,
    own,
    add: (command, chord) => keep(withKey(own(), command, chord)),
    remove: (command, chord) => keep(withoutKey(own(), command, chord)),
    reset: (command) => keep(withUsualKeys(own(), command)),
    resetAll: () => keep({}),
    record: (recording) => state.setState({ recording }),
    dispose,
  };
};
