/**
 * Characters that can stand for each other, so coarse that one automaton finds every candidate; {@link createStandIns}
 * then says which ones really do. The first character names the class.
 */
const CLASSES = [
  'o0〇零',
  'i1l一壹',
  '2二贰两',
  'e3三叁',
  'a4四肆',
  's5五伍',
  'g69六陆九玖',
  't7七柒',
  'b8八捌',
  '十拾',
  '百佰',
  '千仟',
  'uv',
];

/** Letter, then what people type for it. `6` for g and b, `9` for g and q, `v` for u. */
const LETTER_STAND_INS = ['o0', 'i1', 'l1', 'e3', 'a4', 's5', 'g69', 't7', 'b8', 'uv'];

/** Letters that people type for a digit of a number. */
const LETTERS_FOR_DIGITS = 'oil';

/** Spellings of one number: digit, plain and financial form. */
const NUMERALS = [
  '0〇零',
  '1一壹',
  '2二贰两',
  '3三叁',
  '4四肆',
  '5五伍',
  '6六陆',
  '7七柒',
  '8八捌',
  '9九玖',
  '十拾',
  '百佰',
  '千仟',
];

export type StandIn = 'digits' | 'numerals';

const pairKey = (wanted: number, written: number): number => wanted * 0x110000 + written;

/** Code point → code point that names its class; itself where it has none. */
export const createClassTable = (): ReadonlyMap<number, number> => {
  const table = new Map<number, number>();
  for (const group of CLASSES) {
    const name = group.codePointAt(0) ?? 0;
    for (const member of group) table.set(member.codePointAt(0) ?? 0, name);
  }
  return table;
};

export type StandIns = (wanted: number, written: number) => StandIn | undefined;

export const createStandIns = (): StandIns => {
  const table = new Map<number, StandIn>();
  const link = (wanted: string, written: string, kind: StandIn): void => {
    table.set(pairKey(wanted.codePointAt(0) ?? 0, written.codePointAt(0) ?? 0), kind);
  };
  for (const [letter = '', ...others] of LETTER_STAND_INS.map((row) => [...row])) {
    for (const other of others) {
      link(letter, other, 'digits');
      if (LETTERS_FOR_DIGITS.includes(letter) && '01'.includes(other)) link(other, letter, 'digits');
    }
  }
  for (const row of NUMERALS.map((numbers) => [...numbers]))
    for (const wanted of row)
      for (const written of row) if (wanted !== written) link(wanted, written, 'numerals');
  return (wanted, written) => table.get(pairKey(wanted, written));
};

/** The letter that each digit most often stands for, for showing a reading of a text. */
export const createDigitLetters = (): ReadonlyMap<string, string> => {
  const letters = new Map<string, string>();
  for (const [letter = '', ...others] of LETTER_STAND_INS.map((row) => [...row]))
    for (const other of others) if (/\d/.test(other) && !letters.has(other)) letters.set(other, letter);
  return letters;
};
