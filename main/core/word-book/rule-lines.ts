import { type WordRule, wordRuleSchema } from '../../contract/models/word-rule.ts';

const sample: Readonly<Record<string, unknown>> = wordRuleSchema.parse({
  id: '-',
  kind: 'word',
  text: '-',
});
const NAMED = ['id', 'kind', 'text'];
const defaults = new Map(
  Object.entries(sample).flatMap(([key, value]) =>
    NAMED.includes(key) ? [] : [[key, JSON.stringify(value)] as const],
  ),
);

/** One rule as one line of JSON without what is as by default: a fifth of the whole for a plain word. */
export const writeRuleLine = (rule: WordRule): string =>
  JSON.stringify(
    Object.fromEntries(
      Object.entries(rule).filter(([key, value]) => defaults.get(key) !== JSON.stringify(value)),
    ),
  );

/** The rule again, or undefined where the line makes none. */
export const readRuleLine = (line: string): WordRule | undefined => {
  try {
    const parsed = wordRuleSchema.safeParse(JSON.parse(line));
    return parsed.success ? parsed.data : undefined;
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
};
