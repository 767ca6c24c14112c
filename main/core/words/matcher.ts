import type { Person } from '../../contract/models/person.ts';
import { cleanVerdict, type Hit, type Verdict } from '../../contract/models/verdict.ts';
import {
  defaultWordSettings,
  type RuleGroup,
  type WordRule,
  type WordSettings,
} from '../../contract/models/word-rule.ts';
import { type Characters, createCharacters } from './characters.ts';
import { createFindMatches } from './find-matches.ts';
import { buildShelf, type Shelf } from './shelf.ts';
import { hitsOf, verdictOf } from './verdict.ts';
import { createWordSegments } from './word-segments.ts';

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
  readonly rules: ReadonlyMap<string, WordRule>;
};

type State = {
  readonly characters: Characters;
  readonly shelves: readonly Shelf[];
  /** The valid version of each rule; what a shelf holds beyond that is out of date. */
  readonly rules: ReadonlyMap<string, WordRule>;
  readonly changed: ReadonlyMap<string, WordRule>;
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

const createMatcher = (state: State): Matcher => {
  const { characters, shelves, rules, groups, settings, strict } = state;
  const find = createFindMatches(characters, createWordSegments(), settings);
  const on = new Set(groups.filter((group) => group.on || (strict && group.strict)).map(({ id }) => id));
  const isOn = (rule: WordRule): boolean =>
    rule.enabled && (rule.groupId === null || on.has(rule.groupId)) && rules.get(rule.id) === rule;

  const checkField = (field: Hit['field'], input: CheckInput, now: number): Hit[] => {
    const matches = find(
      input[field],
      shelves,
      (rule) => (rule.where === field || rule.where === 'both') && isOn(rule) && applies(rule, input, now),
    );
    return hitsOf(matches, field);
  };

  const update = (change: RuleChange): Matcher => {
    const nextRules = new Map(rules);
    const nextChanged = new Map(state.changed);
    for (const id of change.removed ?? []) {
      nextRules.delete(id);
      nextChanged.delete(id);
    }
    for (const rule of change.changed ?? []) {
      nextRules.set(rule.id, rule);
      nextChanged.set(rule.id, rule);
    }
    const nextSettings = change.settings ?? settings;
    const base = shelves[0] ?? buildShelf(characters, [], []);
    return createMatcher({
      characters,
      shelves: [base, buildShelf(characters, [...nextChanged.values()], nextSettings.allow)],
      rules: nextRules,
      changed: nextChanged,
      groups: change.groups ?? groups,
      settings: nextSettings,
      strict: change.strict ?? strict,
    });
  };

  return {
    check: (input, now) => {
      if (isTrusted(settings, input)) return cleanVerdict;
      const inText = checkField('text', input, now);
      const inNick = checkField('nick', input, now);
      return inText.length + inNick.length === 0 ? cleanVerdict : verdictOf([...inText, ...inNick]);
    },
    update,
    pending: state.changed.size,
    characters,
    settings,
    rules,
  };
};

/** Makes rules ready for checking comments. Pure: no clock, no I/O; about 0.5 s for 100 000 words. */
export const compileRules = (rules: readonly WordRule[], options: MatcherOptions = {}): Matcher => {
  const characters = createCharacters();
  const settings = options.settings ?? defaultWordSettings;
  return createMatcher({
    characters,
    shelves: [buildShelf(characters, rules, []), buildShelf(characters, [], settings.allow)],
    rules: new Map(rules.map((rule) => [rule.id, rule])),
    changed: new Map(),
    groups: options.groups ?? [],
    settings,
    strict: options.strict ?? false,
  });
};
