import type { IpcMain, IpcMainInvokeEvent, WebContents } from 'electron';
import { appError } from '../../contract/app-error.ts';
import { isHeardBy } from '../../contract/events.ts';
import { err } from '../../contract/result.ts';
import type { Router } from '../../core/router.ts';
import type { Publish } from '../../core/state/mirror.ts';
import { APP_ORIGIN, isOwnPage } from './security.ts';

type Sent = Pick<IpcMainInvokeEvent, 'sender' | 'senderFrame'>;
type Ipc = Pick<IpcMain, 'handle'>;

const stranger = appError('not-allowed', {
  en: 'Only the windows of Livedeck may ask this.',
  'zh-CN': '只有 Livedeck 的窗口可以执行此操作。',
});

/** The main frame of a known window on its own origin; anything else is a stranger (Electron security 17). */
const isKnownFrame = (event: Sent, known: { has: (page: WebContents) => boolean }, origin: string) => {
  const frame = event.senderFrame;
  return (
    frame !== null &&
    known.has(event.sender) &&
    frame === event.sender.mainFrame &&
    isOwnPage(frame.url, [origin])
  );
};

/** Carries calls from panels to the router and events to panels. */
export const createPanelIpc = (ipcMain: Ipc, router: () => Router) => {
  const panels = new Set<WebContents>();
  ipcMain.handle('livedeck:call', async (event, name: unknown, input: unknown) => {
    if (!isKnownFrame(event, panels, APP_ORIGIN)) return err(stranger);
    return router().call('panel', String(name), input);
  });
  const publish: Publish = (event, payload) => {
    if (!isHeardBy(event, 'panel')) return;
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

/**
 * What an overlay's window can say and hear: whether its frame is on the picture, for itself alone. The name of the
 * call and of the overlay are put in here, so a page can neither ask for another call nor speak for another window.
 */
export const createOverlayIpc = (ipcMain: Ipc, router: () => Router, origin: () => string | undefined) => {
  const pages = new Map<WebContents, string>();
  ipcMain.handle('livedeck:overlay-confirm', async (event, framed: unknown) => {
    const own = origin();
    const overlayId = pages.get(event.sender);
    if (own === undefined || overlayId === undefined || !isKnownFrame(event, pages, own))
      return err(stranger);
    return router().call('overlay', 'overlay-window:confirm', { overlayId, framed });
  });
  const publish: Publish = (event, payload) => {
    if (!isHeardBy(event, 'overlay') || !('overlayId' in payload) || !('on' in payload)) return;
    for (const [page, overlayId] of pages)
      if (overlayId === payload.overlayId && !page.isDestroyed())
        page.send('livedeck:overlay-arrange', payload.on);
  };
  return {
    publish,
    add: (overlayId: string, contents: WebContents) => {
      pages.set(contents, overlayId);
      contents.once('destroyed', () => pages.delete(contents));
    },
  };
};
