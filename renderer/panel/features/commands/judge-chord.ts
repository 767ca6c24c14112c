import { isSafeWhileTyping } from './chords.ts';
import { type Binding, type CommandId, groupsMeet } from './keymap.ts';

/** Why a key is better left to others. */
export type KeyWarning = 'browser' | 'system' | 'editing' | 'typing';

export type ChordVerdict =
  | { readonly kind: 'free' }
  /** It already does this. */
  | { readonly kind: 'same' }
  | { readonly kind: 'taken'; readonly by: CommandId | 'reserved' }
  | { readonly kind: 'warned'; readonly warning: KeyWarning }
  /** Moving the focus must always be possible. */
  | { readonly kind: 'refused' };

/** Keys that a browser keeps for itself in an ordinary tab, whatever a page says. */
const ofBrowser =
  /^Mod\+(?:Shift\+)?[ntw]$|^Mod\+(?:Shift\+)?(?:Tab|PageUp|PageDown)$|^(?:Mod\+)?F(?:5|11|12)$|^Mod\+(?:Shift\+)?r$|^Mod\+Shift\+(?:i|j|c|Delete)$/;
/** Keys that Windows, macOS or a Linux desktop take before any program sees them. */
const ofSystem =
  /^Alt\+(?:Shift\+)?(?:Tab|Escape|F4| |Enter)$|^Mod\+Alt\+|^Mod\+(?:Shift\+)?(?:q|h|m| |Escape)$|^(?:PrintScreen|ContextMenu|Pause|ScrollLock|NumLock|CapsLock|Meta)$/;
/** What people edit text with. */
const ofEditing = /^Mod\+(?:Shift\+)?[acvxyz]$/;

const warningFor = (chord: string, mustWorkWhileTyping: boolean): KeyWarning | undefined => {
  if (ofBrowser.test(chord)) return 'browser';
  if (ofSystem.test(chord)) return 'system';
  if (ofEditing.test(chord)) return 'editing';
  return mustWorkWhileTyping && !isSafeWhileTyping(chord) ? 'typing' : undefined;
};

/** What speaks against giving a command this key. */
export const judgeChord = (
  chord: string,
  command: CommandId,
  table: readonly Binding[],
  reserved: readonly string[],
): ChordVerdict => {
  if (/(?:^|\+)Tab$/.test(chord) && !chord.startsWith('Mod+') && !chord.startsWith('Alt+'))
    return { kind: 'refused' };
  const row = table.find((one) => one.command === command);
  const holder = table.find(
    ({ keys, group }) => keys.includes(chord) && groupsMeet(group, row?.group ?? 'app'),
  )?.command;
  if (holder === command) return { kind: 'same' };
  if (reserved.includes(chord)) return { kind: 'taken', by: 'reserved' };
  if (holder !== undefined) return { kind: 'taken', by: holder };
  const warning = warningFor(chord, row?.whileTyping === true);
  return warning === undefined ? { kind: 'free' } : { kind: 'warned', warning };
};
