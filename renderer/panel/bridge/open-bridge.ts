import type { PanelBridge } from '../../../main/contract/panel-wire.ts';
import { type Bridge, createBridge } from './bridge.ts';
import type { Clock } from './clock.ts';
import { createPreloadTransport } from './preload-transport.ts';
import { createSocketTransport } from './socket-transport.ts';

type PanelWindow = Window & { readonly livedeck?: PanelBridge };

/** Picks the way to the main process: the preload's where there is one, else the page's own origin. */
export const openBridge = (host: PanelWindow, clock: Clock, random: () => number): Bridge =>
  createBridge({
    clock,
    connect: (listeners) => {
      if (host.livedeck !== undefined) return createPreloadTransport(host.livedeck, listeners);
      const url = new URL('/panel-socket', host.location.href);
      url.protocol = url.protocol === 'https:' ? 'wss:' : 'ws:';
      return createSocketTransport({
        ...listeners,
        clock,
        random,
        url: url.href,
        openSocket: (address) => new WebSocket(address),
      });
    },
  });
