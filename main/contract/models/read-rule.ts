import { z } from 'zod';
import { ruleLevels, type WordRule, wordRuleSchema } from './word-rule.ts';

const usual: WordRule = wordRuleSchema.parse({ id: '-', kind: 'word', text: '-' });

const isText = (value: unknown, least: number, most: number): boolean =>
  typeof value === 'string' && value.length >= least && value.length <= most;
const isFlag = (value: unknown): boolean => typeof value === 'boolean';
const isNothing = (value: unknown): boolean => value === null;
const isEmpty = (value: unknown): boolean => Array.isArray(value) && value.length === 0;

/** What a plain word may hold; everything else is left to the schema. */
const PLAIN: Readonly<Record<string, (value: unknown) => boolean>> = {
  id: (value) => typeof value === 'string' && value !== '',
  kind: (value) => value === 'word',
  text: (value) => isText(value, 1, 200),
  also: isEmpty,
  where: (value) => value === 'text' || value === 'nick' || value === 'both',
  level: (value) => ruleLevels.some((level) => level === value),
  anywhere: isFlag,
  squeeze: isFlag,
  ladder: isNothing,
  rooms: isNothing,
  expiresAt: isNothing,
  groupId: (value) => value === null || typeof value === 'string',
  enabled: isFlag,
  note: (value) => isText(value, 0, 500),
};

/** No word, person or role is excepted. */
export const hasNoExceptions = (except: unknown): boolean => {
  if (typeof except !== 'object' || except === null) return false;
  for (const name in except) {
    if (!(name in usual.except) || !isEmpty(except[name as keyof typeof except])) return false;
  }
  return true;
};

const isPlain = (value: object): boolean => {
  if (!('id' in value && 'kind' in value && 'text' in value)) return false;
  // `for … in` makes no array of the fields, which is half of the time.
  for (const name in value) {
    const field: unknown = value[name as keyof typeof value];
    const fits = name === 'except' ? hasNoExceptions(field) : PLAIN[name]?.(field) === true;
    if (!fits) return false;
  }
  return true;
};

/**
 * A rule out of what crossed a boundary, as {@link wordRuleSchema} has it. Plain words, which long lists consist of, are
 * checked by hand: the schema takes ten times as long, which at 100 000 rules is a second in each process.
 */
export const readRule = (value: unknown): WordRule | undefined => {
  if (typeof value === 'object' && value !== null && isPlain(value))
    return { ...usual, ...value, except: usual.except };
  return wordRuleSchema.safeParse(value).data;
};

/** The same rule as a schema. */
export const quickRuleSchema = z.unknown().transform((value, context): WordRule => {
  const rule = readRule(value);
  if (rule !== undefined) return rule;
  context.addIssue({ code: 'custom', message: 'not a word rule' });
  return z.NEVER;
});
