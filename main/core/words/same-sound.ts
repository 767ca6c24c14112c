import { type Automaton, createAutomatonBuilder } from './automaton.ts';
import { kinds } from './character-kinds.ts';
import { layerBits } from './layers.ts';
import type { Pinyin } from './pinyin.ts';
import type { TextView } from './text-view.ts';
import type { Found } from './verify-word.ts';

/** Syllables of a text with the characters they stand on; 0 ends a stretch that can be read through. */
type Sounds = {
  readonly keys: number[];
  /** The characters themselves, 0 for letters. */
  readonly written: number[];
  readonly starts: number[];
  readonly ends: number[];
};

/** A Latin word longer than this is no name for a Chinese one. */
const LONGEST_LATIN = 24;

const addLatin = (pinyin: Pinyin, view: TextView, from: number, to: number, sounds: Sounds): void => {
  const letters = String.fromCodePoint(...view.fine.subarray(from, to));
  const pieces = to - from > LONGEST_LATIN ? [] : pinyin.cut(letters);
  let at = from;
  for (const { syllable, length } of pieces) {
    push(sounds, syllable, 0, view.start[at] ?? 0, view.end[at + length - 1] ?? 0);
    at += length;
  }
  if (pieces.length === 0) stop(sounds);
};

const push = (sounds: Sounds, key: number, written: number, start: number, end: number): void => {
  sounds.keys.push(key);
  sounds.written.push(written);
  sounds.starts.push(start);
  sounds.ends.push(end);
};

const stop = (sounds: Sounds): void => push(sounds, 0, 0, 0, 0);

const latinEnd = (view: TextView, from: number): number => {
  let to = from + 1;
  while (to < view.length && view.kind[to] === kinds.letter && (view.gapSize[to] ?? 0) === 0) to += 1;
  return to;
};

export const soundsOf = (pinyin: Pinyin, view: TextView): Sounds => {
  const sounds: Sounds = { keys: [], written: [], starts: [], ends: [] };
  for (let at = 0; at < view.length; ) {
    if ((view.gapSize[at] ?? 0) > 0) stop(sounds);
    if (view.kind[at] === kinds.letter) {
      const to = latinEnd(view, at);
      addLatin(pinyin, view, at, to, sounds);
      at = to;
      continue;
    }
    const syllable = pinyin.ofCharacter(view.fine[at] ?? 0);
    if (syllable === undefined) stop(sounds);
    else push(sounds, syllable, view.fine[at] ?? 0, view.start[at] ?? 0, view.end[at] ?? 0);
    at += 1;
  }
  return sounds;
};

/** Syllables of a rule's word; empty for words that are not Chinese all through or are a single character. */
const wordSounds = (pinyin: Pinyin, word: string): number[] => {
  const syllables = [...word].map((character) => pinyin.ofCharacter(character.codePointAt(0) ?? 0));
  const known = syllables.filter((syllable) => syllable !== undefined);
  return known.length === syllables.length && known.length >= 2 ? known : [];
};

export type SoundIndex = {
  readonly find: (view: TextView, found: (entry: number, at: Found) => void) => void;
};

/** Finds words that only sound like a rule's word. `entries`: entry number and simplified word. */
export const createSoundIndex = (
  pinyin: Pinyin,
  entries: Iterable<readonly [number, string]>,
): SoundIndex => {
  const builder = createAutomatonBuilder();
  const words = new Map<number, readonly number[]>();
  for (const [entry, word] of entries) {
    const syllables = wordSounds(pinyin, word);
    builder.add(syllables, syllables.length, entry);
    words.set(
      entry,
      [...word].map((character) => character.codePointAt(0) ?? 0),
    );
  }
  const automaton: Automaton = builder.build();
  return {
    find: (view, found) => {
      const { keys, written, starts, ends } = soundsOf(pinyin, view);
      automaton.scan(Int32Array.from(keys), keys.length, (entry, last) => {
        const word = words.get(entry) ?? [];
        const first = last + 1 - word.length;
        // Written with the word's own characters it is no matter of sound.
        if (word.every((character, index) => character === written[first + index])) return;
        found(entry, { start: starts[first] ?? 0, end: ends[last] ?? 0, bits: layerBits.pinyin });
      });
    },
  };
};
