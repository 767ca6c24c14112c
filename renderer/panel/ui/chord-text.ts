const symbols: Readonly<Record<string, string>> = {
  ArrowUp: '↑',
  ArrowDown: '↓',
  ArrowLeft: '←',
  ArrowRight: '→',
  Escape: 'Esc',
  Enter: '↵',
  Backspace: '⌫',
  Delete: 'Del',
  PageUp: 'PgUp',
  PageDown: 'PgDn',
  Shift: '⇧',
  Mod: 'Ctrl',
  ' ': 'Space',
};
const macSymbols: Readonly<Record<string, string>> = { Mod: '⌘', Alt: '⌥' };

const isMac = (): boolean => /mac/i.test(navigator.userAgent);

const keyText = (key: string): string =>
  (isMac() ? macSymbols[key] : undefined) ?? symbols[key] ?? (key.length === 1 ? key.toUpperCase() : key);

/** The caps of a chord such as `Mod+k`; the plus sign is a key too. */
export const capsOf = (chord: string): readonly string[] => {
  const found = /^(Mod\+)?(Alt\+)?(Shift\+)?(.+)$/su.exec(chord);
  if (found === null) return [keyText(chord)];
  const [, mod, alt, shift, key = ''] = found;
  const held = [mod && 'Mod', alt && 'Alt', shift && 'Shift'].filter((one) => one !== undefined);
  return [...held, key].map(keyText);
};

/** A chord in one word, e.g. `⇧M`. */
export const chordText = (chord: string): string => {
  const caps = capsOf(chord);
  return caps.slice(0, -1).some((cap) => cap.length > 1) ? caps.join('+') : caps.join('');
};
