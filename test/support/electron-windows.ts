import { EventEmitter } from 'node:events';
import type {
  BrowserWindow,
  BrowserWindowConstructorOptions,
  OnBeforeRequestListenerDetails,
  Session,
  WebContents,
  WebFrameMain,
} from 'electron';
import type { ElectronParts } from '../../main/hosts/desktop/electron-parts.ts';

/** Electron's windows, what is in them and their sessions, as the double in `electron-double.ts` has them. */

type WindowOpenAnswer = { readonly action: 'allow' | 'deny' };
/** Some methods of a type of Electron's: one that it changes or drops does not compile. */
export type Methods<T, K extends keyof T> = { [P in K]: T[P] };

export const fakeContents = (address: string) => {
  const emitter = new EventEmitter();
  let openHandler: (details: { readonly url: string }) => WindowOpenAnswer = () => ({ action: 'allow' });
  const sent: unknown[][] = [];
  const done: string[] = [];
  const mainFrame = { url: address } as WebFrameMain;
  const methods: Methods<
    WebContents,
    'isDestroyed' | 'send' | 'getURL' | 'reload' | 'forcefullyCrashRenderer'
  > = {
    isDestroyed: () => false,
    getURL: () => address,
    send: (...args: unknown[]) => {
      sent.push(args);
    },
    reload: () => void done.push('reload'),
    forcefullyCrashRenderer: () => void done.push('crash'),
  };
  const contents = {
    ...methods,
    mainFrame,
    on: emitter.on.bind(emitter),
    once: emitter.once.bind(emitter),
    setWindowOpenHandler: (handler: typeof openHandler) => {
      openHandler = handler;
    },
  };
  return {
    contents: contents as unknown as WebContents,
    emitter,
    mainFrame,
    sent,
    done,
    open: (url: string) => openHandler({ url }),
    /** Tells the page's guards of a move and says whether they stopped it. */
    isStopped: (event: string, url: string, isMainFrame = true): boolean => {
      let prevented = false;
      const details = { url, isMainFrame, preventDefault: () => (prevented = true) };
      emitter.emit(event, details);
      return prevented;
    },
    destroy: () => emitter.emit('destroyed'),
  };
};

type RequestHandler = Parameters<Session['setPermissionRequestHandler']>[0];
type CheckHandler = Parameters<Session['setPermissionCheckHandler']>[0];
type DeviceHandler = Parameters<Session['setDevicePermissionHandler']>[0];
type RequestGuard = (
  details: OnBeforeRequestListenerDetails,
  answer: (response: { readonly cancel?: boolean }) => void,
) => void;

export const fakeSession = () => {
  const handlers: {
    request?: RequestHandler;
    check?: CheckHandler;
    device?: DeviceHandler;
    net?: RequestGuard;
  } = {};
  const emitter = new EventEmitter();
  const session: Methods<
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
  const webRequest = { onBeforeRequest: (guard: RequestGuard) => (handlers.net = guard) };
  return {
    session: { ...session, webRequest, on: emitter.on.bind(emitter) } as unknown as Session,
    handlers,
    emitter,
  };
};

type FakeWindowMethods = Methods<
  BrowserWindow,
  | 'loadURL'
  | 'show'
  | 'showInactive'
  | 'hide'
  | 'focus'
  | 'destroy'
  | 'restore'
  | 'maximize'
  | 'isMinimized'
  | 'isFullScreen'
  | 'setFullScreen'
  | 'isMaximized'
  | 'getBounds'
  | 'getNormalBounds'
  | 'setBounds'
  | 'setAlwaysOnTop'
  | 'setIgnoreMouseEvents'
  | 'setContentProtection'
  | 'setOverlayIcon'
>;

export type WindowRecord = {
  readonly options: BrowserWindowConstructorOptions;
  loaded: string;
  shown: 'no' | 'yes' | 'inactive';
  fullScreen: boolean;
  readonly done: unknown[][];
  readonly page: ReturnType<typeof fakeContents>;
  readonly window: EventEmitter & { readonly webContents: WebContents };
};

/** Collects what windows were made with and what they were told. */
export const fakeWindows = () => {
  const made: WindowRecord[] = [];
  class FakeWindow extends EventEmitter implements FakeWindowMethods {
    static getFocusedWindow = () => null;
    readonly page = fakeContents('app://panel/');
    readonly webContents = this.page.contents;
    readonly record: WindowRecord;
    private bounds = { x: 0, y: 0, width: 800, height: 600 };
    constructor(options: BrowserWindowConstructorOptions) {
      super();
      const { x = 0, y = 0, width = 800, height = 600 } = options;
      this.bounds = { x, y, width, height };
      this.record = {
        options,
        loaded: '',
        shown: 'no',
        fullScreen: false,
        done: [],
        page: this.page,
        window: this,
      };
      made.push(this.record);
    }
    private note(...what: unknown[]) {
      this.record.done.push(what);
    }
    loadURL(address: string) {
      this.record.loaded = address;
      return Promise.resolve();
    }
    show() {
      this.record.shown = 'yes';
    }
    showInactive() {
      this.record.shown = 'inactive';
    }
    hide() {
      this.record.shown = 'no';
    }
    focus() {
      this.note('focus');
    }
    destroy() {
      this.emit('closed');
    }
    restore() {
      this.note('restore');
    }
    maximize() {
      this.note('maximize');
    }
    isMinimized() {
      return false;
    }
    isFullScreen() {
      return this.record.fullScreen;
    }
    setFullScreen(on: boolean) {
      this.record.fullScreen = on;
      this.emit(on ? 'enter-full-screen' : 'leave-full-screen');
    }
    isMaximized() {
      return false;
    }
    getBounds() {
      return this.bounds;
    }
    getNormalBounds() {
      return this.bounds;
    }
    setBounds(bounds: Partial<typeof this.bounds>) {
      this.bounds = { ...this.bounds, ...bounds };
      this.note('bounds', bounds);
    }
    setAlwaysOnTop(...args: Parameters<BrowserWindow['setAlwaysOnTop']>) {
      this.note('on top', ...args);
    }
    setIgnoreMouseEvents(...args: Parameters<BrowserWindow['setIgnoreMouseEvents']>) {
      this.note('mouse', ...args);
    }
    setContentProtection(on: boolean) {
      this.note('protect', on);
    }
    setOverlayIcon(...[image, text]: Parameters<BrowserWindow['setOverlayIcon']>) {
      this.note('badge', image === null ? null : 'image', text);
    }
  }
  return { made, FakeWindow: FakeWindow as unknown as ElectronParts['BrowserWindow'] };
};
