/** What lies between two written characters, as bits. */
export const gapKinds = {
  space: 1,
  stop: 2,
  apostrophe: 4,
  emoji: 8,
  sign: 16,
  /** `.`, which ends a sentence only before a space. */
  dot: 32,
  /** `-`, `/` and `&`, which join two words. */
  joint: 64,
  /** A digit between two characters of Chinese, in the reading that takes it for a separator. */
  digit: 128,
} as const;

/** More separators than this end any word, whatever the gap limit: nobody reads across them. */
export const WIDEST_GAP = 16;
export const TOO_WIDE = 99;

/**
 * The written characters of a text, one column for each property, in buffers that are used again for every comment.
 * Separators are gone; how many stood before a character, and of what kind, is in `gapSize` and `gapKind`. Neighbours of
 * one class form a run, which is what the automaton sees.
 */
export type TextView = {
  length: number;
  fine: Int32Array;
  own: Int32Array;
  kind: Int32Array;
  /** UTF-16 offsets into the original text. */
  start: Int32Array;
  end: Int32Array;
  /** Layers that folding this character used. */
  layers: Int32Array;
  /** Layers of what was dropped before it. */
  before: Int32Array;
  gapSize: Int32Array;
  gapKind: Int32Array;
  /** 1 = upper case, 2 = a sign read as a letter, 4 = faux look-alike. */
  flags: Int32Array;
  runs: number;
  runStart: Int32Array;
  runKey: Int32Array;
  /** A sign stands beside a letter and could be one. */
  hasSigns: boolean;
  /** A sign follows a letter and could hide the next one. */
  hasMasks: boolean;
  /** Two characters stand together that could be the parts of one. */
  hasSplits: boolean;
  /** A digit stands between two characters of Chinese. */
  hasDigitGaps: boolean;
};

export const unitFlags = { upper: 1, sign: 2, faux: 4 } as const;

const columns = [
  'fine',
  'own',
  'kind',
  'start',
  'end',
  'layers',
  'before',
  'gapSize',
  'gapKind',
  'flags',
  'runStart',
  'runKey',
] as const;

export const emptyView = (size: number): TextView => {
  const column = (): Int32Array => new Int32Array(size);
  return {
    length: 0,
    fine: column(),
    own: column(),
    kind: column(),
    start: column(),
    end: column(),
    layers: column(),
    before: column(),
    gapSize: column(),
    gapKind: column(),
    flags: column(),
    runs: 0,
    runStart: column(),
    runKey: column(),
    hasSigns: false,
    hasMasks: false,
    hasSplits: false,
    hasDigitGaps: false,
  };
};

/** Doubles every buffer. */
export const makeRoom = (view: TextView): void => {
  for (const name of columns) {
    const wider = new Int32Array(view[name].length * 2);
    wider.set(view[name]);
    view[name] = wider;
  }
};
