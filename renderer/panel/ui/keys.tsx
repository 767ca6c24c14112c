const symbols: Readonly<Record<string, string>> = {
  ArrowUp: '↑',
  ArrowDown: '↓',
  ArrowLeft: '←',
  ArrowRight: '→',
  Escape: 'Esc',
  Enter: '↵',
  Shift: '⇧',
  Mod: 'Ctrl',
};

const keyText = (key: string, mac: boolean): string =>
  key === 'Mod' && mac ? '⌘' : (symbols[key] ?? (key.length === 1 ? key.toUpperCase() : key));

const isMac = (): boolean => /mac/i.test(navigator.userAgent);

/** A key or a chord such as `Mod+k`, drawn as key caps. */
export const Keys = (props: { readonly chord: string }) => {
  const mac = isMac();
  return (
    <span className="keys">
      {props.chord.split('+').map((key) => (
        <kbd key={key} className="key">
          {keyText(key, mac)}
        </kbd>
      ))}
    </span>
  );
};
