import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { pictureSize } from '../../../renderer/panel/features/accounts-page/picture-size.ts';

const png = (width: number, height: number): Uint8Array => {
  const bytes = Buffer.alloc(33);
  Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex').copy(bytes);
  bytes.writeUInt32BE(width, 16);
  bytes.writeUInt32BE(height, 20);
  return bytes;
};

/** A JPEG's start, with segments of other kinds before its frame. */
const jpeg = (width: number, height: number, before: readonly number[] = []): Uint8Array => {
  const segments = before.map((length) =>
    Buffer.concat([Buffer.from([0xff, 0xe1, length >> 8, length & 0xff]), Buffer.alloc(length - 2)]),
  );
  const frame = Buffer.from('ffc20011080000000003012200021101031101', 'hex');
  frame.writeUInt16BE(height, 5);
  frame.writeUInt16BE(width, 7);
  return Buffer.concat([Buffer.from([0xff, 0xd8]), ...segments, Buffer.from([0xff]), frame]);
};

const side = fc.integer({ min: 1, max: 0xffff });

describe('the size of a picture', () => {
  it('is read from the header of a PNG and of a JPEG', () => {
    fc.assert(
      fc.property(
        side,
        side,
        fc.array(fc.integer({ min: 2, max: 900 }), { maxLength: 4 }),
        (width, height, before) => {
          expect(pictureSize(png(width * 7, height))).toEqual({ width: width * 7, height });
          expect(pictureSize(jpeg(width, height, before))).toEqual({ width, height });
        },
      ),
    );
  });

  it('is not known of anything else, and of no cut one', () => {
    const cut = [png(9, 9).subarray(0, 20), jpeg(9, 9).subarray(0, 8), jpeg(9, 9, [500]).subarray(0, 100)];
    const others = [
      Buffer.from('GIF89a'),
      Buffer.from('<svg/>'),
      Buffer.from('RIFF....WEBP'),
      Buffer.alloc(0),
    ];
    for (const bytes of [...cut, ...others]) expect(pictureSize(bytes)).toBe(undefined);
  });

  it('never throws, and is never waited for, whatever the bytes are', () => {
    const start = fc.constantFrom([0xff, 0xd8], [0xff, 0xd8, 0xff, 0xff], [...png(1, 1).subarray(0, 8)], []);
    fc.assert(
      fc.property(start, fc.uint8Array({ maxLength: 400 }), (head, tail) => {
        const size = pictureSize(Uint8Array.from([...head, ...tail]));
        expect(size === undefined || size.width >= 0).toBe(true);
      }),
    );
  });
});
