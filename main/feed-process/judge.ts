import type { FeedCommand, FeedEvent } from '../contract/feed-port.ts';
import type { Comment } from '../contract/models/feed-item.ts';
import { cleanVerdict, type Verdict } from '../contract/models/verdict.ts';
import type { WordRule } from '../contract/models/word-rule.ts';
import { explainHit } from '../core/words/explain-hit.ts';
import { compileRules, compileSteps, type Matcher } from '../core/words/matcher.ts';
import { runBeside } from '../core/words/steps.ts';

type Load = Extract<FeedCommand, { type: 'words' }>;
type Change = Extract<FeedCommand, { type: 'words-change' }>;

/** Small changes are laid over the compiled rules; after so many all are compiled anew, beside everything else. */
const MOST_PENDING = 2000;

type Terms = Pick<Change, 'groups' | 'settings' | 'strict'>;

const termsOf = ({ groups, settings, strict }: Terms): Terms => ({ groups, settings, strict });

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
  let isLoaded = false;

  /** Changes since a compilation beside everything else began: they lie over its result. */
  let since: Change[] | undefined;
  let compilation = 0;

  const compile = (rules: readonly WordRule[], terms: Terms) => {
    options.beforeCompiling();
    matcher = compileRules(rules, termsOf(terms));
  };

  /** The rules before are in force until it is done. */
  const compileBeside = async (rules: readonly WordRule[], terms: Terms, done: () => void) => {
    compilation += 1;
    const mine = compilation;
    const changes: Change[] = [];
    since = changes;
    const compiled = await runBeside(compileSteps(rules, termsOf(terms)), () => mine === compilation);
    if (compiled === undefined) return;
    since = undefined;
    matcher = compiled;
    for (const change of changes) matcher = matcher.update(change);
    done();
  };

  const lay = (change: Change) => {
    since?.push(change);
    if (matcher === undefined) {
      compile(change.changed, change);
      return;
    }
    const { changed, removed, groups, settings, strict } = change;
    matcher = matcher.update({ changed, removed, groups, settings, strict });
    if (matcher.pending > MOST_PENDING && since === undefined)
      void compileBeside([...matcher.rules().values()], change, options.beforeCompiling);
  };

  /** Before anything is judged there is nothing to keep from waiting, and the first comment must not slip through. */
  const compileLoad = (rules: readonly WordRule[], command: Load, changes: readonly Change[]) => {
    const done = () => {
      for (const change of changes) lay(change);
      emit({ type: 'words-ready', load: command.load });
    };
    if (isLoaded) {
      void compileBeside(rules, command, done);
      return;
    }
    isLoaded = true;
    compile(rules, command);
    done();
  };

  return {
    load: (command: Load) => {
      if (command.part === 0) arriving = { rules: [], changes: [] };
      isArriving = !command.last;
      arriving.rules.push(...command.rules);
      if (!command.last) return;
      const { rules, changes } = arriving;
      arriving = { rules: [], changes: [] };
      compileLoad(rules, command, changes);
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
