import type { BrowserWindowConstructorOptions } from 'electron';
import type { PlacedWindow } from '../../core/ports.ts';
import { safePreferences } from './windows.ts';

/** In memory, and of the overlays alone: their pages share nothing with the panel's. */
export const OVERLAY_PARTITION = 'livedeck-overlays';

/**
 * An overlay's window, made so that capture tools get it right (obs-electron-performance 1.2): never a tool window,
 * which OBS leaves off its list; never resizable, which can cost the transparency; never minimised or throttled, which
 * freezes the picture.
 */
export const overlayWindowOptions = (
  window: Pick<PlacedWindow, 'title' | 'bounds' | 'alwaysOnTop' | 'keyColour'>,
  preferences: { readonly preload: string; readonly devTools: boolean },
): BrowserWindowConstructorOptions => ({
  title: window.title,
  ...window.bounds,
  useContentSize: true,
  frame: false,
  transparent: window.keyColour === null,
  backgroundColor: window.keyColour ?? '#00000000',
  hasShadow: false,
  roundedCorners: false,
  thickFrame: false,
  resizable: false,
  maximizable: false,
  minimizable: false,
  fullscreenable: false,
  enableLargerThanScreen: true,
  skipTaskbar: true,
  acceptFirstMouse: true,
  alwaysOnTop: window.alwaysOnTop,
  show: false,
  webPreferences: {
    ...safePreferences(preferences),
    partition: OVERLAY_PARTITION,
    backgroundThrottling: false,
  },
});
