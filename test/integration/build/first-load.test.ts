import { resolve } from 'node:path';
import { gzipSync } from 'node:zlib';
import { build, type Rollup } from 'vite';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import { panelBundle } from '../../../vite.config.ts';

const root = resolve(import.meta.dirname, '../../..');

/** The limit of a first load, gzipped bytes. */
const MOST_BYTES = 350_000;

let chunks: readonly Rollup.OutputChunk[];

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
});

/** The entry's chunk and all that it imports at once: what the browser has to have before anything shows. */
const firstLoad = (): readonly Rollup.OutputChunk[] => {
  const wanted = new Set(chunks.filter(({ isEntry }) => isEntry).map(({ fileName }) => fileName));
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

  it('has the deck in it, and no other page', () => {
    const modules = modulesOf(firstLoad());
    expect(modules.filter((id) => id.endsWith('/features/deck/deck-page.tsx'))).toHaveLength(1);
    const pages = modulesOf(chunks).filter((id) => /(?<!\/deck)\/[a-z]+-page\.tsx$/.test(id));
    expect(pages.length).toBeGreaterThan(5);
    expect(pages.filter((id) => modules.includes(id))).toEqual([]);
  });
});
