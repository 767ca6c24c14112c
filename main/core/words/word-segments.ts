/** Chinese word boundaries, from the dictionary that every JavaScript engine with full ICU carries. */
export type WordSegments = {
  /** Whether a word of `text` has `offset` inside it. */
  readonly crosses: (text: string, offset: number) => boolean;
  /** The words of `text` that overlap `start`–`end`, with their offsets. */
  readonly around: (
    text: string,
    start: number,
    end: number,
  ) => { start: number; end: number; words: number };
};

/** Answers that are remembered: a flood repeats itself, and segmenting is the dearest step of a check. */
const MOST_REMEMBERED = 500;

export const createWordSegments = (): WordSegments => {
  let segmenter: Intl.Segmenter | undefined;
  const segment = (text: string): Intl.Segments => {
    segmenter ??= new Intl.Segmenter('zh', { granularity: 'word' });
    return segmenter.segment(text);
  };
  const remembered = new Map<string, boolean>();
  const crosses = (text: string, offset: number): boolean => {
    if (offset <= 0 || offset >= text.length) return false;
    const key = `${offset} ${text}`;
    const known = remembered.get(key);
    if (known !== undefined) return known;
    const answer = segment(text).containing(offset)?.index !== offset;
    if (remembered.size >= MOST_REMEMBERED) remembered.clear();
    remembered.set(key, answer);
    return answer;
  };
  return {
    crosses,
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
