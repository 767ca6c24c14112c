import type { Band } from './bands.ts';
import type { Sprite } from './painter.ts';
import { timelineNow } from './timeline.ts';

/** Device px. Wide enough that few are on the picture, small enough to be redrawn for one comment. */
const tilePixels = 512;

/** A comment on the strip: `x` from the strip's start, `top` within the band. */
export type Drawing<T> = {
  readonly key: T;
  readonly sprite: Sprite;
  readonly x: number;
  readonly top: number;
};

type Tile<T> = {
  readonly index: number;
  readonly canvas: HTMLCanvasElement;
  readonly context: CanvasRenderingContext2D;
  readonly animation: Animation;
  drawings: Drawing<T>[];
};

/**
 * An endless strip of canvas tiles behind one band's window. Each comment is drawn once; the compositor then carries the
 * tiles to the left by itself, so that between two comments not a line of script runs and nothing is painted again,
 * however many comments are on the picture. All tiles move in step from one device pixel to the next: letters keep their
 * hard edges, neighbours show no seam, and without a GPU a plain copy costs half of a smoothed one.
 */
export const createStrip = <T>(options: {
  readonly host: HTMLElement;
  readonly band: Band;
  readonly dpr: number;
  /** Px per ms. */
  readonly speed: number;
}) => {
  const { band, dpr, speed } = options;
  const view = document.createElement('div');
  view.className = 'fly-band';
  view.style.cssText = `left:${band.x}px;top:${band.y}px;width:${band.w}px;height:${band.h}px`;
  options.host.append(view);

  const tiles = new Map<number, Tile<T>>();
  const spare: HTMLCanvasElement[] = [];
  /** Device px per ms. */
  const pace = speed * dpr;
  const tileWidth = tilePixels / dpr;
  /** Where CSS px fall between device px, neighbours both draw a little of each other, so that no slit can open. */
  const seam = Number.isInteger(dpr) ? 0 : 2;
  /** Canvases that cover the picture at any moment; what a long comment or a rush takes beyond them is given back. */
  const mostKept = Math.ceil(band.w / tileWidth) + 1;
  let origin = 0;

  const snap = (px: number) => Math.round(px * dpr) / dpr;

  const takeCanvas = () => {
    const used = spare.pop();
    if (used) return used;
    const canvas = document.createElement('canvas');
    canvas.width = tilePixels + seam;
    canvas.height = Math.ceil(band.h * dpr);
    canvas.style.cssText = `width:${canvas.width / dpr}px;height:${canvas.height / dpr}px`;
    return canvas;
  };

  const wipe = ({ canvas, context }: Pick<Tile<T>, 'canvas' | 'context'>) => {
    context.setTransform(1, 0, 0, 1, 0, 0);
    context.clearRect(0, 0, canvas.width, canvas.height);
    context.setTransform(dpr, 0, 0, dpr, 0, 0);
  };

  const retire = (tile: Tile<T>) => {
    tile.animation.onfinish = null;
    tile.animation.cancel();
    tile.canvas.remove();
    tiles.delete(tile.index);
    if (tiles.size + spare.length < mostKept) spare.push(tile.canvas);
  };

  /** Nothing where the tile would have left the picture already. */
  const createTile = (index: number): Tile<T> | undefined => {
    const stepsDone = Math.floor(pace * (timelineNow() - origin));
    const startTime = origin + stepsDone / pace;
    const from = Math.round(band.w * dpr) + index * tilePixels - stepsDone;
    const steps = from + tilePixels + seam;
    if (steps <= 0) return undefined;
    const canvas = takeCanvas();
    const context = canvas.getContext('2d');
    if (!context) throw new Error('This browser has no 2D canvas');
    wipe({ canvas, context });
    view.append(canvas);
    const animation = canvas.animate(
      [
        { transform: `translateX(${from / dpr}px)` },
        { transform: `translateX(${-(tilePixels + seam) / dpr}px)` },
      ],
      { duration: steps / pace, easing: `steps(${steps})`, fill: 'both' },
    );
    animation.startTime = startTime;
    const tile: Tile<T> = { index, canvas, context, animation, drawings: [] };
    animation.onfinish = () => retire(tile);
    tiles.set(index, tile);
    return tile;
  };

  const drawOn = (tile: Tile<T>, drawing: Drawing<T>) =>
    drawing.sprite.draw(tile.context, drawing.x - tile.index * tileWidth, drawing.top);

  return {
    /** Px on the strip that pass the band's right edge at a time of the page's timeline. */
    xAt: (time: number): number => {
      if (tiles.size === 0) origin = timelineNow();
      return snap(speed * (time - origin));
    },
    add: (drawing: Drawing<T>): void => {
      const first = Math.floor((drawing.x - seam / dpr) / tileWidth);
      const last = Math.floor((drawing.x + drawing.sprite.width) / tileWidth);
      for (let index = first; index <= last; index += 1) {
        const tile = tiles.get(index) ?? createTile(index);
        if (!tile) continue;
        tile.drawings.push(drawing);
        drawOn(tile, drawing);
      }
    },
    /** Takes comments off in the frame that follows; what they lay over is drawn anew. */
    remove: (matches: (key: T) => boolean): void => {
      for (const tile of [...tiles.values()]) {
        const kept = tile.drawings.filter(({ key }) => !matches(key));
        if (kept.length === tile.drawings.length) continue;
        tile.drawings = kept;
        if (kept.length === 0) {
          retire(tile);
          continue;
        }
        wipe(tile);
        for (const drawing of kept) drawOn(tile, drawing);
      }
    },
    dispose: (): void => {
      for (const tile of [...tiles.values()]) retire(tile);
      view.remove();
    },
  };
};
export type Strip<T> = ReturnType<typeof createStrip<T>>;
