import { eventNames } from '../../../main/contract/events.ts';
import type { PanelBridge } from '../../../main/contract/panel-wire.ts';
import type { Transport, TransportListeners } from './transport.ts';

/** The desktop host's way: what the preload put on the window. It is there for as long as the window is. */
export const createPreloadTransport = (preload: PanelBridge, listeners: TransportListeners): Transport => {
  const stops = eventNames.map((name) => preload.on(name, (payload) => listeners.onEvent(name, payload)));
  listeners.onLink({ state: 'up' });
  return {
    request: async (name, input) => {
      try {
        return await preload.call(name, input);
      } catch (error) {
        listeners.onGarbled(`${name}: ${error instanceof Error ? error.message : String(error)}`);
        return null;
      }
    },
    dispose: () => {
      for (const stop of stops) stop();
    },
  };
};
