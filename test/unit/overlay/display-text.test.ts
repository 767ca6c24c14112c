import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { displayText } from '../../../main/core/overlay/display-text.ts';

const segmenter = new Intl.Segmenter('zh', { granularity: 'grapheme' });
const letters = (text: string) => [...segmenter.segment(text)].length;

describe('text for the picture', () => {
  it.each([
    ['keeps Chinese, English and punctuation', '你好，world！', '你好，world！'],
    ['keeps emoji that are joined or coloured', '👨‍👩‍👧‍👦 👍🏽 ❤️ 🏴󠁧󠁢󠁥󠁮󠁧󠁿 1️⃣', '👨‍👩‍👧‍👦 👍🏽 ❤️ 🏴󠁧󠁢󠁥󠁮󠁧󠁿 1️⃣'],
    ['keeps Arabic, Thai and Vietnamese marks', 'مَرْحَبًا กี่ ệ', 'مَرْحَبًا กี่ ệ'],
    ['puts lines into one', 'a\nb\r\n\tc\u2028d', 'a b c d'],
    ['drops direction overrides', '\u202Eevil\u202C \u2066x\u2069', 'evil x'],
    ['drops invisible fillers', 'a\u200Bb\u00ADc\uFEFFd\u3164e', 'abcde'],
    ['drops half characters', 'a\uD83Db\uDE00c', 'abc'],
    ['replaces characters that are drawn as wide as a sentence', '\uFDFD \u{12431}', '▯ ▯'],
    ['is empty for nothing but fillers', '\u200B \n \u2800', ''],
  ])('%s', (_, raw, shown) => {
    expect(displayText(raw, 100)).toBe(shown);
  });

  it('leaves at most three marks on a letter', () => {
    expect(displayText(`a${'\u0301'.repeat(40)}b`, 100)).toBe('a\u0301\u0301\u0301b');
  });

  it('cuts between letters as a reader sees them', () => {
    expect(displayText('👨‍👩‍👧‍👦'.repeat(10), 3)).toBe(`${'👨‍👩‍👧‍👦'.repeat(3)}…`);
  });

  it('answers at once for a megabyte', () => {
    const started = performance.now();
    expect(letters(displayText('哈'.repeat(1_000_000), 160))).toBe(161);
    expect(displayText('\u0301'.repeat(1_000_000), 160).length).toBeLessThan(5);
    expect(performance.now() - started).toBeLessThan(200);
  });

  it('is one line without tricks and within its limit, whatever comes in', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary', maxLength: 300 }),
        fc.integer({ min: 1, max: 60 }),
        (raw, limit) => {
          const shown = displayText(raw, limit);
          expect(shown).not.toMatch(/[\p{Cc}\u2028\u2029\u202A-\u202E\u2066-\u2069]/u);
          expect(shown).not.toMatch(/[\p{Mn}\p{Me}]{4}/u);
          expect(shown.isWellFormed()).toBe(true);
          expect(letters(shown)).toBeLessThanOrEqual(limit + 1);
          expect(displayText(shown, limit + 1)).toBe(shown);
        },
      ),
    );
  });
});
