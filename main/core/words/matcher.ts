import type { Person } from '../../contract/models/person.ts';
import { cleanVerdict, type Hit, type Verdict } from '../../contract/models/verdict.ts';
import {
  defaultWordSettings,
  type RuleGroup,
  type WordRule,
  type WordSettings,
} from '../../contract/models/word-rule.ts';
import { type Characters, createCharacters } from './characters.ts';
import { createFindMatches, type FindMatches } from './find-matches.ts';
import { layChanges, noLayers } from './rule-layers.ts';
import { buildShelf, type Shelf, shelfSteps } from './shelf.ts';
import { runToEnd } from './steps.ts';
import { hitsOf, verdictOf } from './verdict.ts';
import { createWordSegments, type WordSegments } from './word-segments.ts';

export type MatcherOptions = {
  readonly groups?: readonly RuleGroup[];
  readonly settings?: WordSettings;
  /** Panic: the strict groups are on, whatever their switch says. */
  readonly strict?: boolean;
};

export type CheckInput = {
  readonly text: string;
  readonly nick: string;
  readonly userId?: string;
  readonly role?: NonNullable<Person['role']>;
  readonly roomKey?: string;
};

export type RuleChange = MatcherOptions & {
  /** New rules, and changed ones under their old ID. */
  readonly changed?: readonly WordRule[];
  readonly removed?: readonly string[];
};

export type Matcher = {
  /** `now`: ms since the epoch, for rules that expire. */
  readonly check: (input: CheckInput, now: number) => Verdict;
  /**
   * A matcher with some rules changed, within a few ms: the rest is shared. `pending` grows with each; compile anew
   * when it is large.
   */
  readonly update: (change: RuleChange) => Matcher;
  readonly pending: number;
  readonly characters: Characters;
  readonly settings: WordSettings;
  /** All rules, put together when they are asked for. */
  readonly rules: () => ReadonlyMap<string, WordRule>;
};

type State = {
  readonly characters: Characters;
  /** Made once for all that share the settings it depends on. */
  readonly find: FindMatches;
  readonly segments: WordSegments;
  readonly base: Shelf;
  readonly baseRules: ReadonlyMap<string, WordRule>;
  /** What changed since; what the base holds of it is out of date. */
  readonly layers: typeof noLayers;
  /** Words that are harmless for every rule. */
  readonly allowed: Shelf;
  readonly groups: readonly RuleGroup[];
  readonly settings: WordSettings;
  readonly strict: boolean;
};

const applies = (rule: WordRule, input: CheckInput, now: number): boolean => {
  if (rule.expiresAt !== null && rule.expiresAt <= now) return false;
  if (rule.rooms !== null && (input.roomKey === undefined || !rule.rooms.includes(input.roomKey)))
    return false;
  if (input.userId !== undefined && rule.except.userIds.includes(input.userId)) return false;
  return input.role === undefined || !rule.except.roles.includes(input.role);
};

const isTrusted = (settings: WordSettings, { userId, role }: CheckInput): boolean =>
  (userId !== undefined && settings.trustedUserIds.includes(userId)) ||
  (role !== undefined && settings.trustedRoles.includes(role));

const sameWords = (one: readonly string[], other: readonly string[]): boolean =>
  one.length === other.length && one.every((word, index) => word === other[index]);

/** Whether the same texts are found under both. */
const sameReading = (one: WordSettings, other: WordSettings): boolean =>
  one.maxGap === other.maxGap && one.pinyin === other.pinyin && one.splitCharacters === other.splitCharacters;

const allRules = ({ baseRules, layers }: State): ReadonlyMap<string, WordRule> => {
  const rules = new Map(baseRules);
  for (const [id, rule] of layers.changed) {
    if (rule === undefined) rules.delete(id);
    else rules.set(id, rule);
  }
  return rules;
};

const createMatcher = (state: State): Matcher => {
  const { characters, find, base, baseRules, layers, allowed, groups, settings, strict } = state;
  const shelves = [base, ...layers.shelves, allowed];
  const on = new Set(groups.filter((group) => group.on || (strict && group.strict)).map(({ id }) => id));
  const isNewest = (rule: WordRule): boolean =>
    (layers.changed.has(rule.id) ? layers.changed : baseRules).get(rule.id) === rule;
  const isOn = (rule: WordRule): boolean =>
    rule.enabled && (rule.groupId === null || on.has(rule.groupId)) && isNewest(rule);

  const checkField = (field: Hit['field'], input: CheckInput, now: number): Hit[] => {
    const matches = find(
      input[field],
      shelves,
      (rule) => (rule.where === field || rule.where === 'both') && isOn(rule) && applies(rule, input, now),
    );
    return hitsOf(matches, field);
  };

  return {
    check: (input, now) => {
      if (isTrusted(settings, input)) return cleanVerdict;
      const inText = checkField('text', input, now);
      const inNick = checkField('nick', input, now);
      return inText.length + inNick.length === 0 ? cleanVerdict : verdictOf([...inText, ...inNick]);
    },
    update: ({ changed = [], removed = [], ...terms }) =>
      createMatcher({
        ...state,
        find:
          terms.settings === undefined || sameReading(terms.settings, settings)
            ? find
            : createFindMatches(characters, state.segments, terms.settings),
        layers: layChanges(characters, layers, { changed, removed }),
        allowed:
          terms.settings === undefined || sameWords(terms.settings.allow, settings.allow)
            ? allowed
            : buildShelf(characters, [], terms.settings.allow),
        groups: terms.groups ?? groups,
        settings: terms.settings ?? settings,
        strict: terms.strict ?? strict,
      }),
    pending: layers.changed.size,
    characters,
    settings,
    rules: () => allRules(state),
  };
};

export type CompileOptions = MatcherOptions & {
  /** Those of another matcher: what it folded already need not be folded again. */
  readonly characters?: Characters;
};

/** Rules put into a map in one step: about 3 ms. */
const STEP = 10_000;

function* byIdSteps(rules: readonly WordRule[]): Generator<undefined, ReadonlyMap<string, WordRule>> {
  const byId = new Map<string, WordRule>();
  for (const [index, rule] of rules.entries()) {
    byId.set(rule.id, rule);
    if (index % STEP === STEP - 1) yield undefined;
  }
  return byId;
}

/** {@link compileRules} in steps of a few ms; the last one returns the matcher. */
export function* compileSteps(
  rules: readonly WordRule[],
  options: CompileOptions = {},
): Generator<undefined, Matcher> {
  const characters = options.characters ?? createCharacters();
  const settings = options.settings ?? defaultWordSettings;
  const segments = createWordSegments();
  return createMatcher({
    characters,
    segments,
    find: createFindMatches(characters, segments, settings),
    base: yield* shelfSteps(characters, rules, []),
    baseRules: yield* byIdSteps(rules),
    layers: noLayers,
    allowed: buildShelf(characters, [], settings.allow),
    groups: options.groups ?? [],
    settings,
    strict: options.strict ?? false,
  });
}

/** Makes rules ready for checking comments. Pure: no clock, no I/O; about 0.5 s for 100 000 words. */
export const compileRules = (rules: readonly WordRule[], options: CompileOptions = {}): Matcher =>
  runToEnd(compileSteps(rules, options));
