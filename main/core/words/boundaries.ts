import { type Kind, kinds } from './character-kinds.ts';
import { type TextView, unitFlags } from './text-view.ts';

const isUpper = (view: TextView, index: number): boolean =>
  ((view.flags[index] ?? 0) & unitFlags.upper) !== 0;

const isSmallLetter = (view: TextView, index: number): boolean =>
  index < view.length &&
  (view.gapSize[index] ?? 0) === 0 &&
  view.kind[index] === kinds.letter &&
  !isUpper(view, index);

/** `bigFool`, `TVFool`: a capital before a small letter starts a word in nicknames and hashtags. */
const humpBetween = (view: TextView, left: number, right: number): boolean =>
  isUpper(view, right) && (!isUpper(view, left) || isSmallLetter(view, right + 1));

/** The edge of a word of letters and digits (`f4f`): a digit beside it is as much in the way as a letter (`f4f4f4`). */
export const MIXED_EDGE = 10;
type Edge = Kind | typeof MIXED_EDGE;

/** Nothing visible stands before this character. */
const touchesPrevious = (view: TextView, at: number): boolean => (view.gapSize[at] ?? 0) === 0;

/** Whether the characters `left` and `right`, which touch, belong to two words. */
const wordsPart = (view: TextView, left: number, right: number, edge: Edge, other: number, at: number) => {
  if (edge === kinds.unspaced || other === kinds.unspaced) return true;
  if (edge === MIXED_EDGE) return false;
  if (edge === kinds.digit) return other !== kinds.digit;
  // A digit that stands for a letter must not be cut out of a number.
  if (other === kinds.digit) return view.kind[at] !== kinds.digit;
  return humpBetween(view, left, right);
};

/** Whether a match may start at this character. `edge` is the kind of the word's first character. */
export const mayStart = (view: TextView, at: number, edge: Edge): boolean => {
  if (at === 0) return true;
  const left = at - 1;
  if (view.start[left] === view.start[at]) return false;
  if (!touchesPrevious(view, at)) return true;
  if (((view.flags[left] ?? 0) & unitFlags.sign) !== 0) return true;
  return wordsPart(view, left, at, edge, view.kind[left] ?? kinds.sign, at);
};

/** Whether a match may end with this character. `edge` is the kind of the word's last character. */
export const mayEnd = (view: TextView, at: number, edge: Edge): boolean => {
  const right = at + 1;
  if (right >= view.length) return true;
  if (view.start[right] === view.start[at]) return false;
  if (!touchesPrevious(view, right)) return true;
  if (((view.flags[right] ?? 0) & unitFlags.sign) !== 0) return view.fine[right] !== view.fine[at];
  return wordsPart(view, at, right, edge, view.kind[right] ?? kinds.sign, at);
};
