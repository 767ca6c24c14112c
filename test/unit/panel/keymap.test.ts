import { describe, expect, it } from 'vitest';
import { chordSchema } from '../../../main/contract/models/keys.ts';
import { chordToKeep, type KeyPress } from '../../../renderer/panel/features/commands/chords.ts';
import { judgeChord } from '../../../renderer/panel/features/commands/judge-chord.ts';
import { bindings, commandIds, reservedKeys } from '../../../renderer/panel/features/commands/keymap.ts';
import {
  commandFor,
  findConflicts,
  keysInForce,
  withKey,
  withoutKey,
  withUsualKeys,
} from '../../../renderer/panel/features/commands/keys-in-force.ts';

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
    expect(findConflicts(table, ['1'])).toEqual([
      { key: 'm', commands: ['mute', 'ban'] },
      { key: '1', commands: ['hide', 'reserved'] },
    ]);
  });

  it('has a key for every command', () => {
    expect(bindings.map((row) => row.command).sort()).toEqual([...commandIds].sort());
    expect(bindings.every((row) => row.keys.length > 0)).toBe(true);
  });

  it('names a press as it is written in the table', () => {
    expect(chordToKeep(press('K', { ctrlKey: true }))).toBe('Mod+k');
    expect(chordToKeep(press('k', { metaKey: true }))).toBe('Mod+k');
    expect(chordToKeep(press('M', { shiftKey: true }))).toBe('Shift+m');
    expect(chordToKeep(press('?', { shiftKey: true }))).toBe('?');
    expect(chordToKeep(press('Escape', { shiftKey: true }))).toBe('Shift+Escape');
  });

  it('leaves letters alone while somebody types', () => {
    expect(commandFor(bindings, press('m'), true)).toBeUndefined();
    expect(commandFor(bindings, press('m'), false)).toBe('mute');
    expect(commandFor(bindings, press('k', { ctrlKey: true }), true)).toBe('palette');
  });

  it('has keys of the words page that mean something else on the deck', () => {
    expect(commandFor(bindings, press('n'), false)).toBe('notice');
    expect(commandFor(bindings, press('n'), false, true)).toBe('addRule');
    expect(commandFor(bindings, press('/'), false, true)).toBe('searchRules');
    expect(commandFor(bindings, press('m'), false, true)).toBeUndefined();
    expect(commandFor(bindings, press('3', { ctrlKey: true }), false, true)).toBe('goWords');
    expect(commandFor(bindings, press('Escape'), true, true)).toBe('closeAside');
    expect(commandFor(bindings, press('n'), true, true)).toBeUndefined();
  });

  it('leaves the browser its own chords', () => {
    expect(commandFor(bindings, press('m', { ctrlKey: true }), false)).toBeUndefined();
    expect(commandFor(bindings, press('h', { altKey: true }), false)).toBeUndefined();
  });
});

const keysOf = (own: Parameters<typeof keysInForce>[0], command: string) =>
  keysInForce(own).find((row) => row.command === command)?.keys;

