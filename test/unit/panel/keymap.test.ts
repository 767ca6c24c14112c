import { describe, expect, it } from 'vitest';
import {
  bindings,
  chordOf,
  commandFor,
  commandIds,
  findConflicts,
  type KeyPress,
  reservedKeys,
} from '../../../renderer/panel/features/commands/keymap.ts';

const press = (key: string, held: Partial<KeyPress> = {}): KeyPress => ({
  key,
  shiftKey: false,
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  ...held,
});

describe('the key table', () => {
  it('gives no key to two commands, and none that is kept for a later one', () => {
    expect(findConflicts(bindings, reservedKeys)).toEqual([]);
  });

  it('tells which commands claim the same key', () => {
    const table = [
      { command: 'mute', keys: ['m'], group: 'act' },
      { command: 'ban', keys: ['b', 'm'], group: 'act' },
      { command: 'hide', keys: ['1'], group: 'act' },
    ] as const;
    expect(findConflicts(table, reservedKeys)).toEqual([
      { key: 'm', commands: ['mute', 'ban'] },
      { key: '1', commands: ['hide', 'reserved'] },
    ]);
  });

  it('has a key for every command', () => {
    expect(bindings.map((row) => row.command).sort()).toEqual([...commandIds].sort());
    expect(bindings.every((row) => row.keys.length > 0)).toBe(true);
  });

  it('names a press as it is written in the table', () => {
    expect(chordOf(press('K', { ctrlKey: true }))).toBe('Mod+k');
    expect(chordOf(press('k', { metaKey: true }))).toBe('Mod+k');
    expect(chordOf(press('M', { shiftKey: true }))).toBe('Shift+m');
    expect(chordOf(press('?', { shiftKey: true }))).toBe('?');
    expect(chordOf(press('Escape', { shiftKey: true }))).toBe('Shift+Escape');
  });

  it('leaves letters alone while somebody types', () => {
    expect(commandFor(bindings, press('m'), true)).toBeUndefined();
    expect(commandFor(bindings, press('m'), false)).toBe('mute');
    expect(commandFor(bindings, press('k', { ctrlKey: true }), true)).toBe('palette');
  });

  it('leaves the browser its own chords', () => {
    expect(commandFor(bindings, press('m', { ctrlKey: true }), false)).toBeUndefined();
    expect(commandFor(bindings, press('h', { altKey: true }), false)).toBeUndefined();
  });
});
