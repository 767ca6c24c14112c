import type { WordRule } from '../../contract/models/word-rule.ts';

type Named = Pick<WordRule, 'kind' | 'text' | 'where' | 'rooms'>;

const keyOf = ({ kind, text }: Named): string => `${kind} ${text.normalize('NFKC').toLowerCase()}`;

const samePlace = (one: Named, other: Named): boolean =>
  one.where === other.where && JSON.stringify(one.rooms) === JSON.stringify(other.rooms);

/** All rules by ID, and by their word: a save among 100 000 does not look at each of them. */
export const createRuleIndex = (first: readonly WordRule[]) => {
  const rules = new Map<string, WordRule>();
  /** A set only where a word has several rules: 100 000 sets of one are a quarter of the time at the start. */
  const byWord = new Map<string, string | Set<string>>();
  let patterns = 0;
  /** Rules by group ID; those in no group under `''`. */
  const inGroup = new Map<string, number>();
  const count = ({ groupId }: WordRule, by: 1 | -1) => {
    const now = (inGroup.get(groupId ?? '') ?? 0) + by;
    if (now === 0) inGroup.delete(groupId ?? '');
    else inGroup.set(groupId ?? '', now);
  };

  const link = (key: string, id: string): void => {
    const there = byWord.get(key);
    if (there === undefined) byWord.set(key, id);
    else if (typeof there !== 'string') there.add(id);
    else if (there !== id) byWord.set(key, new Set([there, id]));
  };
  const unlink = (key: string, id: string): void => {
    const there = byWord.get(key);
    if (there === id) byWord.delete(key);
    else if (typeof there === 'object' && there.delete(id) && there.size === 0) byWord.delete(key);
  };
  const idsOf = (key: string): readonly string[] => {
    const there = byWord.get(key) ?? [];
    return typeof there === 'string' ? [there] : [...there];
  };

  const remove = (id: string): boolean => {
    const old = rules.get(id);
    if (old === undefined) return false;
    unlink(keyOf(old), id);
    if (old.kind === 'pattern') patterns -= 1;
    count(old, -1);
    return rules.delete(id);
  };

  const put = (rule: WordRule): void => {
    const old = rules.get(rule.id);
    if (old !== undefined && keyOf(old) !== keyOf(rule)) unlink(keyOf(old), rule.id);
    if (old?.kind === 'pattern') patterns -= 1;
    if (rule.kind === 'pattern') patterns += 1;
    if (old !== undefined) count(old, -1);
    count(rule, 1);
    link(keyOf(rule), rule.id);
    // A changed rule keeps its place in the order.
    rules.set(rule.id, rule);
  };

  for (const rule of first) put(rule);
  return {
    rules: rules as ReadonlyMap<string, WordRule>,
    put,
    remove,
    patterns: () => patterns,
    inGroup: (): Readonly<Record<string, number>> => Object.fromEntries(inGroup),
    /** Whether another rule is for the same word in the same place and rooms. */
    hasTwin: (draft: Named, id: string): boolean =>
      idsOf(keyOf(draft)).some((other) => {
        const rule = rules.get(other);
        return other !== id && rule !== undefined && samePlace(rule, draft);
      }),
  };
};
export type RuleIndex = ReturnType<typeof createRuleIndex>;
