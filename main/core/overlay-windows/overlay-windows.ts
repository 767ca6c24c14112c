import type { Localized } from '../../contract/app-error.ts';
import type { Display } from '../../contract/models/desktop.ts';
import type { OverlaySettings } from '../../contract/models/overlay.ts';
import type { OverlayWindow, OverlayWindowChoices } from '../../contract/models/overlay-window.ts';
import { err, ok, type Result } from '../../contract/result.ts';
import { type CrashGuard, createCrashGuard } from '../desktop/crash-guard.ts';
import { createHangWatch } from '../desktop/hang-watch.ts';
import { displayOf, placeWindow, type Size } from '../desktop/window-places.ts';
import type { Overlays } from '../overlay/overlays.ts';
import type { Clock, OverlayWindows as OverlayWindowsPort } from '../ports.ts';
import type { Document } from '../settings/documents.ts';
import type { Mirror, Publish } from '../state/mirror.ts';
import { createKeptMoves } from './kept-moves.ts';
import { noWindow, type OverlayWindowsDocument, type StoredWindow } from './overlay-windows-document.ts';
import { notOpen, noWindowsHere, stoppedForGood } from './problems.ts';

type Shown = {
  readonly keyed: boolean;
  url: string;
  arranging: OverlayWindow['arranging'];
  readonly guard: CrashGuard;
};
type Done = Result<Record<string, never>>;

/**
 * The overlays' windows on the desktop: opened, placed, remembered, rescued when their display goes, and started again
 * when their page ends. The host's port does no more than it is told.
 */
