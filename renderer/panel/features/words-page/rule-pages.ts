import { createStore, type StoreApi } from 'zustand/vanilla';
import type { AppError } from '../../../../main/contract/app-error.ts';
import type { RuleLevel, WordRule } from '../../../../main/contract/models/word-rule.ts';
import type { Bridge } from '../../bridge/index.ts';

/** Rules come by pages, so that a list of 100,000 opens as fast as one of ten. */
export const PAGE = 100;

export type RuleFilter = {
  readonly text: string;
  /** Absent = every group; `null` = rules in none. */
  readonly groupId: string | null | undefined;
  readonly level: RuleLevel | undefined;
};
export const everyRule: RuleFilter = { text: '', groupId: undefined, level: undefined };

export type RulesShown = {
  /** `undefined` until the first answer. */
  readonly total: number | undefined;
  readonly pages: ReadonlyMap<number, readonly WordRule[]>;
  readonly error: AppError | undefined;
};

const nothing: RulesShown = { total: undefined, pages: new Map(), error: undefined };

export const ruleAt = (shown: RulesShown, index: number): WordRule | undefined =>
  shown.pages.get(Math.floor(index / PAGE))?.[index % PAGE];

/** The pages that rows `first` to `last` lie on. */
export const pagesBetween = (first: number, last: number): readonly number[] => {
  const from = Math.floor(Math.max(0, first) / PAGE);
  const to = Math.floor(Math.max(0, last) / PAGE);
  return Array.from({ length: to - from + 1 }, (_, index) => from + index);
};

export type RulePages = {
  readonly state: StoreApi<RulesShown>;
  /** Reads again by this filter; what is on screen stays until the answer is there. */
  readonly show: (filter: RuleFilter, first: number, last: number) => void;
  /** Reads what is missing between two rows. */
  readonly need: (first: number, last: number) => void;
};

/** The rules of one filter, as far as somebody has looked. */
export const createRulePages = ({ bridge }: { readonly bridge: Pick<Bridge, 'call'> }): RulePages => {
  const state = createStore<RulesShown>(() => nothing);
  let turn = 0;
  let filter = everyRule;
  let asked = new Set<number>();
  let answered = 0;

  const ask = async (page: number): Promise<void> => {
    const mine = turn;
    asked.add(page);
    const { text, groupId, level } = filter;
    const answer = await bridge.call('words:list', {
      text: text.slice(0, 200),
      ...(groupId !== undefined && { groupId }),
      ...(level !== undefined && { level }),
      offset: page * PAGE,
      limit: PAGE,
    });
    if (mine !== turn) return;
    if (!answer.ok) {
      asked.delete(page);
      state.setState({ error: answer.error });
      return;
    }
    const { rules, total } = answer.value;
    state.setState(
      (shown) => ({
        total,
        pages: new Map([...(answered === mine ? shown.pages : []), [page, rules]]),
        error: undefined,
      }),
      true,
    );
    answered = mine;
  };

  const need = (first: number, last: number) => {
    for (const page of pagesBetween(first, last)) if (!asked.has(page)) void ask(page);
  };

  return {
    state,
    need,
    show: (next, first, last) => {
      turn += 1;
      filter = next;
      asked = new Set();
      need(first, last);
    },
  };
};
