import type { IpcMain, IpcMainInvokeEvent, WebContents } from 'electron';
import { appError } from '../../contract/app-error.ts';
import { err } from '../../contract/result.ts';
import type { Router } from '../../core/router.ts';
import type { Publish } from '../../core/state/mirror.ts';
import { APP_ORIGIN, isOwnPage } from './security.ts';

const stranger = appError('not-allowed', {
  en: 'Only the panel of Livedeck may ask this.',
  'zh-CN': '只有 Livedeck 面板可以执行此操作。',
});

/** The main frame of a known panel on our own origin; anything else is a stranger (Electron security 17). */
export const isPanelFrame = (
  event: Pick<IpcMainInvokeEvent, 'sender' | 'senderFrame'>,
  panels: ReadonlySet<WebContents>,
) => {
  const frame = event.senderFrame;
  return (
    frame !== null &&
    panels.has(event.sender) &&
    frame === event.sender.mainFrame &&
    isOwnPage(frame.url, [APP_ORIGIN])
  );
};

/** Carries calls from panels to the router and events to panels. */
export const createPanelIpc = (ipcMain: Pick<IpcMain, 'handle'>, router: () => Router) => {
  const panels = new Set<WebContents>();
  ipcMain.handle('livedeck:call', async (event, name: unknown, input: unknown) => {
    if (!isPanelFrame(event, panels)) return err(stranger);
    return router().call('panel', String(name), input);
  });
  const publish: Publish = (event, payload) => {
    for (const panel of panels) if (!panel.isDestroyed()) panel.send('livedeck:event', event, payload);
  };
  return {
    publish,
    add: (contents: WebContents) => {
      panels.add(contents);
      contents.once('destroyed', () => panels.delete(contents));
    },
  };
};
