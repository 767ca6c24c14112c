import type { FeedCommand, FeedEvent } from '../contract/feed-port.ts';
import type { Comment } from '../contract/models/feed-item.ts';
import { cleanVerdict, type Verdict } from '../contract/models/verdict.ts';
import type { WordRule } from '../contract/models/word-rule.ts';
import { explainHit } from '../core/words/explain-hit.ts';
import { compileRules, type Matcher } from '../core/words/matcher.ts';

type Load = Extract<FeedCommand, { type: 'words' }>;
type Change = Extract<FeedCommand, { type: 'words-change' }>;

/** Small changes are laid over the compiled rules; so many of them cost more than compiling anew. */
const MOST_PENDING = 1000;

type Arriving = { readonly rules: WordRule[]; readonly changes: Change[] };

/** Judges comments by the newest rules that are complete, and says of every hit why. */
export const createJudge = (options: {
  readonly now: () => number;
  readonly emit: (event: FeedEvent) => void;
  /** Called before work that may take long: what was judged already need not wait for it. */
  readonly beforeCompiling: () => void;
}) => {
  const { now, emit } = options;
  let matcher: Matcher | undefined;
  /** A load that is not complete yet, and the changes that came after it began. */
  let arriving: Arriving = { rules: [], changes: [] };
  let isArriving = false;

  const compile = (rules: readonly WordRule[], terms: Pick<Change, 'groups' | 'settings' | 'strict'>) => {
    options.beforeCompiling();
    const { groups, settings, strict } = terms;
    matcher = compileRules(rules, { groups, settings, strict });
  };

  const lay = (change: Change) => {
    const { changed, removed, groups, settings, strict } = change;
    if (matcher === undefined) {
      compile(changed, change);
      return;
    }
    matcher = matcher.update({ changed, removed, groups, settings, strict });
    if (matcher.pending > MOST_PENDING) compile([...matcher.rules.values()], change);
  };

  return {
    load: (command: Load) => {
      if (command.part === 0) arriving = { rules: [], changes: [] };
      isArriving = !command.last;
      arriving.rules.push(...command.rules);
      if (!command.last) return;
      compile(arriving.rules, command);
      for (const change of arriving.changes) lay(change);
      arriving = { rules: [], changes: [] };
      emit({ type: 'words-ready', load: command.load });
    },
    /** In force for the next comment; what is still arriving gets it too. */
    change: (command: Change) => {
      if (isArriving) arriving.changes.push(command);
      lay(command);
    },
    verdictOf: (roomKey: string, comment: Comment): Verdict => {
      if (matcher === undefined || comment.own) return cleanVerdict;
      const { text, person } = comment;
      const { userId, nick, role } = person;
      const input = { text, nick, userId, roomKey, ...(role !== undefined && { role }) };
      const verdict = matcher.check(input, now());
      if (verdict.hits.length === 0) return verdict;
      return {
        level: verdict.level,
        hits: verdict.hits.map((hit) => ({ ...hit, why: explainHit(hit, input[hit.field]) })),
      };
    },
  };
};
export type Judge = ReturnType<typeof createJudge>;
