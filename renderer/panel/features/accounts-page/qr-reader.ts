import decodeQR from 'qr/decode.js';
import { pictureSize } from './picture-size.ts';

/** What came of a picture: the text of its QR code, or why there is none, as a message's name. */
export type PictureAnswer =
  | { readonly ok: true; readonly text: string }
  | { readonly ok: false; readonly problem: 'notAPicture' | 'pictureTooBig' | 'noCode' };

/** A photo of a phone is under 12 MB and 50 million pixels. */
const PICTURE_MAX_BYTES = 16 * 1024 * 1024;
const PICTURE_MAX_PIXELS = 64_000_000;
/**
 * Looked at in these sizes, px at the longest side: whole, for a code on a screenshot may be small; and smaller, for the
 * noise of a photo goes with its pixels.
 */
const LONGEST_SIDES = [4096, 1400, 900] as const;
/** How hard the reader tries beyond the first look, and for how long, ms. The panel goes on meanwhile. */
const EFFORT = { effort: 64, timeLimit: 2500 } as const;

const pixelsOf = async (picture: Blob, longest: number): Promise<ImageData | undefined> => {
  const bitmap = await createImageBitmap(picture);
  const scale = Math.min(1, longest / Math.max(bitmap.width, bitmap.height));
  const width = Math.max(1, Math.round(bitmap.width * scale));
  const height = Math.max(1, Math.round(bitmap.height * scale));
  const canvas = new OffscreenCanvas(width, height).getContext('2d', { willReadFrequently: true });
  if (canvas === null) return undefined;
  // What a picture leaves transparent is paper.
  canvas.fillStyle = '#fff';
  canvas.fillRect(0, 0, width, height);
  canvas.imageSmoothingQuality = 'high';
  canvas.drawImage(bitmap, 0, 0, width, height);
  bitmap.close();
  return canvas.getImageData(0, 0, width, height);
};

const codeIn = (pixels: ImageData): string | undefined => {
  try {
    return decodeQR(pixels, EFFORT);
  } catch {
    // The reader throws where it finds no code, and where what it found does not read.
    return undefined;
  }
};

/** Reads the QR code in a PNG or JPEG. The picture is untrusted: its size is judged before it is unpacked. */
export const readQrPicture = async (picture: Blob): Promise<PictureAnswer> => {
  if (picture.size > PICTURE_MAX_BYTES) return { ok: false, problem: 'pictureTooBig' };
  const size = pictureSize(new Uint8Array(await picture.arrayBuffer()));
  if (size === undefined) return { ok: false, problem: 'notAPicture' };
  if (size.width * size.height > PICTURE_MAX_PIXELS) return { ok: false, problem: 'pictureTooBig' };
  const whole = Math.max(size.width, size.height);
  for (const [index, longest] of LONGEST_SIDES.entries()) {
    if (index > 0 && longest >= whole) continue;
    const pixels = await pixelsOf(picture, longest).catch(() => undefined);
    if (pixels === undefined) return { ok: false, problem: 'notAPicture' };
    const text = codeIn(pixels);
    if (text !== undefined) return { ok: true, text };
  }
  return { ok: false, problem: 'noCode' };
};
