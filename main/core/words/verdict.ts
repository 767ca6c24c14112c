import {
  cleanVerdict,
  type Hit,
  type Verdict,
  type VerdictLevel,
  verdictLevels,
} from '../../contract/models/verdict.ts';
import type { WordRule } from '../../contract/models/word-rule.ts';
import { confidenceOf, confidenceOfBits, namesOfBits } from './layers.ts';
import type { Match } from './match.ts';

/** A comment carries at most this many hits, the worst first: what is on screen has no room for more. */
const MOST_HITS = 32;

const rank = (level: VerdictLevel): number => verdictLevels.indexOf(level);

const bitCount = (bits: number): number => {
  let count = 0;
  for (let rest = bits; rest !== 0; rest &= rest - 1) count += 1;
  return count;
};

const badness = ({ bits }: Match): number => {
  const confidence = confidenceOfBits(bits);
  return (confidence === 'certain' ? 0 : confidence === 'likely' ? 100 : 200) + bitCount(bits);
};

const overlap = (one: Match, other: Match): boolean => one.start < other.end && other.start < one.end;

/** Of the overlapping matches of one rule, the plainest; of equally plain ones, the longest. */
const plainest = (matches: readonly Match[]): Match[] => {
  const sorted = [...matches].sort(
    (a, b) => badness(a) - badness(b) || b.end - b.start - (a.end - a.start) || a.start - b.start,
  );
  const kept: Match[] = [];
  for (const match of sorted)
    if (!kept.some((other) => other.rule === match.rule && overlap(other, match))) kept.push(match);
  return kept;
};

const isExcused = (match: Match, allowed: readonly Match[]): boolean =>
  allowed.some(
    ({ rule, start, end }) =>
      (rule === undefined || rule === match.rule) && start <= match.start && end >= match.end,
  );

/** A block that only a low-confidence layer found waits for a person instead. */
const levelOf = (rule: WordRule, bits: number): VerdictLevel =>
  rule.level === 'block' && confidenceOfBits(bits) === 'low' ? 'hold' : rule.level;

const toHit = (match: Match, rule: WordRule, field: Hit['field']): Hit => ({
  ruleId: rule.id,
  word: rule.kind === 'pattern' && rule.note !== '' ? rule.note : rule.text,
  field,
  start: match.start,
  end: match.end,
  layers: namesOfBits(match.bits),
  level: levelOf(rule, match.bits),
});

/** Takes the allowed words out of the matches of one field and makes hits of the rest. */
export const hitsOf = (matches: readonly Match[], field: Hit['field']): Hit[] => {
  if (matches.length === 0) return [];
  const allowed = matches.filter(({ use }) => use === 'allow');
  const bad = matches.filter((match) => match.use !== 'allow' && !isExcused(match, allowed));
  return plainest(bad).flatMap((match) =>
    match.rule === undefined ? [] : [toHit(match, match.rule, field)],
  );
};

export const verdictOf = (hits: readonly Hit[]): Verdict => {
  if (hits.length === 0) return cleanVerdict;
  const sorted = [...hits].sort(
    (a, b) => rank(b.level) - rank(a.level) || a.field.localeCompare(b.field) * -1 || a.start - b.start,
  );
  return { level: sorted[0]?.level ?? 'clean', hits: sorted.slice(0, MOST_HITS) };
};

/** Whether a hit is sure enough for an automatic action. */
export const mayAct = (hit: Hit): boolean => confidenceOf(hit.layers) === 'certain';
