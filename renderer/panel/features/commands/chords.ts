/** What of a `KeyboardEvent` makes a chord. */
export type KeyPress = {
  readonly key: string;
  /** Where the key is, by the US layout. */
  readonly code?: string;
  readonly shiftKey: boolean;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly altKey: boolean;
  /** Whether AltGr is down, which Windows reports as Ctrl and Alt. */
  readonly altGraph?: boolean;
};

/** Signs by their place on a US keyboard, alone and with Shift. */
const signs: Readonly<Record<string, readonly [string, string]>> = {
  Backquote: ['`', '~'],
  Minus: ['-', '_'],
  Equal: ['=', '+'],
  BracketLeft: ['[', '{'],
  BracketRight: [']', '}'],
  Backslash: ['\\', '|'],
  Semicolon: [';', ':'],
  Quote: ["'", '"'],
  Comma: [',', '<'],
  Period: ['.', '>'],
  Slash: ['/', '?'],
  Digit1: ['1', '!'],
  Digit2: ['2', '@'],
  Digit3: ['3', '#'],
  Digit4: ['4', '$'],
  Digit5: ['5', '%'],
  Digit6: ['6', '^'],
  Digit7: ['7', '&'],
  Digit8: ['8', '*'],
  Digit9: ['9', '('],
  Digit0: ['0', ')'],
};

/** What `event.key` is while an input method has the key, or where it is no letter of its own. */
const nameless = new Set(['Process', 'Unidentified', 'Dead', 'Compose', 'AllCandidates']);

const isLatin = (key: string): boolean => /^[\p{Script=Latin}]$/u.test(key);
const isAscii = (key: string): boolean => /^[ -~]$/.test(key);

/** The key at this place of a US keyboard, where there is a letter, a digit or a sign. */
const keyAtPlace = ({ code = '', shiftKey }: KeyPress): string | undefined => {
  const letter = /^Key([A-Z])$/.exec(code)?.[1];
  if (letter !== undefined) return letter.toLowerCase();
  return signs[code]?.[shiftKey ? 1 : 0];
};

const named = (press: KeyPress, key: string): string => {
  const one = key.length === 1;
  // A shifted sign such as `?` names itself.
  const shifted = press.shiftKey && (!one || /\p{L}/u.test(key));
  const written = press.altGraph === true && one;
  const parts = [
    ...((press.ctrlKey && !written) || press.metaKey ? ['Mod'] : []),
    ...(press.altKey && !written ? ['Alt'] : []),
    ...(shifted ? ['Shift'] : []),
    one ? key.toLowerCase() : key,
  ];
  return parts.join('+');
};

/**
 * The chords that a press can mean, the likeliest first. What the key writes comes first; where that is no plain Latin
 * letter or sign (a Chinese input method, a Cyrillic or Greek layout, Option on a Mac), the key's place follows.
 */
export const chordsOf = (press: KeyPress): readonly string[] => {
  const place = keyAtPlace(press);
  const fromPlace = place === undefined ? [] : [named(press, place)];
  if (nameless.has(press.key)) return fromPlace;
  const written = named(press, press.key);
  return press.key.length > 1 || isAscii(press.key) ? [written] : [written, ...fromPlace];
};

/** The one name under which a press is kept: a key of a layout without Latin letters goes by its place. */
export const chordToKeep = (press: KeyPress): string | undefined => {
  const [written, place] = chordsOf(press);
  return place !== undefined && !(isLatin(press.key) && !press.altKey) ? place : written;
};

/** Whether a chord writes nothing into a text field and does not edit in one. */
export const isSafeWhileTyping = (chord: string): boolean =>
  /^(?:Mod|Alt)\+/.test(chord) || /^(?:Shift\+)?F\d{1,2}$/.test(chord) || chord === 'Shift+Escape';
