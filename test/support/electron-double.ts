import { EventEmitter } from 'node:events';
import type { App, Display, IpcMain, IpcMainInvokeEvent, MenuItemConstructorOptions } from 'electron';
import type { ElectronParts } from '../../main/hosts/desktop/electron-parts.ts';
import { fakeWindows, type Methods } from './electron-windows.ts';

/**
 * A hand-written stand-in for the parts of Electron that the desktop host touches. Methods are typed by Electron's own
 * types, so that a method that Electron changes or drops does not compile here; events go through an emitter.
 */

type Handler = (event: IpcMainInvokeEvent, ...args: unknown[]) => unknown;

/** Electron's IPC on the main side: `call` is what a page's preload does. */
export const fakeIpc = () => {
  const handlers = new Map<string, Handler>();
  const ipcMain: Pick<IpcMain, 'handle'> = {
    handle: (channel, handler) => void handlers.set(channel, handler as Handler),
  };
  return {
    ipcMain,
    call: (channel: string, sender: unknown, senderFrame: unknown, ...args: unknown[]) =>
      handlers.get(channel)?.({ sender, senderFrame } as unknown as IpcMainInvokeEvent, ...args),
  };
};

const oneDisplay = {
  id: 1,
  label: 'Main',
  bounds: { x: 0, y: 0, width: 1920, height: 1080 },
  workArea: { x: 0, y: 0, width: 1920, height: 1040 },
} as Display;

/** The whole of what the host imports from Electron. `taken` and `unknown` are shortcuts that are refused. */
export const fakeElectron = (options: {
  readonly userData: string;
  readonly appPath: string;
  readonly packaged?: boolean;
}) => {
  const appEvents = new EventEmitter();
  const screenEvents = new EventEmitter();
  const windows = fakeWindows();
  const ipc = fakeIpc();
  const said = {
    done: [] as unknown[][],
    menus: [] as MenuItemConstructorOptions[][],
    tray: {
      made: 0,
      tip: '',
      image: '',
      items: [] as MenuItemConstructorOptions[],
      click: () => undefined as unknown,
    },
    notes: [] as { readonly title?: string; readonly click: () => void }[],
    taken: new Set<string>(),
    unknown: new Set<string>(),
    switches: [] as string[],
    schemes: [] as unknown[],
  };
  const note = (...what: unknown[]) => void said.done.push(what);

  const appMethods: Methods<
    App,
    | 'getPath'
    | 'getAppPath'
    | 'getVersion'
    | 'getPreferredSystemLanguages'
    | 'setPath'
    | 'enableSandbox'
    | 'requestSingleInstanceLock'
    | 'setAppUserModelId'
    | 'setAsDefaultProtocolClient'
    | 'setBadgeCount'
    | 'whenReady'
  > = {
    getPath: () => options.userData,
    getAppPath: () => options.appPath,
    getVersion: () => '9.9.9',
    getPreferredSystemLanguages: () => ['en-GB'],
    setPath: (name, path) => note('path', name, path),
    enableSandbox: () => note('sandbox'),
    requestSingleInstanceLock: () => true,
    setAppUserModelId: (id) => note('app id', id),
    setAsDefaultProtocolClient: () => true,
    setBadgeCount: (count) => {
      note('badge', count);
      return true;
    },
    whenReady: () => Promise.resolve(),
  };
  /** Ends as Electron does: asks first, and is gone unless somebody prevents it. */
  const quit = () => {
    let prevented = false;
    appEvents.emit('before-quit', { preventDefault: () => (prevented = true) });
    if (!prevented) note('quit');
  };
  const app = {
    ...appMethods,
    isPackaged: options.packaged ?? false,
    commandLine: { appendSwitch: (name: string, value = '') => said.switches.push(`${name}=${value}`) },
    on: appEvents.on.bind(appEvents),
    quit,
    exit: (code: number) => note('exit', code),
  };
  class FakeTray extends EventEmitter {
    constructor(image: { readonly path: string }) {
      super();
      said.tray.made += 1;
      said.tray.click = () => this.emit('click');
      said.tray.image = image.path;
    }
    setImage(image: { readonly path: string }) {
      said.tray.image = image.path;
    }
    setToolTip(tip: string) {
      said.tray.tip = tip;
    }
    setContextMenu(menu: { readonly items: MenuItemConstructorOptions[] }) {
      said.tray.items = menu.items;
    }
  }
  class FakeNotification extends EventEmitter {
    static isSupported = () => true;
    constructor(text: { readonly title?: string }) {
      super();
      said.notes.push({ ...text, click: () => this.emit('click') });
    }
    show() {
      note('notify');
    }
  }
  const parts = {
    app,
    BrowserWindow: windows.FakeWindow,
    dialog: {
      showMessageBox: async () => ({ response: 0, checkboxChecked: false }),
      showErrorBox: (title: string, text: string) => note('error box', title, text),
    },
    globalShortcut: {
      register: (accelerator: string) => {
        if (said.unknown.has(accelerator)) throw new TypeError('conversion failure');
        return !said.taken.has(accelerator);
      },
      unregisterAll: () => note('keys released'),
    },
    ipcMain: ipc.ipcMain,
    Menu: {
      buildFromTemplate: (items: MenuItemConstructorOptions[]) => ({
        items,
        popup: () => said.menus.push(items),
      }),
      setApplicationMenu: ({ items }: { readonly items: MenuItemConstructorOptions[] }) =>
        said.menus.push(items),
    },
    nativeImage: { createFromPath: (path: string) => ({ path }) },
    Notification: FakeNotification,
    powerSaveBlocker: {
      start: (type: string) => {
        note('awake', type);
        return 7;
      },
      stop: (id: number) => note('asleep', id),
    },
    protocol: {
      registerSchemesAsPrivileged: (schemes: unknown[]) => said.schemes.push(...schemes),
      handle: (scheme: string) => note('protocol', scheme),
    },
    safeStorage: {
      isAsyncEncryptionAvailable: async () => false,
      getSelectedStorageBackend: () => 'basic_text',
    },
    screen: {
      getAllDisplays: () => [oneDisplay],
      getPrimaryDisplay: () => oneDisplay,
      on: screenEvents.on.bind(screenEvents),
    },
    shell: { openExternal: async (address: string) => note('external', address) },
    Tray: FakeTray,
    utilityProcess: {
      fork: () => {
        throw new Error('No utility processes in this stand-in.');
      },
    },
  } satisfies { readonly [K in keyof ElectronParts]: unknown };
  return {
    electron: parts as unknown as ElectronParts,
    app: appEvents,
    quit,
    said,
    windows: windows.made,
    call: ipc.call,
  };
};
