import { EventEmitter } from 'node:events';
import type { BrowserWindowConstructorOptions, Session, WebContents, WebFrameMain } from 'electron';

/** A hand-written stand-in for the few parts of Electron that the desktop host touches. */

type WindowOpenAnswer = { readonly action: 'allow' | 'deny' };

export const fakeContents = (address: string) => {
  const emitter = new EventEmitter();
  let openHandler: (details: { readonly url: string }) => WindowOpenAnswer = () => ({ action: 'allow' });
  const sent: unknown[][] = [];
  const mainFrame = { url: address } as WebFrameMain;
  const contents = {
    mainFrame,
    on: emitter.on.bind(emitter),
    once: emitter.once.bind(emitter),
    isDestroyed: () => false,
    send: (...args: unknown[]) => {
      sent.push(args);
    },
    setWindowOpenHandler: (handler: typeof openHandler) => {
      openHandler = handler;
    },
  };
  return {
    contents: contents as unknown as WebContents,
    mainFrame,
    sent,
    open: (url: string) => openHandler({ url }),
    /** Tells the page's guards of a move and says whether they stopped it. */
    isStopped: (event: string, url: string): boolean => {
      let prevented = false;
      const details = { url, preventDefault: () => (prevented = true) };
      emitter.emit(event, details);
      return prevented;
    },
    destroy: () => emitter.emit('destroyed'),
  };
};

type RequestHandler = Parameters<Session['setPermissionRequestHandler']>[0];
type CheckHandler = Parameters<Session['setPermissionCheckHandler']>[0];
type DeviceHandler = Parameters<Session['setDevicePermissionHandler']>[0];

export const fakeSession = () => {
  const handlers: { request?: RequestHandler; check?: CheckHandler; device?: DeviceHandler } = {};
  const session: Pick<
    Session,
    'setPermissionRequestHandler' | 'setPermissionCheckHandler' | 'setDevicePermissionHandler'
  > = {
    setPermissionRequestHandler: (handler) => {
      handlers.request = handler;
    },
    setPermissionCheckHandler: (handler) => {
      handlers.check = handler;
    },
    setDevicePermissionHandler: (handler) => {
      handlers.device = handler;
    },
  };
  return { session: session as Session, handlers };
};

/** Collects what windows were made with and what they were told to load. */
export const fakeWindows = () => {
  const made: { readonly options: BrowserWindowConstructorOptions; loaded: string; shown: boolean }[] = [];
  class FakeWindow extends EventEmitter {
    readonly webContents = fakeContents('app://panel/').contents;
    readonly record;
    constructor(options: BrowserWindowConstructorOptions) {
      super();
      this.record = { options, loaded: '', shown: false };
      made.push(this.record);
    }
    loadURL(address: string) {
      this.record.loaded = address;
      return Promise.resolve();
    }
    show() {
      this.record.shown = true;
    }
  }
  return { made, FakeWindow };
};
