import { kinds } from './character-kinds.ts';
import type { TextView } from './text-view.ts';
import { type WordShape, wordGaps } from './word-shape.ts';

/** Words that people in a chat write against a Latin word without a space (`fuckyou`, `youareanidiot`, `casinobonus`). */
const NEIGHBOURS = new Set(
  (
    'you your youre ur are was very such really just and not yes what who why how when lol lmao bro ' +
    'bruh mod mods streamer streamers stream chat admin host bot bots everyone people bonus best now here there ' +
    'online link app channel live official vip off this that these those its thats theyre theres dont cant wont ' +
    'didnt doesnt isnt arent wasnt gonna wanna gotta have has had been being because always never every everybody ' +
    'nobody please pls plz thanks omg wtf dude dudes guys literally totally absolutely actually holy with from about'
  ).split(' '),
);

/**
 * These only beside others, on either side of the word: alone they make innocent words (the-rapist, jerk-in). All
 * 275 000 words of a dictionary were tried with 150 rude words: what these two lists leave is abuse.
 */
const FILLERS = new Set(
  'a an the am be i im u to in me my it on of for by is so too all site he she we man guy game games got get'.split(
    ' ',
  ),
);

/** Shorter words are inside too many others. */
const SHORTEST = 4;
/** Shorter phrases without their spaces are words of their own (`in to`). */
const SHORTEST_JOINED = 6;
/** No word of its own is this long. */
const LONG_PHRASE = 12;
const LONGEST_PIECE = 9;
const MOST_PIECES = 4;

/** Whether the Latin word that begins here is one that is said beside any other. */
export const isNeighbourWord = (view: TextView, from: number): boolean => {
  let to = from + 1;
  while (touches(view, to) && to - from <= LONGEST_PIECE) to += 1;
  const letters = lettersOf(view, from, to);
  return NEIGHBOURS.has(letters) || FILLERS.has(letters);
};

/** What one side of a match consists of: something else, nothing or fillers alone, or more than fillers. */
const sides = { other: 0, filling: 1, neighbours: 2 } as const;
type Side = (typeof sides)[keyof typeof sides];

const strengthOf = (piece: string): Side => {
  if (NEIGHBOURS.has(piece)) return sides.neighbours;
  return FILLERS.has(piece) ? sides.filling : sides.other;
};

/** The letters cut into neighbour words and fillers, in the best way there is. */
const sideOf = (letters: string, pieces = MOST_PIECES): Side => {
  if (letters === '') return sides.filling;
  let best: Side = sides.other;
  if (pieces === 0) return best;
  for (let length = Math.min(letters.length, LONGEST_PIECE); length > 0; length -= 1) {
    const piece = strengthOf(letters.slice(0, length));
    if (piece === sides.other) continue;
    const rest = sideOf(letters.slice(length), pieces - 1);
    if (rest === sides.other) continue;
    if (piece === sides.neighbours || rest === sides.neighbours) return sides.neighbours;
    best = sides.filling;
  }
  return best;
};

/** Whether a phrase is as plain without its spaces (`killyourself`): not where a filler would make another word of it. */
export const isPlainWhenJoined = (shape: WordShape): boolean => {
  if (shape.length < SHORTEST_JOINED) return false;
  if (shape.length >= LONG_PHRASE) return true;
  let piece = '';
  for (let at = 0; at < shape.length; at += 1) {
    if (at > 0 && shape.gap[at] === wordGaps.space) {
      if (FILLERS.has(piece)) return false;
      piece = '';
    }
    piece += String.fromCodePoint(shape.fine[at] ?? 0);
  }
  return !FILLERS.has(piece);
};

const touches = (view: TextView, at: number): boolean =>
  at > 0 &&
  at < view.length &&
  (view.gapSize[at] ?? 0) === 0 &&
  view.kind[at] === kinds.letter &&
  view.kind[at - 1] === kinds.letter;

const lettersOf = (view: TextView, from: number, to: number): string =>
  String.fromCodePoint(...view.fine.subarray(from, to));

/** Whether a Latin match inside a longer stretch of letters has only such neighbour words around it. */
export const isRunTogether = (shape: WordShape, view: TextView, from: number, to: number): boolean => {
  const longest = LONGEST_PIECE * MOST_PIECES;
  let first = from;
  while (touches(view, first) && from - first <= longest) first -= 1;
  let last = to;
  while (touches(view, last + 1) && last - to <= longest) last += 1;
  if (first === from && last === to) return false;
  if (shape.length < SHORTEST) return false;
  const before = sideOf(lettersOf(view, first, from));
  if (before === sides.other) return false;
  const after = sideOf(lettersOf(view, to + 1, last + 1));
  if (after === sides.other) return false;
  // Nothing but fillers is how innocent words are made (the-rapist), but not of a phrase (screwyou-all).
  const isPhrase = shape.gap.includes(wordGaps.space);
  return isPhrase || before === sides.neighbours || after === sides.neighbours;
};

/** Whether this word can be looked for inside longer stretches of letters at all. */
export const mayRunTogether = (shape: WordShape): boolean =>
  shape.length >= SHORTEST && shape.kind[0] === kinds.letter && shape.kind[shape.length - 1] === kinds.letter;
