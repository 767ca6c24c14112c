/** What a character does for matching. */
export const kinds = {
  /** Not there for the eye: zero-width and format characters, variation selectors. */
  invisible: 0,
  /** Sits on the character before it. */
  mark: 1,
  space: 2,
  /** Punctuation that ends a clause or a sentence. */
  stop: 3,
  apostrophe: 4,
  emoji: 5,
  /** Any other sign. */
  sign: 6,
  /** Written without spaces between words: Han, kana, Hangul, Thai … */
  unspaced: 7,
  /** Letter of a script that puts spaces between words. */
  letter: 8,
  digit: 9,
} as const;
export type Kind = (typeof kinds)[keyof typeof kinds];

/** Control characters too, but for those that are white space. */
export const invisiblePattern = /^(?![\t-\r\u0085])[\p{Cf}\p{Cc}\p{Default_Ignorable_Code_Point}\u{2800}]$/u;
/** Marks that decorate; the vowel signs and tones of Thai, Indic or Arabic spell words and stay. */
export const decorationPattern = new RegExp(
  `^[${[
    '\\u0300-\\u036f',
    '\\u0483-\\u0489',
    '\\u0610-\\u061a',
    '\\u064b-\\u065f',
    '\\u1ab0-\\u1aff',
    '\\u1dc0-\\u1dff',
    '\\u20d0-\\u20ff',
    '\\u302a-\\u302f',
    '\\u3099\\u309a',
    '\\ufe20-\\ufe2f',
  ].join('')}]$`,
  'u',
);
/** Second parts of kana and Hangul that were typed apart. */
export const joiningPattern = /^[\u3099\u309a\u1161-\u11ff]$/u;
const UNSPACED =
  /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Bopomofo}\p{Script=Hangul}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}\p{Script=Tibetan}ー]$/u;
/** NFKD takes these to pieces that are no letters of their own. */
export const keptWholePattern = /^[\p{Script=Hangul}\p{Script=Hiragana}\p{Script=Katakana}]$/u;
const STOP = /^[.,!?;:…‥、。〈-】〔-〛〝-〟()[\]{}"“”«»‹›،؛؟।]$/u;
/** Tone marks of pinyin and the like that stand by themselves. */
const TONE = /^[\u02c6-\u02d0\u02d8-\u02df]$/u;
/** Strokes that are characters by name only: nobody writes with them, nicknames and tricks draw lines with them. */
const STROKE = /^[丨丶丿乀乁亅㇀-㇣]$/u;
const APOSTROPHE = /^['’‘`´ʼ＇]$/u;

/** The kind of a character that is already folded. */
export const kindOfFolded = (character: string): Kind => {
  if (/^\p{Nd}$/u.test(character)) return kinds.digit;
  if (STROKE.test(character) || TONE.test(character)) return kinds.sign;
  if (UNSPACED.test(character) && !/^\p{P}|\p{S}$/u.test(character)) return kinds.unspaced;
  if (/^[\p{L}\p{M}\p{Nl}]$/u.test(character)) return kinds.letter;
  if (/^[\p{Z}\s]$/u.test(character)) return kinds.space;
  if (APOSTROPHE.test(character)) return kinds.apostrophe;
  if (STOP.test(character)) return kinds.stop;
  return /^\p{Extended_Pictographic}|\p{Emoji_Modifier}|\p{Regional_Indicator}$/u.test(character)
    ? kinds.emoji
    : kinds.sign;
};

/** Letters, digits and characters of scripts without spaces: what words are made of. */
export const isWritten = (kind: Kind): boolean => kind >= kinds.unspaced;
