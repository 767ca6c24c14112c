import type { Translate } from '../../i18n/index.ts';
import { chordText } from '../../ui/index.ts';
import { type Binding, bindings, type KeyGroup } from './keymap.ts';

/** The order of the groups wherever keys are listed. */
export const keyGroups: readonly KeyGroup[] = ['feed', 'act', 'room', 'words', 'app'];

/** Whether what somebody looks for names this command, by its words or by a key of it. */
export const namesCommand = (sought: string, row: Binding, t: Translate): boolean => {
  const wanted = sought.trim().toLowerCase();
  if (wanted === '') return true;
  if (row.keys.some((key) => chordText(key).toLowerCase() === wanted)) return true;
  // One Latin letter is a key; as a part of a name it would find nearly everything.
  return !/^[ -~]$/.test(wanted) && t(`command.${row.command}`).toLowerCase().includes(wanted);
};

export const namesAnyCommand = (sought: string, t: Translate): boolean =>
  bindings.some((row) => namesCommand(sought, row, t));
