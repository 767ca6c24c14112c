import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Hit } from '../../../main/contract/models/verdict.ts';
import {
  clippedText,
  isolatedText,
  markedText,
  tameText,
} from '../../../renderer/panel/features/feed/marked-text.ts';
import { NICK_HUES, nickHue } from '../../../renderer/panel/features/feed/nick-hue.ts';

const hit = (start: number, end: number, level: Hit['level'] = 'hold'): Hit => ({
  ruleId: 'r',
  word: 'w',
  field: 'text',
  start,
  end,
  layers: [],
  level,
});

describe('a text with hits', () => {
  it('is whole again when its stretches are joined, wherever the hits lie', () => {
    const hits = fc.array(
      fc.tuple(fc.nat(60), fc.nat(60)).map(([a, b]) => hit(Math.min(a, b), Math.max(a, b))),
      { maxLength: 6 },
    );
    fc.assert(
      fc.property(fc.string({ maxLength: 40 }), hits, (text, found) => {
        expect(
          markedText(text, found)
            .map((stretch) => stretch.text)
            .join(''),
        ).toBe(text);
      }),
    );
  });

  it('shows the worst level where hits overlap', () => {
    expect(
      markedText('abcdef', [hit(1, 5, 'flag'), hit(2, 4, 'block')]).map(({ text, level }) => [text, level]),
    ).toEqual([
      ['a', undefined],
      ['b', 'flag'],
      ['cd', 'block'],
      ['e', 'flag'],
      ['f', undefined],
    ]);
  });
});

describe('a text from outside', () => {
  it('is cut between whole characters', () => {
    expect(clippedText('ab🔥cd', 3)).toBe('ab…');
    expect(clippedText('ab🔥cd', 4)).toBe('ab🔥…');
    expect(clippedText('short', 10)).toBe('short');
  });

  it('cannot turn the direction of what stands beside it', () => {
    expect(tameText('a\u202Eb\u2066c\u2069')).toBe('abc');
  });
});

describe('a nick’s hue', () => {
  it('is one of the readable ones, and the same every time', () => {
    fc.assert(
      fc.property(fc.string(), (userId) => {
        const hue = nickHue(userId);
        expect(Number.isInteger(hue) && hue >= 0 && hue < NICK_HUES).toBe(true);
        expect(nickHue(userId)).toBe(hue);
      }),
    );
  });

  it('uses all of them', () => {
    const hues = new Set(Array.from({ length: 300 }, (_, index) => nickHue(`viewer_${index}`)));
    expect(hues.size).toBe(NICK_HUES);
  });
});

describe('a text inside a sentence of ours', () => {
  it('is left alone where it runs to the right, and is fenced in where it does not', () => {
    expect(isolatedText('Glow Stick')).toBe('Glow Stick');
    expect(isolatedText('荧光棒')).toBe('荧光棒');
    expect(isolatedText('هدية')).toBe('\u2068هدية\u2069');
    expect(isolatedText('\u202eهدية هدية', 5)).toBe('\u2068هدية…\u2069');
  });
});
