import type { OverlaySettings } from '../../main/contract/models/overlay.ts';
import { scaleFor } from '../../main/contract/models/overlay-layout.ts';
import type { OverlayItem } from '../../main/contract/overlay-protocol.ts';
import { applyCustomCss } from './custom-css.ts';
import { createPatternBoard } from './dom/pattern.ts';
import type { Picture } from './engine/rect.ts';
import { createChatLayer } from './layers/chat.ts';
import { createDanmakuLayer } from './layers/danmaku.ts';
import { createGiftLayer } from './layers/gift.ts';
import { createLikesLayer } from './layers/likes.ts';
import { createPinLayer } from './layers/pin.ts';
import { createTickerLayer } from './layers/ticker.ts';
import type { Matcher } from './link/ledger.ts';
import type { Screen } from './link/session.ts';
import { ownLook } from './own-look.ts';

export type Stage = Screen & {
  readonly onScreen: () => number;
  readonly setHidden: (hidden: boolean) => void;
  readonly resized: () => void;
};

const pictureNow = (): Picture => ({
  width: window.innerWidth,
  height: window.innerHeight,
  scale: scaleFor(window.innerWidth, window.innerHeight),
  dpr: Math.min(4, window.devicePixelRatio || 1),
});

/**
 * All layers, from back to front, on one picture. `windowKey` fills a window that cannot be see-through, where the
 * settings name no colour.
 */
export const createStage = (root: HTMLElement, windowKey?: string): Stage => {
  const layers = [
    createDanmakuLayer(root),
    createLikesLayer(root),
    createChatLayer(root),
    createTickerLayer(root),
    createGiftLayer(root),
    createPinLayer(root),
  ];
  const patternBoard = createPatternBoard(root);
  let settings: OverlaySettings | undefined;

  /** One comment that both flies and stands in the chat box is one item. */
  const countItems = (matches: Matcher): number =>
    new Set(layers.flatMap((layer) => layer.items().filter(matches)).map(({ id }) => id)).size;

  const apply = () => {
    if (!settings) return;
    const picture = pictureNow();
    root.className = `theme-${settings.theme}`;
    root.classList.toggle('calm', settings.reducedMotion);
    root.classList.toggle('testing', patternBoard.isShown());
    root.style.setProperty('--s', String(picture.scale));
    document.documentElement.lang = settings.language;
    document.documentElement.style.background = settings.keyColour ?? windowKey ?? 'transparent';
    applyCustomCss(ownLook(settings), settings.customCss);
    for (const layer of layers) layer.apply(settings, picture);
  };

  return {
    configure: (next) => {
      settings = next;
      apply();
    },
    show: (items: readonly OverlayItem[]) => {
      for (const layer of layers) layer.show(items);
    },
    remove: (matches) => {
      const count = countItems(matches);
      for (const layer of layers) layer.remove(matches);
      return count;
    },
    clear: () => {
      const count = countItems(() => true);
      for (const layer of layers) layer.clear();
      return count;
    },
    setBlank: (on) => {
      root.hidden = on;
    },
    setPattern: patternBoard.show,
    onScreen: () => layers.reduce((sum, layer) => sum + layer.onScreen(), 0),
    setHidden: (hidden) => {
      for (const layer of layers) layer.setHidden(hidden);
    },
    resized: apply,
  };
};
