import type { Hit } from '../../contract/models/verdict.ts';
import {
  type Doubt,
  type DryRunExample,
  type DryRunReport,
  doubts,
} from '../../contract/models/word-rule.ts';

type RuleTally = { word: string; comments: number; doubtful: number; people: Set<string> };
type UserTally = { nick: string; comments: number };

export type Tally = {
  readonly seen: () => void;
  readonly count: (
    example: DryRunExample,
    judged: readonly { readonly hit: Hit; readonly doubt: Doubt | null }[],
  ) => void;
  readonly report: () => Omit<DryRunReport, 'exceptions'>;
};

const byComments = (one: { comments: number }, other: { comments: number }): number =>
  other.comments - one.comments;

/** Words that cut only one other are as often the offence itself: 微信号 is 微 + 信号 to a dictionary. */
const isWorthAnException = (doubt: Doubt | null): doubt is Doubt =>
  doubt?.kind === 'inside-longer-word' || doubt?.kind === 'across-words';

const likelihood = ({ doubt }: DryRunExample): number =>
  doubt === null ? doubts.length : doubts.indexOf(doubt.kind);

/** Counts what a dry run finds; keeps `limit` examples of each sort and the top of every list. */
export const createTally = (limit: number): Tally => {
  const byLevel = { flag: 0, hold: 0, block: 0 };
  const rules = new Map<string, RuleTally>();
  const users = new Map<string, UserTally>();
  const containers = new Map<string, number>();
  const examples = new Map<number, DryRunExample[]>();
  let checked = 0;
  let hit = 0;
  let doubtful = 0;

  const countRules: Tally['count'] = (example, judged) => {
    for (const ruleId of new Set(judged.map((one) => one.hit.ruleId))) {
      const own = judged.filter((one) => one.hit.ruleId === ruleId);
      const known = rules.get(ruleId);
      const rule = known ?? { word: own[0]?.hit.word ?? '', comments: 0, doubtful: 0, people: new Set() };
      rule.comments += 1;
      if (own.every(({ doubt }) => doubt !== null)) rule.doubtful += 1;
      rule.people.add(example.userId);
      if (known === undefined) rules.set(ruleId, rule);
    }
  };
  const countContainers: Tally['count'] = (_, judged) => {
    const found = new Set(
      judged.flatMap(({ doubt }) => (isWorthAnException(doubt) ? [doubt.container] : [])),
    );
    for (const container of found) containers.set(container, (containers.get(container) ?? 0) + 1);
  };

  const keepExample = (example: DryRunExample): void => {
    const rank = likelihood(example);
    const alike = examples.get(rank) ?? [];
    if (alike.length < limit) alike.push(example);
    examples.set(rank, alike);
  };

  return {
    seen: () => {
      checked += 1;
    },
    count: (example, judged) => {
      hit += 1;
      byLevel[example.level] += 1;
      const user = users.get(example.userId);
      users.set(example.userId, { nick: example.nick, comments: (user?.comments ?? 0) + 1 });
      if (example.doubt !== null) doubtful += 1;
      keepExample(example);
      countRules(example, judged);
      countContainers(example, judged);
    },
    report: () => ({
      checked,
      hit,
      byLevel: { ...byLevel },
      people: users.size,
      doubtful,
      rules: [...rules]
        .map(([ruleId, { people, ...rule }]) => ({ ruleId, ...rule, people: people.size }))
        .sort(byComments)
        .slice(0, limit),
      users: [...users]
        .map(([userId, user]) => ({ userId, ...user }))
        .sort(byComments)
        .slice(0, limit),
      examples: [...examples.entries()]
        .sort(([one], [other]) => one - other)
        .flatMap(([, alike]) => alike)
        .slice(0, limit),
      suggestions: [...containers]
        .map(([word, comments]) => ({ word, comments }))
        .sort(byComments)
        .slice(0, limit),
    }),
  };
};
