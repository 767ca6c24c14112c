import { kinds } from './character-kinds.ts';
import { layerBits } from './layers.ts';
import type { StandIns } from './look-alike-classes.ts';
import { type TextView, unitFlags } from './text-view.ts';
import type { WordShape } from './word-shape.ts';

export const DIFFERENT = -1;

const LETTER_L = 0x6c;
const LETTER_I = 0x69;

export type CompareUnits = (shape: WordShape, wanted: number, view: TextView, written: number) => number;

/** Says by which layers a written character is the wanted one: 0 = as it stands, {@link DIFFERENT} = not at all. */
export const createCompareUnits =
  (standIns: StandIns): CompareUnits =>
  (shape, wanted, view, written) => {
    const wantedFine = shape.fine[wanted] as number;
    const writtenFine = view.fine[written] as number;
    const flags = view.flags[written] as number;
    const folded = (view.layers[written] as number) | (shape.layers[wanted] as number);
    if ((flags & unitFlags.sign) !== 0) return compareSign(wantedFine, writtenFine, folded);
    if (view.own[written] === shape.own[wanted])
      return (view.layers[written] as number) ^ (shape.layers[wanted] as number);
    if (wantedFine === writtenFine) return folded;
    if (isUprightStroke(wantedFine) && isUprightStroke(writtenFine))
      return looksUpright(shape, wanted, view, written) ? folded | layerBits['look-alikes'] : DIFFERENT;
    const standIn = standIns(wantedFine, writtenFine);
    return standIn === undefined ? DIFFERENT : folded | layerBits[standIn];
  };

const isUprightStroke = (fine: number): boolean => fine === LETTER_L || fine === LETTER_I;

/** Capital I is an l to the eye, and so is the letter of another script that stands for either. */
const looksUpright = (shape: WordShape, wanted: number, view: TextView, written: number): boolean =>
  isUpper(view, written) ||
  ((view.layers[written] as number) & layerBits['look-alikes']) !== 0 ||
  looksLikeCapital(shape, wanted, view, written);

const isUpper = (view: TextView, at: number): boolean => ((view.flags[at] as number) & unitFlags.upper) !== 0;

/** A small l where one expects a capital I: among capitals (`IDlOT`), or first of a longer word (`ldiot`). */
const looksLikeCapital = (shape: WordShape, wanted: number, view: TextView, written: number): boolean => {
  if (shape.fine[wanted] !== LETTER_I || shape.length < 4) return false;
  if (wanted === 0 && (written === 0 || !joins(view, written))) return true;
  const before = written > 0 && joins(view, written) && isUpper(view, written - 1);
  const after = written + 1 < view.length && joins(view, written + 1) && isUpper(view, written + 1);
  return before && (after || written + 1 >= view.length || !joins(view, written + 1));
};

const joins = (view: TextView, at: number): boolean =>
  (view.gapSize[at] ?? 0) === 0 && view.kind[at - 1] === kinds.letter && view.kind[at] === kinds.letter;

/** `!` and `|` can be an i as well as an l. */
const compareSign = (wanted: number, written: number, folded: number): number => {
  const upright =
    (wanted === LETTER_I || wanted === LETTER_L) && (written === LETTER_I || written === LETTER_L);
  return wanted === written || upright ? folded | layerBits.digits : DIFFERENT;
};
