import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createAutomatonBuilder } from '../../../main/core/words/automaton.ts';

const keysOf = (text: string): Int32Array =>
  Int32Array.from({ length: text.length }, (_, index) => text.charCodeAt(index));

const scan = (words: readonly string[], text: string): string[] => {
  const builder = createAutomatonBuilder();
  words.forEach((word, index) => {
    builder.add(keysOf(word), word.length, index);
  });
  const found: string[] = [];
  builder.build().scan(keysOf(text), text.length, (value, end) => {
    found.push(`${words[value] ?? ''}@${end - (words[value]?.length ?? 0) + 1}`);
  });
  return found.sort();
};

/** What the automaton must find, the slow way. */
const search = (words: readonly string[], text: string): string[] =>
  words
    .flatMap((word) =>
      Array.from({ length: text.length }, (_, at) => at)
        .filter((at) => text.startsWith(word, at))
        .map((at) => `${word}@${at}`),
    )
    .sort();

describe('the automaton', () => {
  it('finds words inside and behind each other', () => {
    expect(scan(['he', 'she', 'his', 'hers'], 'ushers')).toEqual(['he@2', 'hers@2', 'she@1']);
  });

  it('reports the same word for every rule that has it', () => {
    expect(scan(['aa', 'aa'], 'aaa')).toEqual(['aa@0', 'aa@0', 'aa@1', 'aa@1']);
  });

  it('finds the same with room made in advance, for more or for less than comes', () => {
    for (const room of [0, 3, 100_000]) {
      const builder = createAutomatonBuilder();
      builder.reserve(room);
      const words = Array.from({ length: 3000 }, (_, index) => `w${index.toString(36)}x`);
      words.forEach((word, index) => {
        builder.add(keysOf(word), word.length, index);
      });
      const found: number[] = [];
      builder.build().scan(keysOf('a w1x and w2bbx'), 15, (value) => found.push(value));
      expect(found.map((value) => words[value])).toEqual(
        ['w1x', 'w2bbx'].filter((word) => words.includes(word)),
      );
    }
  });

  it('finds nothing in an empty text or without words', () => {
    expect(scan(['a'], '')).toEqual([]);
    expect(scan([], 'abc')).toEqual([]);
  });

  it('finds exactly what a search for each word finds', () => {
    const few = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), minLength: 1, maxLength: 5 });
    const text = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), maxLength: 40 });
    fc.assert(
      fc.property(fc.array(few, { maxLength: 12 }), text, (words, line) => {
        expect(scan(words, line)).toEqual(search(words, line));
      }),
    );
  });

  it('holds thousands of words after its tables have grown', () => {
    const words = Array.from({ length: 5000 }, (_, index) => `w${index}x`);
    expect(scan(words, 'w4999x w17x')).toEqual(['w17x@7', 'w4999x@0']);
  });
});
