import { useStore } from 'zustand';
import { usePanel } from '../../panel-context.tsx';
import { chordText, Keys } from '../../ui/index.ts';
import type { CommandId } from './keymap.ts';

/** The first key in force of a command, if it has any. */
export const useKeyOf = (command: CommandId): string | undefined =>
  useStore(usePanel().keymap.state, ({ table }) => table.find((row) => row.command === command)?.keys[0]);

/** The key of a command in a word, for a sentence or a title; empty where it has none. */
export const useKeyText = (command: CommandId): string => {
  const chord = useKeyOf(command);
  return chord === undefined ? '' : chordText(chord);
};

/** The key of a command beside its name, as it is now; nothing where it has none. */
export const KeyHint = (props: { readonly command: CommandId; readonly end?: boolean }) => {
  const chord = useKeyOf(props.command);
  if (chord === undefined) return null;
  return props.end === true ? (
    <span className="hint">
      <Keys chord={chord} />
    </span>
  ) : (
    <Keys chord={chord} />
  );
};
