import { execFileSync } from 'node:child_process';
import { closeSync, openSync, writeFileSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { type Fault, nothing } from './fault.ts';
import { HELD_WORD } from './stage.ts';

/** Overwrites a part of a file, as a failing disk does. */
const damage = (file: string, at: number, length: number) => {
  const handle = openSync(file, 'r+');
  writeSync(handle, Buffer.alloc(length, 0xa5), 0, length, at);
  closeSync(handle);
};

/** The log of a killed process still holds whole pages, which would mend the file. */
const damageDatabase = (dataDir: string, name: string) => {
  damage(join(dataDir, name), 0, 4096);
  damage(join(dataDir, `${name}-wal`), 0, 4096);
};

const restarted = (
  name: string,
  reports: RegExp,
  harm: (dataDir: string) => void,
  more: Partial<Fault> = {},
): Fault => ({
  name,
  reports,
  restarts: true,
  start: nothing,
  end: async (stage) => {
    await stage.killApp();
    harm(stage.dataDir);
    await stage.startAgain();
    return undefined;
  },
  ...more,
});

/** Nothing new can be made in the folder; files that are open go on, as on a disk that loses its rights. */
const seal = (dataDir: string, on: boolean) => execFileSync('chattr', [on ? '+i' : '-i', dataDir]);

const words = restarted('word rules damaged', /words\.db was damaged/, (dataDir) =>
  damageDatabase(dataDir, 'words.db'),
);

/** What the disk and the files on it can do wrong. */
export const diskFaults: readonly Fault[] = [
  {
    name: 'disk full',
    says: /disk is full/i,
    needsDisk: true,
    unrecorded: true,
    start: async (stage) => stage.disk?.fill(),
    end: async (stage) => {
      stage.disk?.empty();
      return undefined;
    },
  },
  {
    name: 'data folder read-only at the start',
    restarts: true,
    needsDisk: true,
    start: nothing,
    end: async (stage) => {
      await stage.killApp();
      stage.disk?.readOnly(true);
      const { code, stdout, stderr } = await stage.startInVain();
      stage.disk?.readOnly(false);
      await stage.startAgain();
      const told = `${stdout}${stderr}`;
      return code === 1 && told.includes('cannot be used (EROFS)') && !told.includes('at ')
        ? undefined
        : [`a start on a read-only folder ended with ${code} and said: ${told.slice(0, 500)}`];
    },
  },
  {
    name: 'data folder sealed while live',
    says: /could not be saved/i,
    needsDisk: true,
    start: async (stage) => {
      seal(stage.dataDir, true);
      await stage.call('settings:set', { patch: { muteSeconds: 601 } });
    },
    end: async (stage) => {
      seal(stage.dataDir, false);
      await stage.call('settings:set', { patch: { muteSeconds: 600 } });
      return undefined;
    },
  },
  restarted('history damaged', /history\.db was damaged/, (dataDir) => damageDatabase(dataDir, 'history.db')),
  restarted(
    'journal damaged',
    /journal\.db was damaged/,
    (dataDir) => damageDatabase(dataDir, 'journal.db'),
    // The damaged file is set aside whole; what stood in it cannot be read any more.
    { losesRecord: true },
  ),
  {
    ...words,
    end: async (stage) => {
      await words.end(stage);
      await stage.call('words:save', { rules: [{ kind: 'word', text: HELD_WORD, level: 'hold' }] });
      return undefined;
    },
  },
  restarted('settings damaged', /settings/i, (dataDir) =>
    writeFileSync(join(dataDir, 'settings.json'), '{"theme": "li'),
  ),
];
