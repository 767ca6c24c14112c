import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { defaultSettings, settingsSchema } from '../../../main/contract/models/settings.ts';
import { commandIds } from '../../../renderer/panel/features/commands/keymap.ts';
import {
  patchOfChanges,
  readSettings,
  writeSettings,
} from '../../../renderer/panel/features/settings/transfer.ts';

const commands = new Set<string>(commandIds);
const fileOf = (settings: unknown) => JSON.stringify({ kind: 'livedeck-settings', settings });
const read = (settings: unknown) => readSettings(fileOf(settings), defaultSettings, commands);

describe('a file of settings', () => {
  it('brings back what was exported, and nothing else', () => {
    const mine = { ...defaultSettings, muteSeconds: 42, theme: 'light' as const, keys: { mute: ['y'] } };
    const back = readSettings(writeSettings(mine), defaultSettings, commands);
    if (!back.ok) throw new Error(back.why);
    expect(back.refused).toEqual([]);
    expect(back.changes.map(({ field }) => field).sort()).toEqual(['keys', 'muteSeconds', 'theme']);
    expect({ ...defaultSettings, ...patchOfChanges(back.changes) }).toEqual(mine);
    expect(readSettings(writeSettings(mine), mine, commands)).toEqual({ ok: true, changes: [], refused: [] });
  });

  it('says of each entry what is wrong with it, and the rest goes in', () => {
    expect(
      read({
        muteSeconds: 'ten',
        fromTheFuture: true,
        theme: 'light',
        keys: { mute: ['y'], fly: ['f'], ban: ['Ctrl-B'], hide: 'h' },
        columnWidths: { a: 300, b: -1 },
      }),
    ).toEqual({
      ok: true,
      changes: [
        { field: 'theme', before: 'dark', after: 'light' },
        { field: 'keys', before: {}, after: { mute: ['y'] } },
      ],
      refused: [
        { where: 'muteSeconds', why: 'bad' },
        { where: 'fromTheFuture', why: 'unknown' },
        { where: 'keys.fly', why: 'unknown' },
        { where: 'keys.ban', why: 'bad' },
        { where: 'keys.hide', why: 'bad' },
        { where: 'columnWidths.b', why: 'bad' },
      ],
    });
  });

  it.each([
    ['{ "kind": ', 'not-json'],
    ['', 'not-json'],
    ['[]', 'not-settings'],
    ['{"muteSeconds": 5}', 'not-settings'],
    ['{"kind": "livedeck-settings", "settings": []}', 'not-settings'],
  ])('is told apart from any other (%j)', (text, why) => {
    expect(readSettings(text, defaultSettings, commands)).toEqual({ ok: false, why });
  });

  it('does not mistake what every object has for a setting', () => {
    const answer = readSettings(
      '{"kind":"livedeck-settings","settings":{"__proto__":[],"constructor":1}}',
      defaultSettings,
      commands,
    );
    expect(answer).toMatchObject({
      ok: true,
      changes: [],
      refused: [{ why: 'unknown' }, { why: 'unknown' }],
    });
  });

  it('never lets anything in that the settings could not hold, whatever is in it', () => {
    const anything = fc.dictionary(
      fc.oneof(fc.constantFrom(...Object.keys(defaultSettings)), fc.string()),
      fc.jsonValue(),
    );
    fc.assert(
      fc.property(anything, (settings) => {
        const answer = read(settings);
        if (!answer.ok) return false;
        const next = { ...defaultSettings, ...patchOfChanges(answer.changes) };
        return settingsSchema.safeParse(next).success;
      }),
    );
  });
});
