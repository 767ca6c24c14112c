import type { Place } from '../../../contract/models/overlay.ts';
import { type PatternCorner, testPattern } from '../../../contract/models/test-pattern.ts';
import type { Margins } from '../fit.ts';
import { alphaAt, type Colour, colourOf, isColour } from './colours.ts';
import { type Box, findPage } from './find-page.ts';
import type { Picture } from './png.ts';

/** What one screenshot shows of the test pattern. */
export type PatternReading =
  /** Nothing at all in the picture. */
  | { readonly seen: 'nothing' }
  | { readonly seen: 'parts'; readonly missing: readonly PatternCorner[] }
  /** Mirrored or turned. */
  | { readonly seen: 'misplaced' }
  | {
      readonly seen: 'pattern';
      /** What lies around the page in the picture, px. */
      readonly margins: Margins;
      /** Whether every solid block shows in its own colour where it belongs within the page. */
      readonly whole: boolean;
      readonly background: 'clear' | 'filled' | 'mixed';
      /** `true` where half-transparent parts come out as such. */
      readonly halfTones: boolean;
      /** The lit cell of the pulse; `undefined` where it cannot be told. */
      readonly cell: number | undefined;
    };

type Point = { readonly x: number; readonly y: number };

const at = (box: Box, { x, y }: Point): Point => ({
  x: Math.min(box.right - 1, Math.floor(box.left + x * (box.right - box.left))),
  y: Math.min(box.bottom - 1, Math.floor(box.top + y * (box.bottom - box.top))),
});

const middle = ({ x, y, w, h }: Place): Point => ({ x: x + w / 2, y: y + h / 2 });

const isEmpty = ({ rgba }: Picture): boolean => {
  for (let index = 3; index < rgba.length; index += 4) if ((rgba[index] ?? 0) > 8) return false;
  return true;
};

const readBackground = (picture: Picture, box: Box): 'clear' | 'filled' | 'mixed' => {
  const clear = testPattern.clear.filter((point) => {
    const { x, y } = at(box, point);
    return alphaAt(picture, x, y) <= 8;
  });
  if (clear.length === testPattern.clear.length) return 'clear';
  return clear.length === 0 ? 'filled' : 'mixed';
};

const isAt = (picture: Picture, box: Box, point: Point, colour: Colour): boolean => {
  const { x, y } = at(box, point);
  return isColour(picture, x, y, colour);
};

const readCross = (picture: Picture, box: Box): boolean =>
  testPattern.cross.every(({ place, colour }) => {
    const ends: readonly Point[] = [
      { x: place.x + place.w * 0.1, y: place.y + place.h * 0.1 },
      { x: place.x + place.w * 0.9, y: place.y + place.h * 0.9 },
    ];
    return ends.every((end) => isAt(picture, box, end, colourOf(colour)));
  });

/** Half is 128; four levels (macOS before its fix) give 85 or 170 (obs-electron-performance 1.1). */
const readHalfTones = (picture: Picture, box: Box): boolean => {
  const { x, y } = at(box, middle(testPattern.half.place));
  const alpha = alphaAt(picture, x, y);
  return alpha >= 100 && alpha <= 156;
};

const readCell = (picture: Picture, box: Box): number | undefined => {
  const { place, cells, lit, dark } = testPattern.pulse;
  const width = place.w / cells;
  const points = Array.from({ length: cells }, (_, cell) =>
    middle({ ...place, x: place.x + cell * width, w: width }),
  );
  const bright = points.flatMap((point, cell) => (isAt(picture, box, point, colourOf(lit)) ? [cell] : []));
  const dim = points.filter((point) => isAt(picture, box, point, colourOf(dark)));
  return bright.length === 1 && dim.length === cells - 1 ? bright[0] : undefined;
};

/** Whether every solid part of the pattern shows where it belongs in the box. */
const isWhole = (picture: Picture, box: Box): boolean =>
  Object.values(testPattern.corners).every(({ place, colour }) =>
    isAt(picture, box, middle(place), colourOf(colour)),
  ) && readCross(picture, box);

/** The same for a picture that the page fills, over whatever is behind it. */
export const isUncovered = (picture: Picture): boolean =>
  isWhole(picture, { left: 0, top: 0, right: picture.width, bottom: picture.height });

/** Looks for the test pattern in a screenshot. */
export const readPattern = (picture: Picture): PatternReading => {
  if (isEmpty(picture)) return { seen: 'nothing' };
  const page = findPage(picture);
  if (!page.found) return page.misplaced ? { seen: 'misplaced' } : { seen: 'parts', missing: page.missing };
  const { box } = page;
  return {
    seen: 'pattern',
    margins: {
      left: box.left,
      top: box.top,
      right: picture.width - box.right,
      bottom: picture.height - box.bottom,
    },
    whole: isWhole(picture, box),
    background: readBackground(picture, box),
    halfTones: readHalfTones(picture, box),
    cell: readCell(picture, box),
  };
};
