import type { AirState } from './air-state.ts';
import type { DeskWords } from './desk-words.ts';
import type { MenuItem } from './menu-item.ts';

export type TrayIcon = AirState['state'];
export type TrayModel = {
  readonly icon: TrayIcon;
  readonly tip: string;
  readonly items: readonly MenuItem[];
};

const statusText = (air: AirState, words: DeskWords): string => {
  if (air.state === 'panic') return words.panicOn;
  if (air.state === 'blank') return words.airBlank;
  return air.state === 'air' ? words.airOn(air.pages) : words.airOff;
};

/** The icon beside the clock: what is on air, and the few things that cannot wait for a window. */
export const trayModel = (
  facts: {
    readonly air: AirState;
    readonly held: number;
    readonly blank: boolean;
    readonly overlayWindows: readonly { readonly open: boolean; readonly clickThrough: boolean }[];
  },
  words: DeskWords,
): TrayModel => {
  const { air, held, blank } = facts;
  const status = statusText(air, words);
  const open = facts.overlayWindows.filter((window) => window.open);
  const panic = air.state === 'panic';
  const clickThrough: readonly MenuItem[] =
    open.length === 0
      ? []
      : [
          {
            kind: 'command',
            command: 'clickThrough',
            label: words.clickThrough,
            checked: open.every((window) => window.clickThrough),
          },
        ];
  return {
    icon: air.state,
    tip: `Livedeck · ${status}`,
    items: [
      { kind: 'note', label: status },
      ...(held === 0 ? [] : [{ kind: 'note', label: words.held(held) } as const]),
      { kind: 'separator' },
      { kind: 'command', command: 'show', label: words.show },
      { kind: 'separator' },
      { kind: 'command', command: 'panic', label: panic ? words.endPanic : words.panic, checked: panic },
      { kind: 'command', command: 'blank', label: words.blank, checked: blank },
      { kind: 'command', command: 'undo', label: words.undoAct },
      ...clickThrough,
      { kind: 'separator' },
      { kind: 'command', command: 'quit', label: words.quit },
    ],
  };
};
