import type { z } from 'zod';
import type { Localized } from '../../contract/app-error.ts';
import type { ruleDraftSchema, ruleFateSchema } from '../../contract/calls/word-calls.ts';
import { MAX_PATTERNS, MAX_RULES, type RuleGroup, type WordRule } from '../../contract/models/word-rule.ts';
import { createCharacters } from '../words/characters.ts';
import { overLimit, type Refusal, refusePattern, refuseWord } from '../words/check-rule.ts';
import type { RuleIndex } from './rule-index.ts';

export type RuleDraft = Readonly<z.output<typeof ruleDraftSchema>>;
export type RuleFate = Readonly<z.output<typeof ruleFateSchema>>;
type Refused = { readonly fate: Exclude<RuleFate['fate'], 'saved'>; readonly reason: Localized };

const duplicate: Refused = {
  fate: 'duplicate',
  reason: {
    en: 'There is a rule for this word already.',
    'zh-CN': '该词语已有规则。',
  },
};
const noGroup: Refused = {
  fate: 'bad-entry',
  reason: {
    en: 'Its group is not there any more. Choose another.',
    'zh-CN': '所选分组已不存在，请重新选择。',
  },
};
const full: Refused = {
  fate: 'over-limit',
  reason: {
    en: `${overLimit.reason.en} Remove some first.`,
    'zh-CN': `${overLimit.reason['zh-CN']}请先删除一些。`,
  },
};

const known: ReadonlySet<string> = new Set(['too-long', 'bad-pattern', 'bad-entry', 'nothing-to-match']);
const asRefused = ({ fate, reason }: Refusal): Refused => ({
  fate: known.has(fate) ? (fate as Refused['fate']) : 'bad-entry',
  reason,
});

/** Says why a draft cannot be saved under `id`, given the rules and groups that are there; undefined = it can be. */
export const createDraftGate = (index: RuleIndex, groups: readonly RuleGroup[]) => {
  const characters = createCharacters();

  const refuseText = (draft: RuleDraft): Refused | undefined => {
    const first = draft.kind === 'pattern' ? refusePattern(draft.text) : refuseWord(characters, draft.text);
    const refusal =
      first ??
      [...draft.also, ...draft.except.words].map((word) => refuseWord(characters, word)).find(Boolean);
    return refusal && asRefused(refusal);
  };

  const isFull = (draft: RuleDraft, old: WordRule | undefined): boolean => {
    const newPattern = draft.kind === 'pattern' && old?.kind !== 'pattern';
    return (
      (old === undefined && index.rules.size >= MAX_RULES) || (newPattern && index.patterns() >= MAX_PATTERNS)
    );
  };

  return (draft: RuleDraft, id: string): Refused | undefined => {
    if (index.hasTwin(draft, id)) return duplicate;
    if (draft.groupId !== null && !groups.some((group) => group.id === draft.groupId)) return noGroup;
    if (isFull(draft, index.rules.get(id))) return full;
    return refuseText(draft);
  };
};
