import type { OverlayItem } from '../../../main/contract/overlay-protocol.ts';
import { bandsFor } from './bands.ts';
import { flyTextOf } from './fly-text.ts';
import { type FlyerOptions, laneHeightOf } from './flyer.ts';
import { createPainter } from './painter.ts';
import { createFlyQueue } from './queue.ts';
import { timelineNow } from './timeline.ts';

type Line = {
  readonly items: readonly OverlayItem[];
  readonly startAt: number;
  readonly endsAt: number;
  readonly canvas: HTMLCanvasElement;
};

export type StillBoard = ReturnType<typeof createStillBoard>;

/** Long enough to read a line without hurry. */
const secondsPerLine = 5;

/** For reduced motion: the same comments in the same lanes, but each simply stands there for a while. */
export const createStillBoard = (options: FlyerOptions) => {
  const { style, dpr, settings } = options;
  const laneHeight = laneHeightOf(style);
  const places = bandsFor(options.area, options.zones, laneHeight, settings.lanes).flatMap((band) =>
    Array.from({ length: band.lanes }, (_, lane) => ({
      x: band.x,
      w: band.w,
      y: band.y + lane * laneHeight,
    })),
  );
  const lines: (Line | undefined)[] = places.map(() => undefined);
  const painter = createPainter(style, laneHeight);
  const queue = createFlyQueue();
  let timer: number | undefined;

  const shown = () => lines.filter((line) => line !== undefined);
  const takeDown = (index: number) => {
    lines[index]?.canvas.remove();
    lines[index] = undefined;
  };

  const put = (index: number, items: readonly OverlayItem[], startAt: number) => {
    const place = places[index];
    const [item] = items;
    if (!place || !item) return;
    const text = flyTextOf([item, ...items.slice(1)], settings, options.language);
    const sprite = painter.sprite(text, settings.colour === 'person', place.w * 0.9);
    const canvas = document.createElement('canvas');
    canvas.className = 'still-line';
    canvas.width = Math.ceil(Math.min(sprite.width, place.w) * dpr);
    canvas.height = Math.ceil(laneHeight * dpr);
    const left = place.x + (place.w - canvas.width / dpr) / 2;
    canvas.style.cssText = `left:${left}px;top:${place.y}px;width:${canvas.width / dpr}px;height:${canvas.height / dpr}px`;
    const context = canvas.getContext('2d');
    if (!context) throw new Error('This browser has no 2D canvas');
    context.scale(dpr, dpr);
    sprite.draw(context, 0, 0);
    options.host.append(canvas);
    lines[index] = { items, startAt, endsAt: startAt + secondsPerLine * 1000, canvas };
  };

  const pump = () => {
    window.clearTimeout(timer);
    timer = undefined;
    const now = timelineNow();
    for (const [index, line] of lines.entries()) if (line && line.endsAt <= now) takeDown(index);
    for (const index of lines.keys()) {
      const waiting = lines[index] ? undefined : queue.next(now);
      if (!waiting) continue;
      put(index, waiting.items, now);
      queue.shift();
    }
    const ends = shown().map(({ endsAt }) => endsAt);
    if (ends.length > 0) timer = window.setTimeout(pump, Math.max(16, Math.min(...ends) - now));
  };

  return {
    fly: (items: readonly OverlayItem[]): void => {
      for (const item of items) queue.push(item, timelineNow());
      pump();
    },
    items: (): readonly OverlayItem[] => [...queue.items(), ...shown().flatMap(({ items }) => items)],
    remove: (matches: (item: OverlayItem) => boolean): void => {
      queue.remove(matches);
      for (const [index, line] of lines.entries()) if (line?.items.some(matches)) takeDown(index);
    },
    onScreen: (): number => shown().length,
    flights: () => shown(),
    takeOver: (earlier: readonly Pick<Line, 'items' | 'startAt'>[]): void => {
      for (const { items } of earlier) for (const item of items) queue.push(item, timelineNow());
      pump();
    },
    dispose: (): void => {
      window.clearTimeout(timer);
      for (const index of lines.keys()) takeDown(index);
    },
  };
};
