import type { RuleGroup, WordRule, WordSettings } from '../../contract/models/word-rule.ts';
import { otherThings } from '../other-things.ts';
import { type CheckInput, compileRules, compileSteps, type Matcher } from '../words/matcher.ts';
import { runBeside, runToEnd } from '../words/steps.ts';
import { verdictOf } from '../words/verdict.ts';
import type { BookChange, WordsInMemory } from './word-book.ts';

/** Rules that are compiled without a pause: about 15 ms. */
const AT_ONCE = 1000;
/** Changed rules that lie over the compiled ones before all are compiled anew. */
const MOST_RECENT = 500;

type Build = {
  /** Without rules: for what is laid over the others. */
  readonly base: Matcher;
  readonly compiled: Matcher;
};

/** Every group is on in here; which are on now is asked at each check, so that switching one costs nothing. */
const allOn = (groups: readonly RuleGroup[]): RuleGroup[] => groups.map((group) => ({ ...group, on: true }));

/**
 * The matcher of the main process: for nicknames on the picture and for the tester, not for the comments themselves.
 * Compiled in steps beside everything else; while it is, the rules before are in force.
 */
export const createScreenMatcher = (book: () => WordsInMemory) => {
  const nothing = compileRules([], { settings: book().settings() });
  const { characters } = nothing;
  const compileBase = (settings: WordSettings) => compileRules([], { settings, characters });
  let build: Build = { base: nothing, compiled: nothing };
  /** Rules that changed since the others were compiled; `undefined` = removed. */
  let recent = new Map<string, WordRule | undefined>();
  /** What changes while a compilation runs: it lies over its result. */
  let recentAtCompile: Map<string, WordRule | undefined> | undefined;
  let overlay: Matcher | undefined;
  let generation = 0;
  let compiling = false;
  let ready = book().rules().size === 0;

  const layOver = () => {
    const changed = [...recent.values()].flatMap((rule) => rule ?? []);
    overlay =
      changed.length === 0 ? undefined : build.base.update({ changed, groups: allOn(book().groups()) });
  };

  const compile = async (): Promise<void> => {
    generation += 1;
    const mine = generation;
    compiling = true;
    if (book().rules().size > AT_ONCE) await otherThings();
    if (mine !== generation) return;
    const rules = [...book().rules().values()];
    const groups = allOn(book().groups());
    const since = new Map<string, WordRule | undefined>();
    recentAtCompile = since;
    const base = compileBase(book().settings());
    const steps = compileSteps(rules, { groups, settings: book().settings(), characters });
    const compiled =
      rules.length > AT_ONCE ? await runBeside(steps, () => mine === generation) : runToEnd(steps);
    if (compiled === undefined) return;
    build = { base, compiled };
    recent = since;
    recentAtCompile = undefined;
    compiling = false;
    ready = true;
    layOver();
  };

  const isOn = (rule: WordRule | undefined): boolean => {
    if (rule === undefined || !rule.enabled) return false;
    if (rule.groupId === null) return true;
    const group = book()
      .groups()
      .find(({ id }) => id === rule.groupId);
    return group !== undefined && (group.on || (group.strict && book().strict()));
  };

  const hitsIn = (matcher: Matcher, input: CheckInput, now: number) => matcher.check(input, now).hits;

  const check = (input: CheckInput, now: number) => {
    const compiled = hitsIn(build.compiled, input, now).filter(({ ruleId }) => !recent.has(ruleId));
    const laidOver = overlay === undefined ? [] : hitsIn(overlay, input, now);
    return verdictOf([...compiled, ...laidOver].filter(({ ruleId }) => isOn(book().rules().get(ruleId))));
  };

  const note = (into: Map<string, WordRule | undefined>, { changed, removed }: BookChange) => {
    for (const id of removed) into.set(id, undefined);
    for (const rule of changed) into.set(rule.id, rule);
  };

  void compile();
  return {
    /** Takes part in the matcher's own interface, so that the tester can go through it. */
    matcher: (): Matcher => ({ ...build.base, check, rules: () => book().rules() }),
    check,
    /** False until the rules that were there at the start are compiled. */
    ready: () => ready,
    compiling: () => compiling,
    changed: (change: BookChange) => {
      const many = change.changed.length + change.removed.length > MOST_RECENT;
      if (change.settings || many) {
        void compile();
        return;
      }
      note(recent, change);
      if (recentAtCompile !== undefined) note(recentAtCompile, change);
      if (recent.size > MOST_RECENT && !compiling) void compile();
      else layOver();
    },
    stop: () => {
      generation += 1;
    },
  };
};
export type ScreenMatcher = ReturnType<typeof createScreenMatcher>;
