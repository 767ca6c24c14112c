import type { OverlaySettings } from '../../main/contract/models/overlay.ts';
import type { OverlayPreviewOrder } from '../../main/contract/overlay-preview.ts';
import type { Screen } from './link/session.ts';

/** Must equal `overlayPreviewReady`; a test holds them together. */
export const previewReady = 'livedeck:preview-ready';

/**
 * The panel's preview: the same picture, on which the panel may try settings and put made-up content. Blanking takes the
 * real comments off it as everywhere, but made-up ones may be looked at also while the picture is blank.
 */
export const createPreview = (screen: Screen) => {
  let sample = false;
  let blank = false;
  let greeted = false;
  let settings: OverlaySettings | undefined;

  const take = (order: OverlayPreviewOrder) => {
    if (order.type === 'livedeck:try') screen.configure(order.settings);
    else if (order.type === 'livedeck:show') {
      if (sample) screen.show(order.items);
    } else if (order.on !== sample) {
      sample = order.on;
      screen.clear();
      screen.setBlank(blank && !sample);
      if (!sample && settings) screen.configure(settings);
    }
  };

  window.addEventListener('message', ({ source, data }: MessageEvent<OverlayPreviewOrder>) => {
    if (source === window.parent && window.parent !== window) take(data);
  });
  const shown: Screen = {
    ...screen,
    configure: (next) => {
      settings = next;
      screen.configure(next);
      if (greeted) return;
      greeted = true;
      // Not before the greeting, which clears the picture of an earlier run.
      window.parent.postMessage(previewReady, '*');
    },
    show: (items) => {
      if (!sample) screen.show(items);
    },
    setBlank: (on) => {
      blank = on;
      screen.setBlank(on && !sample);
    },
  };
  return {
    screen: shown,
    /** A new connection: what the panel told the page before is to be told again. */
    opened: (): void => {
      greeted = false;
    },
  };
};
