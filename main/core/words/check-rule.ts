import { appError, type Localized } from '../../contract/app-error.ts';
import { type LineFate, MAX_PATTERNS, MAX_RULES, MAX_WORD_LENGTH } from '../../contract/models/word-rule.ts';
import { err, ok, type Result } from '../../contract/result.ts';
import { kinds } from './character-kinds.ts';
import type { Characters } from './characters.ts';
import { compilePattern } from './patterns.ts';

export type Refusal = { readonly fate: LineFate; readonly reason: Localized };

/** No more rules go in. */
export const overLimit: Refusal = {
  fate: 'over-limit',
  reason: {
    en: `There is room for ${MAX_RULES.toLocaleString('en')} rules, ${MAX_PATTERNS} of them patterns.`,
    'zh-CN': `最多 ${MAX_RULES.toLocaleString('en')} 条规则，其中正则最多 ${MAX_PATTERNS} 条。`,
  },
};
const tooLong: Refusal = {
  fate: 'too-long',
  reason: {
    en: `A word has at most ${MAX_WORD_LENGTH} characters.`,
    'zh-CN': `词语最多 ${MAX_WORD_LENGTH} 个字符。`,
  },
};
const nothing: Refusal = {
  fate: 'nothing-to-match',
  reason: {
    en: 'Nothing of it can be seen in a comment.',
    'zh-CN': '其中没有任何可见字符，无法匹配。',
  },
};

const isVisible = (characters: Characters, word: string): boolean => {
  for (const character of word)
    if (characters.glyph(character.codePointAt(0) ?? 0).kind > kinds.space) return true;
  return false;
};

/** Why a word cannot be a rule, or undefined. */
export const refuseWord = (characters: Characters, word: string): Refusal | undefined => {
  if ([...word].length > MAX_WORD_LENGTH) return tooLong;
  return isVisible(characters, word) ? undefined : nothing;
};

/** Why a pattern cannot be a rule, or undefined. */
export const refusePattern = (pattern: string): Refusal | undefined => {
  const compiled = compilePattern(pattern);
  return compiled.ok ? undefined : { fate: 'bad-pattern', reason: compiled.error.text };
};

/** Checks a rule's text before it is saved. */
export const checkRuleText = (
  characters: Characters,
  kind: 'word' | 'pattern',
  text: string,
): Result<string> => {
  const refusal = kind === 'pattern' ? refusePattern(text) : refuseWord(characters, text);
  return refusal === undefined ? ok(text) : err(appError('invalid-input', refusal.reason));
};
