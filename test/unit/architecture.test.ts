import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';

const root = resolve(import.meta.dirname, '../..');

const filesBelow = (folder: string): string[] =>
  readdirSync(join(root, folder), { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name))
    .map((entry) => relative(root, join(entry.parentPath, entry.name)).replaceAll('\\', '/'));

const importPattern =
  /(?:^|\n)(?:import|export)\s(?:[^;'"]*?\sfrom\s+)?['"]([^'"]+)['"]|\bimport\(\s*['"]([^'"]+)['"]/g;

const importsOf = (file: string): string[] => {
  const text = readFileSync(join(root, file), 'utf8');
  const found = [...text.matchAll(importPattern)].map((match) => match[1] ?? match[2] ?? '');
  return found.map((target) =>
    target.startsWith('.')
      ? relative(root, resolve(root, dirname(file), target)).replaceAll('\\', '/')
      : target,
  );
};

const offenders = (folder: string, forbidden: (target: string, file: string) => boolean): string[] =>
  filesBelow(folder).flatMap((file) =>
    importsOf(file)
      .filter((target) => forbidden(target, file))
      .map((target) => `${file} imports ${target}`),
  );

const under = (target: string, ...folders: string[]) =>
  folders.some((folder) => target.startsWith(`${folder}/`));
const isNode = (target: string) => target.startsWith('node:');

describe('imports run one way', () => {
  it('the contract knows neither Node nor Electron nor any other folder', () => {
    expect(
      offenders(
        'main/contract',
        (target) =>
          isNode(target) ||
          target === 'electron' ||
          (target.includes('/') && !under(target, 'main/contract')),
      ),
    ).toEqual([]);
  });

  it('the core knows the contract and itself, no host and no Electron', () => {
    expect(
      offenders(
        'main/core',
        (target) =>
          target === 'electron' ||
          under(
            target,
            'main/hosts',
            'main/feed-process',
            'main/rehearsal',
            'main/launch',
            'renderer',
            'preload',
          ),
      ),
    ).toEqual([]);
  });

  it('the feed process knows the contract and the word matcher only', () => {
    expect(
      offenders(
        'main/feed-process',
        (target) =>
          target === 'electron' ||
          under(target, 'main/hosts', 'main/rehearsal', 'main/launch', 'renderer', 'preload') ||
          (under(target, 'main/core') && !under(target, 'main/core/words')),
      ),
    ).toEqual([]);
  });

  it('the rehearsal service shares no code with the client that it stands in for', () => {
    expect(
      offenders(
        'main/rehearsal',
        (target) =>
          under(
            target,
            'main/core',
            'main/feed-process',
            'main/hosts',
            'main/launch',
            'renderer',
            'preload',
          ) || target === 'tls-sig-api-v2',
      ),
    ).toEqual([]);
  });

  it('only the desktop host and the preloads import electron', () => {
    const all = ['main', 'preload', 'renderer'].flatMap((folder) =>
      offenders(folder, (target) => target === 'electron'),
    );
    expect(all.filter((line) => !/^(main\/hosts\/desktop|preload)\//.test(line))).toEqual([]);
  });

  it('the renderer knows the contract and itself, and no Node', () => {
    expect(
      offenders(
        'renderer',
        (target) => isNode(target) || (under(target, 'main') && !under(target, 'main/contract')),
      ),
    ).toEqual([]);
  });

  it('a feature of the panel imports another only by its index', () => {
    const feature = /^renderer\/panel\/features\/([^/]+)/;
    expect(
      offenders('renderer/panel/features', (target, file) => {
        const theirs = feature.exec(target)?.[1];
        if (theirs === undefined || theirs === feature.exec(file)?.[1]) return false;
        const door = target.endsWith('/page.ts') && file === 'renderer/panel/features/shell/page-sources.ts';
        return !door && !target.endsWith('/index.ts');
      }),
    ).toEqual([]);
  });

  it('a page is imported by its door and nowhere else, so that it stays out of the first load', () => {
    const doors = offenders('renderer', (target) => target.endsWith('/page.ts'));
    expect(
      doors.filter((line) => !line.startsWith('renderer/panel/features/shell/page-sources.ts ')),
    ).toEqual([]);
  });
});
