import { kinds } from './character-kinds.ts';
import type { TextView } from './text-view.ts';
import type { WordShape } from './word-shape.ts';

/** Words that people in a chat write against a Latin word without a space (`fuckyou`, `youareanidiot`, `casinobonus`). */
const NEIGHBOURS = new Set(
  (
    'you your youre ur are is was so too very such really all just and not yes what who why how when lol lmao bro ' +
    'bruh mod mods streamer streamers stream chat admin host bot bots everyone people bonus best now here there ' +
    'online site link app channel live official vip off'
  ).split(' '),
);

/**
 * These only among others: a side that consists of nothing else is how innocent words are made (the-rapist, jerk-in).
 * All 275 000 words of a dictionary were tried: what these two lists leave is abuse.
 */
const FILLERS = new Set('a an the am be i im u to in me my it on of for'.split(' '));

/** Shorter words are inside too many others. */
const SHORTEST = 4;
const LONGEST_PIECE = 9;
const MOST_PIECES = 4;

/** Whether the Latin word that begins here is one that is said beside any other. */
export const isNeighbourWord = (view: TextView, from: number): boolean => {
  let to = from + 1;
  while (touches(view, to) && to - from <= LONGEST_PIECE) to += 1;
  const letters = lettersOf(view, from, to);
  return NEIGHBOURS.has(letters) || FILLERS.has(letters);
};

/** Whether the letters are neighbour words one after the other; `strong`: one of them is more than a filler. */
const isMadeOfNeighbours = (letters: string, strong = false, pieces = MOST_PIECES): boolean => {
  if (letters === '') return strong;
  if (pieces === 0) return false;
  for (let length = Math.min(letters.length, LONGEST_PIECE); length > 0; length -= 1) {
    const piece = letters.slice(0, length);
    const known = NEIGHBOURS.has(piece);
    if (
      (known || FILLERS.has(piece)) &&
      isMadeOfNeighbours(letters.slice(length), strong || known, pieces - 1)
    )
      return true;
  }
  return false;
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
  return (
    shape.length >= SHORTEST &&
    (first === from || isMadeOfNeighbours(lettersOf(view, first, from))) &&
    (last === to || isMadeOfNeighbours(lettersOf(view, to + 1, last + 1)))
  );
};

/** Whether this word can be looked for inside longer stretches of letters at all. */
export const mayRunTogether = (shape: WordShape): boolean =>
  shape.length >= SHORTEST && shape.kind[0] === kinds.letter && shape.kind[shape.length - 1] === kinds.letter;
