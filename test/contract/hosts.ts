import { randomBytes } from 'node:crypto';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { IpcMain, IpcMainInvokeEvent } from 'electron';
import type { Router } from '../../main/core/router.ts';
import { startPanelServer } from '../../main/hosts/browser/panel-server.ts';
import { createPanelIpc } from '../../main/hosts/desktop/ipc.ts';
import { fakeContents } from '../support/electron-windows.ts';
import { connectPanel } from '../support/panel-client.ts';

/** A host's way from a panel to the router. */
export type HostDoor = {
  readonly call: (call: string, input: unknown) => Promise<unknown>;
  readonly close: () => Promise<void>;
};

/** The real server and socket of the browser host. */
const openBrowserDoor = async (router: Router): Promise<HostDoor> => {
  const server = await startPanelServer({
    assets: mkdtempSync(join(tmpdir(), 'livedeck-assets-')),
    port: 0,
    secret: randomBytes(16).toString('hex'),
    focusToken: 'focus',
    router,
    overlayOrigin: () => undefined,
    onFocus: () => undefined,
  });
  const panel = await connectPanel(server.url);
  return {
    call: panel.call,
    close: async () => {
      panel.close();
      await server.close();
    },
  };
};

type Listener = (event: IpcMainInvokeEvent, ...args: unknown[]) => unknown;

/** The desktop host's IPC, with a double in place of Electron that copies what crosses as Electron does. */
export const openDesktopIpc = (router: Router) => {
  let listener: Listener = () => undefined;
  const ipcMain = {
    handle: (_channel: string, heard: Listener) => {
      listener = heard;
    },
  } as unknown as Pick<IpcMain, 'handle'>;
  const ipc = createPanelIpc(ipcMain, () => router);
  const panel = fakeContents('app://panel/');
  ipc.add(panel.contents);
  const invoke = async (event: unknown, ...args: unknown[]): Promise<unknown> =>
    structuredClone(await listener(event as IpcMainInvokeEvent, ...structuredClone(args)));
  return { invoke, panel, event: { sender: panel.contents, senderFrame: panel.mainFrame } };
};

const openDesktopDoor = async (router: Router): Promise<HostDoor> => {
  const { invoke, event } = openDesktopIpc(router);
  return { call: (call, input) => invoke(event, call, input), close: async () => undefined };
};

export const doors = [
  ['browser', openBrowserDoor],
  ['desktop', openDesktopDoor],
] as const;
