import type { OverlaySettings } from '../../../main/contract/models/overlay.ts';
import { placeFor } from '../../../main/contract/models/overlay-layout.ts';
import type { OverlayItem } from '../../../main/contract/overlay-protocol.ts';
import { readFlyStyle } from '../engine/fly-style.ts';
import { createFlyer, type Flyer } from '../engine/flyer.ts';
import { type Picture, rectOf } from '../engine/rect.ts';
import { createStillBoard, type StillBoard } from '../engine/still-board.ts';
import type { Layer } from './layer.ts';

/** What the picture consists of while scrolling comments are shown; the still board is their calm stand-in. */
type Board = Flyer | StillBoard;

const everything = () => true;

/** Scrolling comments in lanes. */
export const createDanmakuLayer = (root: HTMLElement): Layer => {
  const host = document.createElement('div');
  host.className = 'layer fly';
  root.append(host);
  let board: Board | undefined;
  let settings: OverlaySettings['danmaku'] | undefined;
  let hidden = false;

  const isFresh = (item: OverlayItem) => item.expiresAt === undefined || item.expiresAt > Date.now();
  const flies = (item: OverlayItem) =>
    item.kind === 'danmaku' || (item.kind === 'comment' && settings?.everyComment === true);

  const rebuild = (all: OverlaySettings, picture: Picture) => {
    settings = all.danmaku;
    const flights = board?.flights() ?? [];
    board?.dispose();
    board = undefined;
    host.style.opacity = all.danmaku.opacity === 1 ? '' : String(all.danmaku.opacity);
    if (!all.danmaku.on) return;
    const options = {
      host,
      area: rectOf(placeFor('danmaku', all.danmaku.place, picture.width, picture.height), picture),
      zones: all.safeZones.map((zone) => rectOf(zone, picture)),
      style: readFlyStyle(host, Math.round(all.danmaku.size * picture.scale)),
      dpr: picture.dpr,
      settings: all.danmaku,
      language: all.language,
    };
    board = all.reducedMotion ? createStillBoard(options) : createFlyer(options);
    board.takeOver(flights);
  };

  return {
    apply: rebuild,
    show: (items) => {
      if (hidden || !board) return;
      const fresh = items.filter((item) => flies(item) && isFresh(item));
      if (fresh.length > 0) board.fly(fresh);
    },
    items: () => board?.items() ?? [],
    remove: (matches) => board?.remove(matches),
    clear: () => board?.remove(everything),
    setHidden: (now) => {
      hidden = now;
      board?.remove(everything);
    },
    onScreen: () => board?.onScreen() ?? 0,
  };
};
