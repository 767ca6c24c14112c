import type { RuleLevel, WordRule } from '../../../../main/contract/models/word-rule.ts';
import { ok } from '../../../../main/contract/result.ts';
import type { Bridge } from '../../bridge/index.ts';
import { createPaged, type Paged, rowAt, type Shown } from './paged.ts';

export type RuleFilter = {
  readonly text: string;
  /** Absent = every group; `null` = rules in none. */
  readonly groupId: string | null | undefined;
  readonly level: RuleLevel | undefined;
};
export const everyRule: RuleFilter = { text: '', groupId: undefined, level: undefined };

export type RulesShown = Shown<WordRule>;
export const ruleAt = (shown: RulesShown, index: number): WordRule | undefined => rowAt(shown, index);
export type RulePages = Paged<WordRule, RuleFilter>;

/** The rules of one filter, as far as somebody has looked. */
export const createRulePages = ({ bridge }: { readonly bridge: Pick<Bridge, 'call'> }): RulePages =>
  createPaged({
    first: everyRule,
    read: async ({ text, groupId, level }, part) => {
      const answer = await bridge.call('words:list', {
        text: text.slice(0, 200),
        ...(groupId !== undefined && { groupId }),
        ...(level !== undefined && { level }),
        ...part,
      });
      return answer.ok ? ok({ rows: answer.value.rules, total: answer.value.total }) : answer;
    },
  });
