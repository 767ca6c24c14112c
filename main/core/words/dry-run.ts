import type { Hit, Verdict } from '../../contract/models/verdict.ts';
import type { DryRunExample, DryRunReport, RuleLevel, WordRule } from '../../contract/models/word-rule.ts';
import { doubtOf } from './doubts.ts';
import { type CheckInput, compileRules, type MatcherOptions } from './matcher.ts';
import { createTally } from './tally.ts';
import { createWordSegments } from './word-segments.ts';

/** A comment of the past, as the history keeps it. */
export type PastComment = CheckInput & { readonly id: string; readonly at: number; readonly userId: string };

export type DryRunOptions = MatcherOptions & {
  /** Harmless words whose effect is asked about. */
  readonly exceptions?: readonly string[];
  /** ms since the epoch, for rules that expire. */
  readonly now: number;
  /** Examples to keep, and the length of every list in the report. */
  readonly limit?: number;
};

export type DryRun = {
  readonly add: (comment: PastComment) => void;
  readonly report: () => DryRunReport;
};

type Doubtful = { readonly hit: Hit; readonly doubt: ReturnType<typeof doubtOf> };

const DEFAULT_LIMIT = 50;

const isLevel = (level: Verdict['level']): level is RuleLevel => level !== 'clean';

/**
 * Tells what rules would have done to comments of the past. Comments are added one by one, so that a month of history
 * can be read in pieces while the process goes on with its work.
 */
export const createDryRun = (rules: readonly WordRule[], options: DryRunOptions): DryRun => {
  const limit = options.limit ?? DEFAULT_LIMIT;
  const segments = createWordSegments();
  const matcher = compileRules(rules, options);
  const exceptions = options.exceptions ?? [];
  const lenient =
    exceptions.length === 0
      ? undefined
      : matcher.update({
          settings: { ...matcher.settings, allow: [...matcher.settings.allow, ...exceptions] },
        });
  const tally = createTally(limit);
  const released: DryRunExample[] = [];
  let releasedCount = 0;

  const release = (comment: PastComment, example: DryRunExample): void => {
    if (lenient === undefined || lenient.check(comment, options.now).level !== 'clean') return;
    releasedCount += 1;
    if (released.length < limit) released.push(example);
  };

  const add = (comment: PastComment): void => {
    const verdict = matcher.check(comment, options.now);
    tally.seen();
    if (!isLevel(verdict.level)) return;
    const judged = verdict.hits.map(
      (hit): Doubtful => ({ hit, doubt: doubtOf(segments, comment[hit.field], hit) }),
    );
    const sure = judged.some(({ doubt }) => doubt === null);
    const example: DryRunExample = {
      id: comment.id,
      at: comment.at,
      ...(comment.roomKey === undefined ? {} : { roomKey: comment.roomKey }),
      userId: comment.userId,
      nick: comment.nick,
      text: comment.text,
      level: verdict.level,
      hits: [...verdict.hits],
      doubt: sure ? null : (judged[0]?.doubt ?? null),
    };
    tally.count(example, judged);
    release(comment, example);
  };

  return {
    add,
    report: () => ({ ...tally.report(), exceptions: { released: releasedCount, examples: released } }),
  };
};

/** {@link createDryRun} over comments that are all at hand. */
export const dryRun = (
  rules: readonly WordRule[],
  comments: Iterable<PastComment>,
  options: DryRunOptions,
): DryRunReport => {
  const run = createDryRun(rules, options);
  for (const comment of comments) run.add(comment);
  return run.report();
};
