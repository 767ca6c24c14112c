import type { Language } from '../../../main/contract/app-error.ts';
import type { OverlaySettings } from '../../../main/contract/models/overlay.ts';
import type { OverlayItem } from '../../../main/contract/overlay-protocol.ts';
import { type Band, bandsFor } from './bands.ts';
import type { FlyStyle } from './fly-style.ts';
import { flyTextOf } from './fly-text.ts';
import { createLanes } from './lanes.ts';
import { createPainter } from './painter.ts';
import { createFlyQueue } from './queue.ts';
import type { Rect } from './rect.ts';
import { createStrip } from './strip.ts';
import { timelineNow } from './timeline.ts';

/** A comment is drawn this far outside, so that it is never first seen with its head already on the picture. */
const leadMs = 80;
/** Comments are drawn together this often at most: each drawing makes the browser take a whole tile anew. */
const batchMs = 100;

type Flight = { readonly items: readonly OverlayItem[]; readonly startAt: number; readonly endsAt: number };

export type FlyerOptions = {
  readonly host: HTMLElement;
  readonly area: Rect;
  readonly zones: readonly Rect[];
  readonly style: FlyStyle;
  readonly dpr: number;
  readonly settings: OverlaySettings['danmaku'];
  readonly language: Language;
};

export type Flyer = ReturnType<typeof createFlyer>;

export const laneHeightOf = (style: FlyStyle): number =>
  Math.ceil(
    style.size * 1.22 +
      2 * style.padY +
      2 * style.outline +
      Math.abs(style.shadow?.y ?? 0) +
      style.size * 0.12,
  );

/** Scrolling comments for one size, style and set of zones; a change of any makes a new one, which takes over the flights. */
export const createFlyer = (options: FlyerOptions) => {
  const { settings, style } = options;
  const laneHeight = laneHeightOf(style);
  const bands = bandsFor(options.area, options.zones, laneHeight, settings.lanes);
  const { seconds, overlap } = settings;
  const lanes = createLanes({ bands, seconds, gap: style.size * 1.1, overlap });
  const painter = createPainter(style, laneHeight);
  const stripOf = (band: Band) =>
    createStrip<Flight>({ host: options.host, band, dpr: options.dpr, speed: band.w / (seconds * 1000) });
  const strips = bands.map(stripOf);
  const queue = createFlyQueue();
  let flights: Flight[] = [];
  let timer: number | undefined;
  let lastPump = Number.NEGATIVE_INFINITY;

  const prune = (now: number) => {
    flights = flights.filter(({ endsAt }) => endsAt > now);
  };

  const launch = (items: readonly OverlayItem[], startAt: number): boolean => {
    const [item] = items;
    const slot = lanes.find(startAt);
    const band = slot && bands[slot.band];
    const strip = slot && strips[slot.band];
    if (!item || !slot || !band || !strip) return false;
    const text = flyTextOf([item, ...items.slice(1)], settings, options.language);
    const sprite = painter.sprite(text, settings.colour === 'person', band.w);
    const flight = { items, startAt, endsAt: lanes.take(slot, sprite.width, startAt) };
    flights.push(flight);
    strip.add({ key: flight, sprite, x: strip.xAt(startAt), top: slot.lane * laneHeight });
    return true;
  };

  const pump = () => {
    window.clearTimeout(timer);
    timer = undefined;
    const now = timelineNow();
    lastPump = now;
    prune(now);
    let waiting = queue.next(now);
    while (waiting && flights.length < settings.maxOnScreen && launch(waiting.items, now + leadMs)) {
      queue.shift();
      waiting = queue.next(now);
    }
    if (!waiting || lanes.count === 0) return;
    const full = flights.length >= settings.maxOnScreen;
    const nextAt = full ? Math.min(...flights.map(({ endsAt }) => endsAt)) : lanes.nextClearAt() - leadMs;
    timer = window.setTimeout(pump, Math.max(batchMs, nextAt - now));
  };

  return {
    fly: (items: readonly OverlayItem[]): void => {
      const now = timelineNow();
      for (const item of items) queue.push(item, now);
      const due = lastPump + batchMs - now;
      if (due <= 0) pump();
      else if (timer === undefined) timer = window.setTimeout(pump, due);
    },
    items: (): readonly OverlayItem[] => {
      prune(timelineNow());
      return [...queue.items(), ...flights.flatMap(({ items }) => items)];
    },
    remove: (matches: (item: OverlayItem) => boolean): void => {
      const hit = ({ items }: Flight) => items.some(matches);
      queue.remove(matches);
      if (flights.some(hit)) for (const strip of strips) strip.remove(hit);
      flights = flights.filter((flight) => !hit(flight));
    },
    onScreen: (): number => {
      prune(timelineNow());
      return flights.length;
    },
    /** What is in the air now, for the flyer that takes over. */
    flights: (): readonly Flight[] => flights,
    takeOver: (earlier: readonly Flight[]): void => {
      const oldestOfUse = timelineNow() - seconds * 2000;
      for (const { items, startAt } of earlier) if (startAt > oldestOfUse) launch(items, startAt);
      prune(timelineNow());
    },
    dispose: (): void => {
      window.clearTimeout(timer);
      for (const strip of strips) strip.dispose();
    },
  };
};
