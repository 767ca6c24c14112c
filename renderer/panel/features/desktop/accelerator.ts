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
