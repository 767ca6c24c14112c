import type { OverlayBridge } from '../../main/contract/panel-wire.ts';
import { element } from './dom/element.ts';
import { createAfterPaint } from './link/after-paint.ts';

/**
 * In the desktop host's window: a frame to drag the window by while it is arranged. It is off the picture before that
 * is confirmed. In OBS's browser source there is no such bridge, and nothing happens.
 */
export const followArranging = (bridge: OverlayBridge | undefined): void => {
  if (bridge === undefined) return;
  const frame = element('div', 'window-frame', '');
  frame.hidden = true;
  document.body.append(frame);
  const afterPaint = createAfterPaint(() => !document.hidden);
  bridge.onArrange((on) => {
    frame.hidden = !on;
    const confirm = () => bridge.confirm(on);
    // Arranging must come to an end in a window that is not painted, too.
    afterPaint(confirm, confirm);
  });
  bridge.confirm(false);
};