describe('a person’s own keys', () => {
  it('are taken only from commands that they could be in the way of', () => {
    const own = withKey({}, 'addRule', 'm');
    expect([keysOf(own, 'addRule'), keysOf(own, 'mute')]).toEqual([['n', 'm'], ['m']]);
    expect(keysOf(withKey({}, 'addRule', '/'), 'searchRules')).toEqual([]);
    expect(keysOf(withKey({}, 'addRule', '?'), 'cheatSheet')).toEqual([]);
    expect(judgeChord('/', 'addRule', bindings, [])).toEqual({ kind: 'taken', by: 'searchRules' });
    expect(judgeChord('m', 'addRule', bindings, [])).toEqual({ kind: 'free' });
    expect(judgeChord('n', 'palette', bindings, [])).toMatchObject({ kind: 'taken' });
  });

  it('stand in place of the usual ones, and names that no command has change nothing', () => {
    expect(keysOf({ mute: ['y', 'F6'] }, 'mute')).toEqual(['y', 'F6']);
    expect(keysOf({ mute: [] }, 'mute')).toEqual([]);
    expect(keysInForce({ fromTheFuture: ['y'] })).toEqual(bindings);
  });

  it('can be added and taken away; a key that is taken leaves its old command', () => {
    const own = withKey({}, 'mute', 'b');
    expect(keysOf(own, 'mute')).toEqual(['m', 'b']);
    expect(keysOf(own, 'ban')).toEqual([]);
    expect(findConflicts(keysInForce(own), reservedKeys)).toEqual([]);
    expect(keysOf(withoutKey(own, 'mute', 'm'), 'mute')).toEqual(['b']);
  });

  it('go back to the usual ones, also when another command was given those meanwhile', () => {
    const own = withKey({}, 'mute', 'b');
    const back = withUsualKeys(own, 'ban');
    expect(keysOf(back, 'ban')).toEqual(['b']);
    expect(keysOf(back, 'mute')).toEqual(['m']);
    expect(back).toEqual({});
  });

  it('are at most four, the oldest making room', () => {
    const own = ['F1', 'F2', 'F3', 'F4'].reduce((now, key) => withKey(now, 'mute', key), {});
    expect(keysOf(own, 'mute')).toEqual(['F1', 'F2', 'F3', 'F4']);
  });

  it('write nothing into a text field, whatever a person chose', () => {
    const table = keysInForce({ palette: ['y', 'F8'], panic: ['`'] });
    expect(commandFor(table, press('y'), true)).toBeUndefined();
    expect(commandFor(table, press('y'), false)).toBe('palette');
    expect(commandFor(table, press('F8'), true)).toBe('palette');
    expect(commandFor(table, press('`'), true)).toBeUndefined();
    expect(commandFor(table, press('`'), false)).toBe('panic');
  });
});

describe('keyboards that are not Latin', () => {
  it('reach every command by the place of its key', () => {
    expect(commandFor(bindings, press('ь', { code: 'KeyM' }), false)).toBe('mute');
    expect(commandFor(bindings, press('Process', { code: 'KeyM' }), false)).toBe('mute');
    expect(commandFor(bindings, press('，', { code: 'Comma', ctrlKey: true }), false)).toBe('goSettings');
    expect(commandFor(bindings, press('？', { code: 'Slash', shiftKey: true }), false)).toBe('cheatSheet');
    expect(commandFor(bindings, press('Ф', { code: 'KeyA', shiftKey: true }), false)).toBe('approveAndAllow');
  });

  it('go by what a key writes wherever that is Latin, as on Dvorak', () => {
    expect(commandFor(bindings, press('m', { code: 'KeyM' }), false)).toBe('mute');
    expect(commandFor(bindings, press('b', { code: 'KeyN' }), false)).toBe('ban');
  });

  it('reach signs that need AltGr', () => {
    const altGr = { ctrlKey: true, altKey: true, altGraph: true };
    expect(commandFor(bindings, press('[', { code: 'Digit8', ...altGr }), false)).toBe('columnLeft');
  });

  it('keep a key under a name that another layout has too', () => {
    expect(chordToKeep(press('ь', { code: 'KeyM' }))).toBe('m');
    expect(chordToKeep(press('µ', { code: 'KeyM', altKey: true }))).toBe('Alt+m');
    expect(chordToKeep(press('ö', { code: 'Semicolon' }))).toBe('ö');
    expect(chordToKeep(press('Process', { code: '' }))).toBeUndefined();
  });
});

describe('a recorded key', () => {
  const judge = (chord: string, command: 'mute' | 'palette' = 'mute') =>
    judgeChord(chord, command, bindings, reservedKeys);

  it('is taken when it is free, and is one that the settings can hold', () => {
    for (const chord of ['y', 'F6', 'Shift+F6', 'Mod+j', 'Alt+m', '+', 'ö']) {
      expect(judge(chord)).toEqual({ kind: 'free' });
      expect(chordSchema.safeParse(chord).success).toBe(true);
    }
  });

  it('says whose it is', () => {
    expect(judge('b')).toEqual({ kind: 'taken', by: 'ban' });
    expect(judge('m')).toEqual({ kind: 'same' });
    expect(judge('3')).toEqual({ kind: 'taken', by: 'own3' });
    expect(judge('Shift+Tab')).toEqual({ kind: 'refused' });
  });

  it('says who takes it first', () => {
    expect(judge('Mod+t')).toEqual({ kind: 'warned', warning: 'browser' });
    expect(judge('Alt+F4')).toEqual({ kind: 'warned', warning: 'system' });
    expect(judge('Mod+c')).toEqual({ kind: 'warned', warning: 'editing' });
    expect(judge('y', 'palette')).toEqual({ kind: 'warned', warning: 'typing' });
  });
});
