import { createMoreWords } from './more-words.ts';

/** Chinese word boundaries, from the dictionary that every JavaScript engine with full ICU carries, and a few words more. */
export type WordSegments = {
  /** Whether a word of `text` has `offset` inside it. */
  readonly crosses: (text: string, offset: number) => boolean;
  /** Whether two characters may make a word by themselves: a cheap answer that spares most calls of `cuts`. */
  readonly isPair: (left: number, right: number) => boolean;
  /** How many of both edges of `start`–`end` lie inside a word that does not hold the whole stretch. */
  readonly cuts: (text: string, start: number, end: number) => number;
  /** Whether a character at an edge of `start`–`end` makes a word with its neighbour outside as well: 钱包 over 洗钱. */
  readonly shares: (text: string, start: number, end: number) => boolean;
  /** The words of `text` that overlap `start`–`end`, with their offsets. */
  readonly around: (
    text: string,
    start: number,
    end: number,
  ) => { start: number; end: number; words: number };
};

/** Answers that are remembered: a flood repeats itself, and segmenting is the dearest step of a check. */
const MOST_REMEMBERED = 500;
/** A language has far fewer pairs that people write. */
const MOST_PAIRS = 60_000;

/** Particles, suffixes and verbs that go with any word: where the dictionary joins one to half a match, it is mistaken. */
const AFTER_ANY_WORD = /^[号码吗吧的了呢啊哦呀嘛哈群费网站人者我你您他她它一]/u;
const BEFORE_ANY_WORD = /[我你您他她它的了是有要就都不在和找个这那]$/u;
const PRONOUN = /^[我你您他她它]/u;

/** The words that lie over the start and the end of a match: 信号 over the end of 微信 in 微信号. */
type Placed = Pick<Intl.SegmentData, 'segment' | 'index'>;
const cutsStart = ({ segment, index }: Placed, start: number, end: number): boolean =>
  index < start && index + segment.length < end && !BEFORE_ANY_WORD.test(segment.slice(0, start - index));
const cutsEnd = ({ segment, index }: Placed, start: number, end: number): boolean => {
  if (index >= end || index <= start || AFTER_ANY_WORD.test(segment.slice(end - index))) return false;
  // It has 我有 and 你看 as words: 私我 in 私我有惊喜.
  return end - index > 1 || !PRONOUN.test(segment);
};

const FIRST_HAN = 0x4e00;
const isHan = (code: number): boolean => code >= FIRST_HAN && code < 0xa000;

export const createWordSegments = (): WordSegments => {
  let segmenter: Intl.Segmenter | undefined;
  const segment = (text: string): Intl.Segments => {
    segmenter ??= new Intl.Segmenter('zh', { granularity: 'word' });
    return segmenter.segment(text);
  };
  const remembered = new Map<string, number>();
  const remember = (key: string, work: () => number): number => {
    const known = remembered.get(key);
    if (known !== undefined) return known;
    const answer = work();
    if (remembered.size >= MOST_REMEMBERED) remembered.clear();
    remembered.set(key, answer);
    return answer;
  };
  const crosses = (text: string, offset: number): boolean =>
    offset > 0 &&
    offset < text.length &&
    remember(`${offset} ${text}`, () => Number(segment(text).containing(offset)?.index !== offset)) === 1;

  const more = createMoreWords();
  const countCuts = (text: string, start: number, end: number): number => {
    const words = segment(text);
    const cuts = (offset: number, isCut: typeof cutsStart): number =>
      Number(
        [words.containing(offset), more.over(text, offset)].some(
          (word) => word !== undefined && isCut(word, start, end),
        ),
      );
    return cuts(start, cutsStart) + cuts(end, cutsEnd);
  };
  const pairs = new Map<number, boolean>();
  const isPair = (left: number, right: number): boolean => {
    if (!isHan(left) || !isHan(right)) return true;
    const key = (left - FIRST_HAN) * 0x8000 + (right - FIRST_HAN);
    const known = pairs.get(key);
    if (known !== undefined) return known;
    const answer =
      more.isPair(left, right) || segment(String.fromCharCode(left, right)).containing(1)?.index === 0;
    if (pairs.size >= MOST_PAIRS) pairs.clear();
    pairs.set(key, answer);
    return answer;
  };
  const isHanPair = (text: string, at: number): boolean =>
    isHan(text.charCodeAt(at - 1)) &&
    isHan(text.charCodeAt(at)) &&
    isPair(text.charCodeAt(at - 1), text.charCodeAt(at));
  return {
    crosses,
    shares: (text, start, end) =>
      (start > 0 && isHanPair(text, start) && !BEFORE_ANY_WORD.test(text.slice(0, start))) ||
      (end < text.length &&
        isHanPair(text, end) &&
        !AFTER_ANY_WORD.test(text.slice(end)) &&
        !PRONOUN.test(text.slice(end - 1))),
    isPair,
    cuts: (text, start, end) => remember(`${start} ${end} ${text}`, () => countCuts(text, start, end)),
    around: (text, start, end) => {
      let from = start;
      let to = end;
      let words = 0;
      for (const { segment: word, index } of segment(text)) {
        if (index + word.length <= start || index >= end) continue;
        from = Math.min(from, index);
        to = Math.max(to, index + word.length);
        words += 1;
      }
      return { start: from, end: to, words };
    },
  };
};
