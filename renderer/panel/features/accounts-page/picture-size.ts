export type PictureSize = { readonly width: number; readonly height: number };

const PNG = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];
/** "IHDR" stands after the length of the first chunk, and after it width and height (PNG 11.2.1). */
const PNG_WIDTH_AT = 16;

/** Markers of a JPEG frame (ISO/IEC 10918-1, table B.1): C0 to CF but for the tables C4, C8 and CC. */
const isFrame = (marker: number): boolean =>
  marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc;

const jpegSize = (view: DataView): PictureSize | undefined => {
  let at = 2;
  while (at + 9 <= view.byteLength) {
    if (view.getUint8(at) !== 0xff) return undefined;
    const marker = view.getUint8(at + 1);
    // A marker may be filled up with FF before it.
    if (marker === 0xff) at += 1;
    else if (isFrame(marker)) return { width: view.getUint16(at + 7), height: view.getUint16(at + 5) };
    else at += 2 + view.getUint16(at + 2);
  }
  return undefined;
};

/**
 * Width and height as a PNG or a JPEG says in its header, px; nothing where it is neither. A picture of a few KB can
 * unpack to gigabytes, so this is asked before any of it is unpacked.
 */
export const pictureSize = (bytes: Uint8Array): PictureSize | undefined => {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (PNG.every((byte, index) => bytes[index] === byte))
    return view.byteLength < PNG_WIDTH_AT + 8
      ? undefined
      : { width: view.getUint32(PNG_WIDTH_AT), height: view.getUint32(PNG_WIDTH_AT + 4) };
  return bytes[0] === 0xff && bytes[1] === 0xd8 ? jpegSize(view) : undefined;
};
