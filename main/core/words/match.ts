import type { WordRule } from '../../contract/models/word-rule.ts';
import { layerBits } from './layers.ts';
import type { Entry, Shelf } from './shelf.ts';
import type { Found } from './verify-word.ts';

/** A match of a rule before exceptions; `rule` is absent for words that are allowed everywhere. */
export type Match = Found & { readonly rule: WordRule | undefined; readonly use: Entry['use'] | 'pattern' };

/** Layers that an allowed word may be written with; an evasion of an allowed word protects nothing. */
const PLAIN_SPELLING = layerBits.case | layerBits.width | layerBits.traditional | layerBits.marks;

/** Whether a rule applies to this field of this comment. */
export type Wanted = (rule: WordRule) => boolean;

/** What one search collects: matches of the rules that are wanted. */
export type Search = {
  readonly text: string;
  readonly shelf: Shelf;
  readonly wanted: Wanted;
  readonly matches: Match[];
  /** Matches so far of each rule. */
  readonly counts: Map<WordRule, number>;
};

/** Matches of one rule in one comment that are worked out; a flood of one word is no more of an offence. */
const MOST_OF_A_RULE = 32;

export const isWanted = (search: Search, entry: Entry | undefined): entry is Entry => {
  if (entry === undefined || entry.rule === undefined) return entry !== undefined;
  const enough = entry.use !== 'allow' && (search.counts.get(entry.rule) ?? 0) >= MOST_OF_A_RULE;
  return !enough && search.wanted(entry.rule);
};

export const keepEntry = (search: Search, entry: Entry, found: Found): void => {
  if (entry.use === 'allow' && (found.bits & ~PLAIN_SPELLING) !== 0) return;
  const bits = entry.use === 'also' ? found.bits | layerBits['short-form'] : found.bits;
  if (entry.rule !== undefined && entry.use !== 'allow')
    search.counts.set(entry.rule, (search.counts.get(entry.rule) ?? 0) + 1);
  search.matches.push({ start: found.start, end: found.end, bits, rule: entry.rule, use: entry.use });
};
