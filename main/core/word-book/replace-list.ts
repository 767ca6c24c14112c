import type { ImportReport, LineReport, WordRule } from '../../contract/models/word-rule.ts';
import { otherThings } from '../other-things.ts';
import type { Characters } from '../words/characters.ts';
import { ruleKey } from './import-slices.ts';

/** Rules made comparable in one go: about 5 ms. */
const SLICE = 2000;

/** Which rules a list takes the place of. */
export type ReplaceScope = 'none' | 'group' | 'all';

export const isInScope = (rule: WordRule, scope: ReplaceScope, groupId: string | null): boolean =>
  scope === 'all' || (scope === 'group' && rule.groupId === groupId);

export type ReplacePlan = {
  readonly report: ImportReport;
  /** Rules that the list does not have: they go. */
  readonly goes: readonly WordRule[];
};

const keysOf = async (characters: Characters, rules: readonly WordRule[]): Promise<Map<WordRule, string>> => {
  const keyOf = ruleKey(characters);
  const keys = new Map<WordRule, string>();
  for (const [index, rule] of rules.entries()) {
    keys.set(rule, keyOf(rule));
    if (index % SLICE === SLICE - 1) await otherThings();
  }
  return keys;
};

/**
 * What becomes of the rules in the list's place. A plain list says nothing of how a word is treated, so a rule for the
 * same word stays as it is (`keepSame`); the other forms say it, so theirs takes its place.
 */
export const planReplacement = async (
  characters: Characters,
  report: ImportReport,
  inScope: readonly WordRule[],
  keepSame: boolean,
): Promise<ReplacePlan> => {
  if (inScope.length === 0) return { report, goes: [] };
  if (!keepSame) return { report, goes: inScope };
  const there = await keysOf(characters, inScope);
  const listed = await keysOf(characters, report.rules);
  const thereKeys = new Set(there.values());
  const listedKeys = new Set(listed.values());
  const isKept = (rule: WordRule) => thereKeys.has(listed.get(rule) ?? '');
  const fresh = report.rules.values();
  const lines = report.lines.map((line): LineReport => {
    const rule = line.fate === 'added' ? fresh.next().value : undefined;
    return rule !== undefined && isKept(rule) ? { ...line, fate: 'duplicate' } : line;
  });
  const rules = report.rules.filter((rule) => !isKept(rule));
  const kept = report.rules.length - rules.length;
  const { added, duplicate, ...counts } = report.counts;
  return {
    report: {
      ...report,
      lines,
      rules,
      counts: { ...counts, added: added - kept, duplicate: duplicate + kept },
    },
    goes: inScope.filter((rule) => !listedKeys.has(there.get(rule) ?? '')),
  };
};
