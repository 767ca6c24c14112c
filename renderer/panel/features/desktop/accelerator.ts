type Press = {
  readonly key: string;
  readonly code: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly altKey: boolean;
  readonly shiftKey: boolean;
};

const named: Readonly<Record<string, string>> = {
  Escape: 'Escape',
  Space: 'Space',
  Insert: 'Insert',
  Home: 'Home',
  End: 'End',
  PageUp: 'PageUp',
  PageDown: 'PageDown',
  ArrowUp: 'Up',
  ArrowDown: 'Down',
  ArrowLeft: 'Left',
  ArrowRight: 'Right',
};

/** The key itself, by where it lies: Shift and the layout must not change its name. */
const keyOf = (code: string): string | undefined =>
  /^Key([A-Z])$/.exec(code)?.[1] ??
  /^Digit(\d)$/.exec(code)?.[1] ??
  (/^F(?:[1-9]|1\d|2[0-4])$/.test(code) ? code : undefined) ??
  /^Numpad(\d)$/.exec(code)?.[1]?.replace(/^/, 'num') ??
  named[code];

const words: Readonly<Record<'mac' | 'other', Readonly<Record<string, string>>>> = {
  mac: { CommandOrControl: '⌘', Command: '⌘', Super: '⌘', Control: '⌃', Alt: '⌥', Shift: '⇧' },
  other: { CommandOrControl: 'Ctrl', Control: 'Ctrl', Command: 'Cmd', Super: 'Win' },
};

/** A global shortcut as this computer's keyboard is labelled, e.g. `Ctrl + Shift + F9` or `⌘ ⇧ F9`. */
export const acceleratorText = (accelerator: string, platform: string): string => {
  if (accelerator === '') return '';
  const labels = words[platform === 'darwin' ? 'mac' : 'other'];
  return accelerator
    .split('+')
    .map((part) => labels[part] ?? part)
    .join(platform === 'darwin' ? ' ' : ' + ');
};

/** A key press as Electron names a global shortcut; `undefined` while it is none that may be taken. */
export const acceleratorOf = (press: Press): string | undefined => {
  const key = keyOf(press.code);
  const modifiers = [
    ...(press.ctrlKey ? ['Control'] : []),
    ...(press.metaKey ? ['Super'] : []),
    ...(press.altKey ? ['Alt'] : []),
    ...(press.shiftKey ? ['Shift'] : []),
  ];
  if (key === undefined || (modifiers.length === 0 && !/^F\d+$/.test(key))) return undefined;
  return [...modifiers, key].join('+');
};
