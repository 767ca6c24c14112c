import { existsSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { defaultSettings, settingsSchema } from '../../../main/contract/models/settings.ts';
import { openDocument } from '../../../main/core/settings/documents.ts';
import { confDocument } from '../../../main/hosts/browser/conf-document.ts';

const open = (dir: string) => {
  const reports: string[] = [];
  const document = openDocument({
    file: confDocument(dir, 'settings'),
    schema: settingsSchema,
    now: () => Date.UTC(2026, 10, 23, 21, 4, 11),
    report: (text) => reports.push(text.en),
  });
  return { document, reports };
};

const newDir = () => mkdtempSync(join(tmpdir(), 'livedeck-settings-'));

describe('a stored document', () => {
  it('begins with its defaults and keeps what is set', () => {
    const dir = newDir();
    expect(open(dir).document.get()).toEqual(defaultSettings);
    open(dir).document.set({ ...defaultSettings, muteSeconds: 30 });
    expect(open(dir).document.get().muteSeconds).toBe(30);
  });

  it.each(['{ "muteSeconds": ', '', '\u0000\u0001'])(
    'that is damaged (%j) is set aside under a dated name, told, and replaced by the defaults',
    (text) => {
      const dir = newDir();
      writeFileSync(join(dir, 'settings.json'), text);
      const { document, reports } = open(dir);
      expect(document.get()).toEqual(defaultSettings);
      const aside = readdirSync(dir).find((name) => name.includes('.damaged-2026-11-23T21-04-11'));
      expect(readFileSync(join(dir, aside ?? ''), 'utf8')).toBe(text);
      expect(reports.join()).toContain(aside);
      document.set({ ...defaultSettings, muteSeconds: 45 });
      expect(open(dir).document.get().muteSeconds).toBe(45);
    },
  );

  it.each([
    [
      '{"muteSeconds": "ten", "theme": "light"}',
      { theme: 'light', muteSeconds: defaultSettings.muteSeconds },
    ],
    [
      '{"globalKeys": {"panic": "F9", "blank": 7}, "language": "zh-CN"}',
      { globalKeys: { ...defaultSettings.globalKeys, panic: 'F9' }, language: 'zh-CN' },
    ],
  ])('of which a part is wrong (%s) keeps the rest, and the file as it was', (text, kept) => {
    const dir = newDir();
    writeFileSync(join(dir, 'settings.json'), text);
    const { document, reports } = open(dir);
    expect(document.get()).toEqual({ ...defaultSettings, ...kept });
    const aside = readdirSync(dir).find((name) => name.includes('.damaged-2026-11-23T21-04-11'));
    expect(readFileSync(join(dir, aside ?? ''), 'utf8')).toBe(text);
    expect(reports.join()).toContain(aside);
    expect(open(dir).document.get()).toEqual(document.get());
    expect(open(dir).reports).toEqual([]);
  });

  it('that cannot be read is told, left where it is, and the defaults are used', () => {
    const dir = newDir();
    const reports: string[] = [];
    const document = openDocument({
      file: { ...confDocument(dir, 'settings'), read: () => readFileSync(dir) },
      schema: settingsSchema,
      now: () => 0,
      report: (text) => reports.push(text.en),
    });
    expect(document.get()).toEqual(defaultSettings);
    expect(reports.join()).toContain('could not be read (EISDIR)');
  });

  it('that cannot be written says so and holds for this run', () => {
    const dir = newDir();
    const { document, reports } = open(dir);
    writeFileSync(join(dir, 'blocked'), '');
    const failing = openDocument({
      file: { ...confDocument(dir, 'settings'), write: () => void readdirSync(join(dir, 'blocked')) },
      schema: settingsSchema,
      now: () => 0,
      report: (text) => reports.push(text.en),
    });
    failing.set({ ...defaultSettings, muteSeconds: 5 });
    expect(failing.get().muteSeconds).toBe(5);
    expect(reports.join()).toContain('could not be saved');
    expect(existsSync(join(dir, 'settings.json'))).toBe(false);
    expect(document.get()).toEqual(defaultSettings);
  });
});
