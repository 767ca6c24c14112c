import { crc32, deflateSync } from 'node:zlib';
import type { Place } from '../../../main/contract/models/overlay.ts';
import { testPattern } from '../../../main/contract/models/test-pattern.ts';

type Rgba = readonly [red: number, green: number, blue: number, alpha: number];

export type Canvas = {
  readonly width: number;
  readonly height: number;
  readonly rgba: Uint8Array;
};

export const blankCanvas = (width: number, height: number, fill: Rgba = [0, 0, 0, 0]): Canvas => {
  const rgba = new Uint8Array(width * height * 4);
  for (let at = 0; at < rgba.length; at += 4) rgba.set(fill, at);
  return { width, height, rgba };
};

export const hex = (colour: string, alpha = 255): Rgba => {
  const rgb = Number.parseInt(colour.slice(1), 16);
  return [rgb >> 16, (rgb >> 8) & 0xff, rgb & 0xff, alpha];
};

export const fillRect = (
  canvas: Canvas,
  rect: { readonly left: number; readonly top: number; readonly right: number; readonly bottom: number },
  colour: Rgba,
): void => {
  for (let y = Math.max(0, rect.top); y < Math.min(canvas.height, rect.bottom); y += 1)
    for (let x = Math.max(0, rect.left); x < Math.min(canvas.width, rect.right); x += 1)
      canvas.rgba.set(colour, (y * canvas.width + x) * 4);
};

export type PatternFaults = {
  /** Pixels around the page, e.g. a title bar. */
  readonly margins?: {
    readonly left: number;
    readonly top: number;
    readonly right: number;
    readonly bottom: number;
  };
  readonly background?: Rgba;
  readonly withoutHalfTones?: boolean;
  readonly withoutCorners?: readonly (keyof typeof testPattern.corners)[];
};

/** Paints the test pattern as the overlay page would, premultiplied as OBS's screenshots are. */
export const paintPattern = (
  width: number,
  height: number,
  cell: number,
  faults: PatternFaults = {},
): Canvas => {
  const margins = faults.margins ?? { left: 0, top: 0, right: 0, bottom: 0 };
  const canvas = blankCanvas(width, height, faults.margins ? [40, 40, 40, 255] : undefined);
  const page = {
    left: margins.left,
    top: margins.top,
    width: width - margins.left - margins.right,
    height: height - margins.top - margins.bottom,
  };
  const block = ({ x, y, w, h }: Place, colour: Rgba): void =>
    fillRect(
      canvas,
      {
        left: page.left + Math.round(x * page.width),
        top: page.top + Math.round(y * page.height),
        right: page.left + Math.round((x + w) * page.width),
        bottom: page.top + Math.round((y + h) * page.height),
      },
      colour,
    );
  block({ x: 0, y: 0, w: 1, h: 1 }, faults.background ?? [0, 0, 0, 0]);
  for (const [corner, { place, colour }] of Object.entries(testPattern.corners))
    if (!faults.withoutCorners?.some((name) => name === corner)) block(place, hex(colour));
  for (const { place, colour } of testPattern.cross) block(place, hex(colour));
  block(testPattern.half.place, faults.withoutHalfTones ? [255, 255, 255, 255] : [128, 128, 128, 128]);
  const { place, cells, lit, dark } = testPattern.pulse;
  for (let index = 0; index < cells; index += 1)
    block(
      { ...place, x: place.x + (index * place.w) / cells, w: place.w / cells },
      hex(index === cell ? lit : dark),
    );
  return canvas;
};

const chunk = (type: string, data: Buffer): Buffer => {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const frame = Buffer.alloc(8);
  frame.writeUInt32BE(data.length, 0);
  frame.writeUInt32BE(crc32(body), 4);
  return Buffer.concat([frame.subarray(0, 4), body, frame.subarray(4)]);
};

/** Wraps pixel rows, each with its filter byte, as a PNG. Colour type 6 has alpha, 2 has not. */
export const wrapPng = (width: number, height: number, rows: Buffer, colourType = 6): Buffer => {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, colourType, 0, 0, 0], 8);
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(rows)),
    chunk('IEND', Buffer.alloc(0)),
  ]);
};

export const encodePng = ({ width, height, rgba }: Canvas): Buffer => {
  const rows = Buffer.alloc(height * (width * 4 + 1));
  for (let y = 0; y < height; y += 1)
    rows.set(rgba.subarray(y * width * 4, (y + 1) * width * 4), y * (width * 4 + 1) + 1);
  return wrapPng(width, height, rows);
};
