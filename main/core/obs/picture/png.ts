import { crc32, inflateSync } from 'node:zlib';
import { unfilter } from './png-filters.ts';

/** A picture in memory: four bytes a pixel (red, green, blue, alpha), row by row from the top. */
export type Picture = { readonly width: number; readonly height: number; readonly rgba: Uint8Array };

const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
/** OBS's largest texture is 16384 px wide; what is decoded here is at most two 8K pictures. */
const mostPixels = 2 * 7680 * 4320;

type Header = { readonly width: number; readonly height: number; readonly channels: 3 | 4 };
type Chunk = { readonly type: string; readonly data: Buffer };

/** Every chunk up to the end mark, or `undefined` where one is cut off or damaged. */
const readChunks = (file: Buffer): readonly Chunk[] | undefined => {
  const chunks: Chunk[] = [];
  for (let at = signature.length; at + 12 <= file.length; ) {
    const length = file.readUInt32BE(at);
    const end = at + 8 + length;
    if (end + 4 > file.length) return undefined;
    if (crc32(file.subarray(at + 4, end)) !== file.readUInt32BE(end)) return undefined;
    const type = file.toString('latin1', at + 4, at + 8);
    chunks.push({ type, data: file.subarray(at + 8, end) });
    if (type === 'IEND') return chunks;
    at = end + 4;
  }
  return undefined;
};

/** Only what OBS writes: eight bits a channel, with or without alpha, not interlaced (PNG specification, 11.2.2). */
const readHeader = (chunk: Chunk | undefined): Header | undefined => {
  if (chunk?.type !== 'IHDR' || chunk.data.length !== 13) return undefined;
  const [width, height] = [chunk.data.readUInt32BE(0), chunk.data.readUInt32BE(4)];
  const [depth, colour, compression, filter, interlace] = chunk.data.subarray(8);
  if (width === 0 || height === 0 || width * height > mostPixels) return undefined;
  if (depth !== 8 || compression !== 0 || filter !== 0 || interlace !== 0) return undefined;
  if (colour === 6) return { width, height, channels: 4 };
  return colour === 2 ? { width, height, channels: 3 } : undefined;
};

const addAlpha = (rgb: Uint8Array, pixels: number): Uint8Array => {
  const rgba = new Uint8Array(pixels * 4).fill(255);
  for (let index = 0; index < pixels; index += 1) rgba.set(rgb.subarray(index * 3, index * 3 + 3), index * 4);
  return rgba;
};

const inflate = (packed: Buffer, size: number): Buffer | undefined => {
  try {
    const rows = inflateSync(packed, { maxOutputLength: size });
    return rows.length === size ? rows : undefined;
  } catch {
    // Damaged or larger than its header says; either way there is no picture in it.
    return undefined;
  }
};

/** Decodes a screenshot; `undefined` where it is not a picture of the kind that OBS takes. */
export const decodePng = (file: Buffer): Picture | undefined => {
  if (!file.subarray(0, signature.length).equals(signature)) return undefined;
  const chunks = readChunks(file);
  const header = readHeader(chunks?.[0]);
  if (chunks === undefined || header === undefined) return undefined;
  const { width, height, channels } = header;
  const packed = Buffer.concat(chunks.filter(({ type }) => type === 'IDAT').map(({ data }) => data));
  const rows = inflate(packed, height * (width * channels + 1));
  const bytes = rows && unfilter(rows, { rowBytes: width * channels, height, pixelBytes: channels });
  if (bytes === undefined) return undefined;
  return { width, height, rgba: channels === 4 ? bytes : addAlpha(bytes, width * height) };
};
