import type { Localized } from '../../contract/app-error.ts';

/**
 * The ways a written word can differ from the rule's word, outermost first. `certain` acts in full; `likely` keeps the
 * rule's level but never starts an automatic action; `low` never does more than hold.
 */
export type Confidence = 'certain' | 'likely' | 'low';

type Layer = { readonly confidence: Confidence; readonly label: Localized };

export const layers = {
  pinyin: { confidence: 'low', label: { en: 'the same sound', 'zh-CN': '同音' } },
  split: { confidence: 'low', label: { en: 'split characters', 'zh-CN': '拆字' } },
  'short-form': { confidence: 'certain', label: { en: 'another way to write it', 'zh-CN': '别写' } },
  mask: { confidence: 'likely', label: { en: 'masked letters', 'zh-CN': '字母打码' } },
  'foreign-script': { confidence: 'low', label: { en: 'a word of another script', 'zh-CN': '其他文字的词' } },
  'loose-digits': {
    confidence: 'low',
    label: { en: 'mostly digits for letters', 'zh-CN': '多为数字代字母' },
  },
  'loose-spacing': { confidence: 'low', label: { en: 'doubtful spacing', 'zh-CN': '可疑间隔' } },
  'cut-word': { confidence: 'low', label: { en: 'part of other words', 'zh-CN': '取自别的词' } },
  'run-together': { confidence: 'certain', label: { en: 'words run together', 'zh-CN': '词间无空格' } },
  spacing: { confidence: 'certain', label: { en: 'spacing', 'zh-CN': '间隔' } },
  repeats: { confidence: 'certain', label: { en: 'repeated characters', 'zh-CN': '重复字符' } },
  digits: {
    confidence: 'certain',
    label: { en: 'digits and symbols for letters', 'zh-CN': '数字或符号代字母' },
  },
  numerals: { confidence: 'certain', label: { en: 'Chinese numerals', 'zh-CN': '中文数字' } },
  traditional: { confidence: 'certain', label: { en: 'traditional characters', 'zh-CN': '繁体' } },
  'look-alikes': { confidence: 'certain', label: { en: 'look-alikes', 'zh-CN': '形近字符' } },
  marks: { confidence: 'certain', label: { en: 'added marks', 'zh-CN': '附加符号' } },
  invisible: { confidence: 'certain', label: { en: 'invisible characters', 'zh-CN': '隐形字符' } },
  width: { confidence: 'certain', label: { en: 'special character forms', 'zh-CN': '特殊字形' } },
  case: { confidence: 'certain', label: { en: 'upper and lower case', 'zh-CN': '大小写' } },
} as const satisfies Record<string, Layer>;

export type LayerName = keyof typeof layers;
export const layerNames = Object.keys(layers) as readonly LayerName[];

/** One bit for each layer, so that a match carries its layers in one number. */
export const layerBits = Object.fromEntries(layerNames.map((name, index) => [name, 1 << index])) as Readonly<
  Record<LayerName, number>
>;

const bitsOf = (confidence: Confidence): number =>
  layerNames.reduce(
    (bits, name) => (layers[name].confidence === confidence ? bits | layerBits[name] : bits),
    0,
  );

const lowBits = bitsOf('low');
const likelyBits = bitsOf('likely');

export const namesOfBits = (bits: number): LayerName[] =>
  bits === 0 ? [] : layerNames.filter((name) => (bits & layerBits[name]) !== 0);

export const confidenceOfBits = (bits: number): Confidence => {
  if ((bits & lowBits) !== 0) return 'low';
  return (bits & likelyBits) !== 0 ? 'likely' : 'certain';
};

/** The confidence of a hit, which is that of its weakest layer. */
export const confidenceOf = (names: readonly string[]): Confidence =>
  confidenceOfBits(
    layerNames.reduce((bits, name) => (names.includes(name) ? bits | layerBits[name] : bits), 0),
  );
