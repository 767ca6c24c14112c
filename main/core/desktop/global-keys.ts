import {
  type GlobalKeyName,
  type GlobalKeyState,
  type GlobalKeys,
  globalKeyNames,
} from '../../contract/models/desktop.ts';
import type { DesktopPort } from '../ports.ts';

/**
 * Keys that work while a game or OBS has the focus. Taken anew whenever they change; a key that another program holds
 * is said, never silently dead.
 */
export const createGlobalKeys = (options: {
  readonly port: Pick<DesktopPort, 'takeKey' | 'releaseKeys'>;
  readonly run: (key: GlobalKeyName) => void;
  readonly onChange: (states: Readonly<Record<GlobalKeyName, GlobalKeyState>>) => void;
}) => {
  const { port } = options;
  let last = '';

  const take = (keys: GlobalKeys, name: GlobalKeyName): GlobalKeyState => {
    const accelerator = keys[name];
    if (accelerator === '') return 'off';
    const first = globalKeyNames.find((other) => keys[other] === accelerator);
    if (first !== name) return 'double';
    return port.takeKey(accelerator, () => options.run(name));
  };

  return {
    set: (keys: GlobalKeys): void => {
      const wish = JSON.stringify(keys);
      if (wish === last) return;
      last = wish;
      port.releaseKeys();
      const states = globalKeyNames.map((name) => [name, take(keys, name)] as const);
      options.onChange(Object.fromEntries(states) as Record<GlobalKeyName, GlobalKeyState>);
    },
    dispose: port.releaseKeys,
  };
};