export const createOverlayWindows = (options: {
  readonly windows: OverlayWindowsPort;
  readonly clock: Pick<Clock, 'monotonic' | 'setTimeout' | 'clearTimeout'>;
  readonly store: Document<OverlayWindowsDocument>;
  readonly overlays: Pick<Overlays, 'url' | 'windowRequest' | 'settings' | 'status'>;
  readonly mirror: Mirror;
  readonly publish: Publish;
  readonly report: (text: Localized) => void;
  readonly onDisplays: (displays: readonly Display[]) => void;
}) => {
  const { store, overlays, mirror, publish } = options;
  const { placed: port, open: openLoose } = options.windows;
  const shown = new Map<string, Shown>();

  const stored = (overlayId: string): StoredWindow => store.get().windows[overlayId] ?? noWindow;

  const tell = (overlayId: string) => {
    const { open: _open, ...choices } = stored(overlayId);
    const window = shown.get(overlayId);
    const { keyed = false, arranging = 'off' } = window ?? {};
    mirror.patch('overlayWindows', {
      [overlayId]: { ...choices, open: window !== undefined, keyed, arranging },
    });
  };

  const save = (overlayId: string, change: Partial<StoredWindow>) => {
    store.set({
      ...store.get(),
      windows: { ...store.get().windows, [overlayId]: { ...stored(overlayId), ...change } },
    });
    tell(overlayId);
  };

  const moves = createKeptMoves({
    clock: options.clock,
    keep: (overlayId, bounds) =>
      save(overlayId, { bounds, display: displayOf(bounds, port?.displays() ?? []) }),
  });

  /** The picture's size is the overlay's business, so a window is never made smaller to fit. */
  const place = (overlayId: string, size: Size) =>
    placeWindow(stored(overlayId), port?.displays() ?? [], { size, shrink: false });
  const placeAgain = (overlayId: string, look: OverlaySettings) => place(overlayId, look.canvas);

  const open = (overlayId: string): Done => {
    if (port === undefined) return err(noWindowsHere);
    const request = overlays.windowRequest(overlayId);
    const url = overlays.url(overlayId);
    const look = overlays.settings(overlayId);
    if (!request.ok) return request;
    if (!url.ok) return url;
    if (!look.ok) return look;
    const { title, address, width, height } = request.value;
    const bounds = place(overlayId, { width, height });
    if (shown.has(overlayId)) {
      port.change(overlayId, { bounds });
      return ok({});
    }
    const { keyColour } = look.value;
    const { alwaysOnTop, clickThrough } = stored(overlayId);
    shown.set(overlayId, {
      keyed: keyColour !== null,
      url: url.value,
      arranging: 'off',
      guard: createCrashGuard(options.clock.monotonic),
    });
    moves.placed(overlayId, bounds);
    port.open({ overlayId, title, url: address, bounds, alwaysOnTop, clickThrough, keyColour });
    save(overlayId, { open: true });
    return ok({});
  };

  const close = (overlayId: string) => {
    if (!shown.delete(overlayId)) return;
    port?.close(overlayId);
    save(overlayId, { open: false });
  };

  /** Opened anew, because whether a window is transparent is settled when it is made. */
  const openAgain = (overlayId: string) => {
    close(overlayId);
    open(overlayId);
  };

  const set = (overlayId: string, change: Partial<OverlayWindowChoices>): Done => {
    if (port === undefined) return err(noWindowsHere);
    const known = overlays.settings(overlayId);
    if (!known.ok) return known;
    save(overlayId, change);
    const { bounds: wished, display } = change;
    const moved = wished !== undefined || display !== undefined;
    const { alwaysOnTop, clickThrough } = stored(overlayId);
    if (shown.has(overlayId))
      port.change(overlayId, {
        alwaysOnTop,
        clickThrough: clickThrough && shown.get(overlayId)?.arranging === 'off',
        ...(moved && { bounds: placeAgain(overlayId, known.value) }),
      });
    return ok({});
  };

  const arrange = (overlayId: string, on: boolean): Done => {
    const window = shown.get(overlayId);
    if (port === undefined) return err(noWindowsHere);
    if (window === undefined) return err(notOpen);
    window.arranging = on ? 'on' : window.arranging === 'off' ? 'off' : 'ending';
    port.change(overlayId, { clickThrough: stored(overlayId).clickThrough && !on });
    publish('overlay-window:arrange', { overlayId, on });
    tell(overlayId);
    return ok({});
  };

  const confirm = (overlayId: string, framed: boolean): Done => {
    const window = shown.get(overlayId);
    if (window === undefined) return err(notOpen);
    // A page that was loaded again meanwhile has no frame yet: it is told once more.
    if (window.arranging === 'on' && !framed) publish('overlay-window:arrange', { overlayId, on: true });
    if (window.arranging === 'ending' && !framed) window.arranging = 'off';
    tell(overlayId);
    return ok({});
  };

  const gone = (overlayId: string) => {
    const window = shown.get(overlayId);
    if (window === undefined) return;
    if (window.guard.ended() === 'again') {
      port?.reload(overlayId);
      return;
    }
    close(overlayId);
    options.report(stoppedForGood(overlays.status()[overlayId]?.name ?? overlayId));
  };

  const hangs = createHangWatch(options.clock, (overlayId) => port?.kill(overlayId));

  const rescueAll = () => {
    options.onDisplays(port?.displays() ?? []);
    moves.displaysChanged();
    for (const overlayId of shown.keys()) {
      const look = overlays.settings(overlayId);
      if (!look.ok) continue;
      const bounds = placeAgain(overlayId, look.value);
      moves.placed(overlayId, bounds);
      port?.change(overlayId, { bounds });
    }
  };

  port?.listen({
    moved: moves.moved,
    closed: close,
    gone,
    hung: hangs.set,
    displays: rescueAll,
  });

  return {
    open: async (overlayId: string): Promise<Done> => {
      if (openLoose === undefined) return open(overlayId);
      const request = overlays.windowRequest(overlayId);
      if (!request.ok) return request;
      const opened = await openLoose(request.value);
      return opened.ok ? ok({}) : opened;
    },
    close: (overlayId: string): Done => {
      if (port === undefined) return err(noWindowsHere);
      close(overlayId);
      return ok({});
    },
    set,
    arrange,
    confirm,
    /** The overlay's settings or secret changed: an open window follows. */
    follow: (overlayId: string): void => {
      const window = shown.get(overlayId);
      const url = overlays.url(overlayId);
      const look = overlays.settings(overlayId);
      if (window === undefined) return;
      if (!url.ok || !look.ok) close(overlayId);
      else if ((look.value.keyColour !== null) !== window.keyed) openAgain(overlayId);
      else if (url.value !== window.url) {
        window.url = url.value;
        const request = overlays.windowRequest(overlayId);
        if (request.ok) port?.change(overlayId, { url: request.value.address });
      }
    },
    /** The shortcut: all windows take the mouse, or none does. */
    toggleClickThrough: (): void => {
      const ids = [...shown.keys()];
      const through = ids.every((overlayId) => stored(overlayId).clickThrough);
      for (const overlayId of ids) set(overlayId, { clickThrough: !through });
    },
    /** Opens what stood open when Livedeck was closed. */
    reopen: (): void => {
      if (port === undefined) return;
      options.onDisplays(port.displays());
      for (const [overlayId, { open: wasOpen }] of Object.entries(store.get().windows)) {
        tell(overlayId);
        if (wasOpen) open(overlayId);
      }
    },
    dispose: (): void => {
      // Closed by the end of the run, not by a person: they are opened again next time.
      hangs.dispose();
      moves.dispose();
      const ids = [...shown.keys()];
      shown.clear();
      for (const overlayId of ids) port?.close(overlayId);
    },
  };
};
export type OverlayWindows = ReturnType<typeof createOverlayWindows>;
