import { MOST_KEYS, type OwnKeys } from '../../../../main/contract/models/keys.ts';
import { chordsOf, isSafeWhileTyping, type KeyPress } from './chords.ts';
import { type Binding, bindings, type CommandId, groupsMeet, type KeyGroup } from './keymap.ts';

/** The usual keys with the person's own in their place. Names that no command has are left alone. */
export const keysInForce = (own: OwnKeys, usual: readonly Binding[] = bindings): readonly Binding[] =>
  usual.map((row) => ({ ...row, keys: own[row.command] ?? row.keys }));

export type Conflict = { readonly key: string; readonly commands: readonly (CommandId | 'reserved')[] };

/** Keys that more than one command claims. Empty is good; otherwise the first of the table has the key. */
export const findConflicts = (
  table: readonly Binding[],
  reserved: readonly string[],
): readonly Conflict[] => {
  type Claim = { readonly by: CommandId | 'reserved'; readonly group: KeyGroup };
  const claims = new Map<string, Claim[]>();
  const claim = (key: string, one: Claim) => claims.set(key, [...(claims.get(key) ?? []), one]);
  for (const { keys, command, group } of table) for (const key of keys) claim(key, { by: command, group });
  for (const key of reserved) claim(key, { by: 'reserved', group: 'app' });
  const meeting = (all: readonly Claim[]) =>
    all.filter((one) => all.some((other) => other !== one && groupsMeet(one.group, other.group)));
  return [...claims]
    .map(([key, all]) => ({ key, commands: meeting(all).map(({ by }) => by) }))
    .filter(({ commands }) => commands.length > 1);
};

const worksWhileTyping = ({ whileTyping, leavesField }: Binding, chord: string): boolean =>
  (whileTyping === true && isSafeWhileTyping(chord)) || (leavesField === true && chord === 'Escape');

/** The command of a key press, if any; while a text field has the focus only those that say so. */
export const commandFor = (
  table: readonly Binding[],
  press: KeyPress,
  typing: boolean,
  onWords = false,
): CommandId | undefined => {
  const place: KeyGroup = onWords ? 'words' : 'feed';
  for (const chord of chordsOf(press)) {
    const row = table.find(({ keys, group }) => keys.includes(chord) && groupsMeet(group, place));
    if (row === undefined) continue;
    return !typing || worksWhileTyping(row, chord) ? row.command : undefined;
  }
  return undefined;
};

const same = (one: readonly string[], other: readonly string[]): boolean =>
  one.length === other.length && one.every((key, index) => key === other[index]);

/** Whether a command goes on while its key is held down; for any other a held key is one press. */
export const repeatsWhileHeld = (command: CommandId): boolean =>
  bindings.find((row) => row.command === command)?.repeats === true;

const usualKeys = (command: CommandId): readonly string[] =>
  bindings.find((row) => row.command === command)?.keys ?? [];

/** Own keys with those of one command set; the usual ones need no entry. */
const withKeys = (own: OwnKeys, command: CommandId, keys: readonly string[]): OwnKeys => {
  const { [command]: _, ...others } = own;
  return same(keys, usualKeys(command)) ? others : { ...others, [command]: [...keys] };
};

const groupOf = (command: CommandId): KeyGroup =>
  bindings.find((row) => row.command === command)?.group ?? 'app';

/** Rows whose keys would be in this command's way. */
const rivals = (own: OwnKeys, command: CommandId): readonly Binding[] =>
  keysInForce(own).filter((row) => row.command !== command && groupsMeet(row.group, groupOf(command)));

const keysOf = (own: OwnKeys, command: CommandId): readonly string[] => own[command] ?? usualKeys(command);

export const withoutKey = (own: OwnKeys, command: CommandId, chord: string): OwnKeys =>
  withKeys(
    own,
    command,
    keysOf(own, command).filter((key) => key !== chord),
  );

/** Gives a command one more key and takes it from whoever had it. The oldest makes room where there are too many. */
export const withKey = (own: OwnKeys, command: CommandId, chord: string): OwnKeys => {
  const freed = rivals(own, command)
    .filter((row) => row.keys.includes(chord))
    .reduce((now, row) => withoutKey(now, row.command, chord), own);
  const keys = [...keysOf(freed, command).filter((key) => key !== chord), chord];
  return withKeys(freed, command, keys.slice(-MOST_KEYS));
};

/** The usual keys of one command again, taken back from whoever was given them meanwhile. */
export const withUsualKeys = (own: OwnKeys, command: CommandId): OwnKeys => {
  const { [command]: _, ...others } = own;
  const usual = usualKeys(command);
  return rivals(others, command)
    .flatMap((row) => row.keys.filter((key) => usual.includes(key)).map((key) => ({ row, key })))
    .reduce<OwnKeys>((now, { row, key }) => withoutKey(now, row.command, key), others);
};
