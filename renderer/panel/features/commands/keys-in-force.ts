import { MOST_KEYS, type OwnKeys } from '../../../../main/contract/models/keys.ts';
import { chordsOf, isSafeWhileTyping, type KeyPress } from './chords.ts';
import { type Binding, bindings, type CommandId } from './keymap.ts';

/** The usual keys with the person's own in their place. Names that no command has are left alone. */
export const keysInForce = (own: OwnKeys, usual: readonly Binding[] = bindings): readonly Binding[] =>
  usual.map((row) => ({ ...row, keys: own[row.command] ?? row.keys }));

export type Conflict = { readonly key: string; readonly commands: readonly (CommandId | 'reserved')[] };

/** Keys that more than one command claims. Empty is good; otherwise the first of the table has the key. */
export const findConflicts = (
  table: readonly Binding[],
  reserved: readonly string[],
): readonly Conflict[] => {
  const claims = new Map<string, (CommandId | 'reserved')[]>();
  const claim = (key: string, by: CommandId | 'reserved') =>
    claims.set(key, [...(claims.get(key) ?? []), by]);
  for (const { keys, command } of table) for (const key of keys) claim(key, command);
  for (const key of reserved) claim(key, 'reserved');
  return [...claims].filter(([, by]) => by.length > 1).map(([key, commands]) => ({ key, commands }));
};

/** The command of a key press, if any; while a text field has the focus only those that say so. */
export const commandFor = (
  table: readonly Binding[],
  press: KeyPress,
  typing: boolean,
): CommandId | undefined => {
  for (const chord of chordsOf(press)) {
    const row = table.find(({ keys }) => keys.includes(chord));
    if (row === undefined) continue;
    return !typing || (row.whileTyping === true && isSafeWhileTyping(chord)) ? row.command : undefined;
  }
  return undefined;
};

const same = (one: readonly string[], other: readonly string[]): boolean =>
  one.length === other.length && one.every((key, index) => key === other[index]);

const usualKeys = (command: CommandId): readonly string[] =>
  bindings.find((row) => row.command === command)?.keys ?? [];

/** Own keys with those of one command set; the usual ones need no entry. */
const withKeys = (own: OwnKeys, command: CommandId, keys: readonly string[]): OwnKeys => {
  const { [command]: _, ...others } = own;
  return same(keys, usualKeys(command)) ? others : { ...others, [command]: [...keys] };
};

const keysOf = (own: OwnKeys, command: CommandId): readonly string[] => own[command] ?? usualKeys(command);

export const withoutKey = (own: OwnKeys, command: CommandId, chord: string): OwnKeys =>
  withKeys(
    own,
    command,
    keysOf(own, command).filter((key) => key !== chord),
  );

/** Gives a command one more key and takes it from whoever had it. The oldest makes room where there are too many. */
export const withKey = (own: OwnKeys, command: CommandId, chord: string): OwnKeys => {
  const freed = keysInForce(own)
    .filter((row) => row.command !== command && row.keys.includes(chord))
    .reduce((now, row) => withoutKey(now, row.command, chord), own);
  const keys = [...keysOf(freed, command).filter((key) => key !== chord), chord];
  return withKeys(freed, command, keys.slice(-MOST_KEYS));
};

/** The usual keys of one command again, taken back from whoever was given them meanwhile. */
export const withUsualKeys = (own: OwnKeys, command: CommandId): OwnKeys => {
  const { [command]: _, ...others } = own;
  const usual = usualKeys(command);
  return keysInForce(others)
    .filter((row) => row.command !== command)
    .flatMap((row) => row.keys.filter((key) => usual.includes(key)).map((key) => ({ row, key })))
    .reduce<OwnKeys>((now, { row, key }) => withoutKey(now, row.command, key), others);
};
