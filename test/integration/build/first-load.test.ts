import { resolve } from 'node:path';
import { gzipSync } from 'node:zlib';
import { build, type Rollup } from 'vite';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import { panelBundle } from '../../../vite.config.ts';

const root = resolve(import.meta.dirname, '../../..');

/** The limit of a first load, gzipped bytes. */
const MOST_BYTES = 350_000;

let chunks: readonly Rollup.OutputChunk[];
let page: string;

beforeAll(async () => {
  // The test runner calls itself `test`, which would bring React's development build in.
  vi.stubEnv('NODE_ENV', 'production');
  const bundle = panelBundle(root);
  const built = await build({
    ...bundle,
    configFile: false,
    logLevel: 'error',
    build: { ...bundle.build, write: false },
  });
  vi.unstubAllEnvs();
  if (!('output' in built)) throw new Error('The panel was not built once.');
  chunks = built.output.filter((one) => one.type === 'chunk');
  const html = built.output.find(({ fileName }) => fileName === 'index.html');
  page = html?.type === 'asset' ? String(html.source) : '';
});

/** The messages of one language: the longer ones. */
const messages = (): Rollup.OutputChunk | undefined =>
  chunks
    .filter(({ name }) => name === 'en' || name === 'zh-cn')
    .sort((one, other) => other.code.length - one.code.length)[0];

/** The page's scripts, all that they import at once, and one language: what has to be here before anything shows. */
const firstLoad = (): readonly Rollup.OutputChunk[] => {
  const named = [...page.matchAll(/(?:src|href)="\.\/([^"]+\.js)"/g)].map((match) => match[1] ?? '');
  const wanted = new Set([...named, messages()?.fileName ?? 'no messages']);
  for (const name of wanted) {
    for (const next of chunks.find(({ fileName }) => fileName === name)?.imports ?? []) wanted.add(next);
  }
  return chunks.filter(({ fileName }) => wanted.has(fileName));
};

const modulesOf = (some: readonly Rollup.OutputChunk[]) => some.flatMap(({ moduleIds }) => moduleIds);

describe('the first load of the panel', () => {
  it('is a script of at most 350 kB, gzipped', () => {
    const bytes = firstLoad().reduce((sum, { code }) => sum + gzipSync(code, { level: 9 }).length, 0);
    expect(bytes).toBeGreaterThan(0);
    expect(bytes).toBeLessThanOrEqual(MOST_BYTES);
  });

  it('speaks one language', () => {
    const spoken = modulesOf(firstLoad()).filter((id) => /\/i18n\/(en|zh-cn)-\w+\.ts$/.test(id));
    expect(new Set(spoken.map((id) => /\/(en|zh-cn)-/.exec(id)?.[1])).size).toBe(1);
  });

  it('comes in few files', () => {
    expect(firstLoad().length).toBeLessThanOrEqual(6);
  });

  it('has the deck in it, and no other page', () => {
    const modules = modulesOf(firstLoad());
    expect(modules.filter((id) => id.endsWith('/features/deck/deck-page.tsx'))).toHaveLength(1);
    const pages = modulesOf(chunks).filter((id) => /(?<!\/deck)\/[a-z]+-page\.tsx$/.test(id));
    expect(pages.length).toBeGreaterThan(5);
    expect(pages.filter((id) => modules.includes(id))).toEqual([]);
  });
});
