/** Limits in letters as a reader counts them; a longer text is cut with "…". */
export const letterLimits = { nick: 24, comment: 160, pin: 240, gift: 40 } as const;

/** No text that any service carries for people is longer (tencent-im: 12 kB a message); the rest is never looked at. */
const unitsLookedAt = 8192;
/** Vietnamese, Thai and Hebrew need up to three marks on a letter; "zalgo" uses dozens. */
const marksPerLetter = 3;

const unpairedSurrogates = /[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g;
/** Direction overrides and isolates, which could turn the words around them; the page isolates each text itself. */
const directionControls = /[\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]/g;
/** Invisible characters, but for the joiners, presentation selectors and flag tags that emoji are made of. */
const invisibleFillers =
  /(?!\u200C|\u200D|\uFE0E|\uFE0F|[\u{E0020}-\u{E007F}])\p{Default_Ignorable_Code_Point}|\u2800|[\uFFF9-\uFFFB]/gu;
const gapsAndControls = /[\p{Cc}\p{Zs}\p{Zl}\p{Zp}]+/gu;
const stackedMarks = new RegExp(`([\\p{Mn}\\p{Me}]{${marksPerLetter}})[\\p{Mn}\\p{Me}]+`, 'gu');
/** Single characters that fonts draw many letters wide or tall: ﷽, ꧅, 𒐫, 𒈙 and their like. */
const giantCharacters = /[\uFDFD\uA9C5\u2E3A\u2E3B]|[\u{12000}-\u{1254F}]/gu;

let segmenter: Intl.Segmenter | undefined;
/** Made when the first long text comes: its tables take longer to load than all else of this file. */
const letterSegments = (text: string): Intl.Segments => {
  segmenter ??= new Intl.Segmenter('zh', { granularity: 'grapheme' });
  return segmenter.segment(text);
};

const cutLetters = (text: string, limit: number): string => {
  if (text.length <= limit) return text;
  let letters = 0;
  for (const { index } of letterSegments(text)) {
    if (letters === limit) return `${text.slice(0, index).trimEnd()}…`;
    letters += 1;
  }
  return text;
};

/**
 * One line of text that cannot break a layout: no line breaks, no direction tricks, no piles of marks, no giants, at
 * most `limit` letters. Emoji (with their joiners) and every script stay as they are.
 */
export const displayText = (raw: string, limit: number): string => {
  const line = raw
    .slice(0, unitsLookedAt)
    .replace(unpairedSurrogates, '')
    .replace(directionControls, '')
    .replace(invisibleFillers, '')
    .replace(giantCharacters, '▯')
    .replace(stackedMarks, '$1')
    .replace(gapsAndControls, ' ')
    .trim();
  return cutLetters(line, limit);
};
