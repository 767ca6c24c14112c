import { hasNoExceptions, readRule } from '../../contract/models/read-rule.ts';
import { type WordRule, wordRuleSchema } from '../../contract/models/word-rule.ts';

const sample: Readonly<Record<string, unknown>> = wordRuleSchema.parse({
  id: '-',
  kind: 'word',
  text: '-',
});
const NAMED = ['id', 'kind', 'text'];
const defaults = new Map(
  Object.entries(sample).flatMap(([key, value]) =>
    NAMED.includes(key) ? [] : [[key, { value, line: JSON.stringify(value) }] as const],
  ),
);

const isAsByDefault = (key: string, value: unknown): boolean => {
  const usual = defaults.get(key);
  if (usual === undefined) return false;
  if (usual.value === value) return true;
  if (key === 'except' && hasNoExceptions(value)) return true;
  if (Array.isArray(value) && value.length === 0) return usual.line === '[]';
  return typeof value === 'object' && value !== null && usual.line === JSON.stringify(value);
};

/** One rule as one line of JSON without what is as by default: a fifth of the whole for a plain word. */
export const writeRuleLine = (rule: WordRule): string => {
  const kept: Record<string, unknown> = {};
  for (const key in rule) {
    const value = rule[key as keyof WordRule];
    if (!isAsByDefault(key, value)) kept[key] = value;
  }
  return JSON.stringify(kept);
};

/** The rule again, or undefined where the line makes none. */
export const readRuleLine = (line: string): WordRule | undefined => {
  try {
    return readRule(JSON.parse(line));
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
};
