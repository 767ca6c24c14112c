import fc from 'fast-check';
import decodeQR from 'qr/decode.js';
import { describe, expect, it } from 'vitest';
import { qrSvg } from '../../../main/core/accounts/qr-svg.ts';

const PIXELS = 3;

/** Paints the picture as a browser would: its squares, three pixels each, on white. */
const paint = (svg: string) => {
  const modules = Number(/viewBox="0 0 (\d+) /.exec(svg)?.[1]);
  const side = modules * PIXELS;
  const data = new Uint8ClampedArray(side * side * 4).fill(255);
  for (const [, x, y] of svg.matchAll(/M(\d+) (\d+)h1v1h-1z/g))
    for (let dy = 0; dy < PIXELS; dy += 1)
      for (let dx = 0; dx < PIXELS; dx += 1) {
        const at = ((Number(y) * PIXELS + dy) * side + Number(x) * PIXELS + dx) * 4;
        data.fill(0, at, at + 3);
      }
  return { width: side, height: side, data };
};

describe('a QR code', () => {
  it('of any text that a pass can be is read back from its picture', () => {
    const passes = fc.stringMatching(/^LDP1\.[A-Za-z0-9_-]{100,1500}\.[0-9a-f]{8}$/);
    fc.assert(
      fc.property(passes, (text) => {
        expect(decodeQR(paint(qrSvg(text)), { timeLimit: 2_000 })).toBe(text);
      }),
      { numRuns: 12 },
    );
  });

  it('is drawn with the light margin that readers need, as small as it can be', () => {
    expect(qrSvg('x')).toContain('viewBox="0 0 29 29"');
    expect(qrSvg('x'.repeat(718))).toContain('viewBox="0 0 97 97"');
  });

  it('holds nothing of the text but squares, whatever the text is', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (text) => {
        expect(qrSvg(text)).toMatch(
          /^<svg [\w:/. ="-]+><path fill="#fff" d="[\w ]+"\/><path d="[Mhvz\d -]*"\/><\/svg>$/,
        );
      }),
      { numRuns: 50 },
    );
  });

  it('is left out where the text is too long for one', () => {
    expect(qrSvg('x'.repeat(2953))).not.toBe('');
    expect(qrSvg('x'.repeat(2954))).toBe('');
    expect(qrSvg('夜'.repeat(1000))).toBe('');
  });
});
