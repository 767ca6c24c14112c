import type { WordRule } from '../../contract/models/word-rule.ts';
import { type Automaton, createAutomatonBuilder } from './automaton.ts';
import { kinds } from './character-kinds.ts';
import type { Characters } from './characters.ts';
import { literalKeys } from './find-literals.ts';
import { createMaskIndex, type MaskIndex } from './masks.ts';
import { compilePattern, compilePatternSet, type Pattern } from './patterns.ts';
import { createPinyin } from './pinyin.ts';
import { foldPlain } from './plain-text.ts';
import { createTextReader } from './read-text.ts';
import { createSoundIndex, type SoundIndex } from './same-sound.ts';
import { runToEnd } from './steps.ts';
import { hasOwnSigns, LONGEST_SHAPE, shapeOf, shapeOfView, type WordShape } from './word-shape.ts';

/** One written form to look for. `rule` is absent for words that are allowed everywhere. */
export type Entry = {
  readonly rule: WordRule | undefined;
  readonly word: string;
  readonly use: 'main' | 'also' | 'allow';
};

/** Rules made ready for searching; never changed once built. */
export type Shelf = {
  readonly entries: readonly Entry[];
  readonly words: Automaton;
  /** Words whose signs count, compared sign by sign; absent where there are none. */
  readonly literals: Automaton | undefined;
  /** The signs in them: a text without any of these needs no search for them. */
  readonly literalSigns: ReadonlySet<number>;
  readonly shape: (entry: number) => WordShape;
  readonly masks: MaskIndex;
  /** Built when it is first asked for: only the pinyin layer needs it. */
  readonly sounds: () => SoundIndex;
  readonly patternSets: readonly PatternSet[];
};

/** Patterns that are looked for in one pass. */
export type PatternSet = {
  readonly members: readonly { readonly rule: WordRule; readonly pattern: Pattern }[];
  /** Which of them match at all. */
  readonly matching: (text: string) => readonly number[];
};

const entriesOf = (rule: WordRule): Entry[] => [
  ...(rule.kind === 'word' ? [{ rule, word: rule.text, use: 'main' as const }] : []),
  ...(rule.kind === 'word' ? rule.also.map((word) => ({ rule, word, use: 'also' as const })) : []),
  ...rule.except.words.map((word) => ({ rule, word, use: 'allow' as const })),
];

/**
 * A set for each group and field: the states of patterns in one set multiply, so those that are never wanted together
 * are kept apart, and a group that is off costs nothing.
 */
const compilePatterns = (rules: readonly WordRule[]): readonly PatternSet[] => {
  const compiled = rules.flatMap((rule) => {
    const pattern = rule.kind === 'pattern' ? compilePattern(rule.text) : undefined;
    return pattern?.ok ? [{ rule, pattern: pattern.value }] : [];
  });
  const sets = Map.groupBy(compiled, ({ rule }) => `${rule.where} ${rule.groupId ?? ''}`);
  return [...sets.values()].map((members) => ({
    members,
    matching: compilePatternSet(
      members.map(({ rule }) => rule.text),
      sets.size,
    ),
  }));
};

/** Rules put in in one step: about 5 ms. */
const STEP = 500;

/**
 * Builds the automata for some rules. Rules that match nothing (a pattern that cannot be compiled, a word without a
 * visible character) are left out; whoever saves a rule checks it first with `checkRule`.
 */
export function* shelfSteps(
  characters: Characters,
  rules: readonly WordRule[],
  allow: readonly string[],
): Generator<undefined, Shelf> {
  const reader = createTextReader(characters);
  const words = createAutomatonBuilder();
  const literals = createAutomatonBuilder();
  const masks = createMaskIndex(characters);
  const literalSigns = new Set<number>();
  const entries: Entry[] = [];

  const addSign = (code: number): void => {
    const { kind } = characters.glyph(code);
    if (kind > kinds.space && kind < kinds.unspaced) literalSigns.add(code);
  };
  const add = (entry: Entry): void => {
    const index = entries.push(entry) - 1;
    if (hasOwnSigns(characters, entry.word)) {
      const { text } = foldPlain(characters, entry.word);
      literals.add(literalKeys(text), text.length, index);
      for (const character of text) addSign(character.codePointAt(0) ?? 0);
      return;
    }
    const view = reader.read(entry.word, {});
    if (view.length > LONGEST_SHAPE) return;
    words.add(view.runKey, view.runs, index);
    const latin = view.kind[0] === kinds.letter && entry.use !== 'allow';
    if (latin && entry.rule?.anywhere === false) masks.add(shapeOfView(entry.word, view), index);
  };
  words.reserve(rules.reduce((sum, { text }) => sum + text.length, 0));
  // The room for 100 000 words is a step of its own.
  yield undefined;
  for (const word of allow) add({ rule: undefined, word, use: 'allow' });
  for (const [index, rule] of rules.entries()) {
    if (index % STEP === STEP - 1) yield undefined;
    for (const entry of entriesOf(rule)) add(entry);
  }

  const shapes = new Map<number, WordShape>();
  const shape = (index: number): WordShape => {
    const known = shapes.get(index);
    if (known !== undefined) return known;
    const made = shapeOf(reader, entries[index]?.word ?? '');
    shapes.set(index, made);
    return made;
  };
  let soundIndex: SoundIndex | undefined;
  const sounds = (): SoundIndex => {
    soundIndex ??= createSoundIndex(
      createPinyin(),
      entries.flatMap(({ word, use }, index) =>
        use === 'main' ? [[index, foldPlain(characters, word).text] as const] : [],
      ),
    );
    return soundIndex;
  };
  return {
    entries,
    words: yield* words.buildSteps(),
    literals: literalSigns.size === 0 ? undefined : literals.build(),
    literalSigns,
    shape,
    masks,
    sounds,
    patternSets: compilePatterns(rules),
  };
}

/** {@link shelfSteps} all at once. */
export const buildShelf = (
  characters: Characters,
  rules: readonly WordRule[],
  allow: readonly string[],
): Shelf => runToEnd(shelfSteps(characters, rules, allow));
