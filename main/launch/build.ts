import { existsSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

const root = resolve(import.meta.dirname, '../..');
const stamp = join(root, 'dist/built');
const sources = ['main', 'preload', 'renderer', 'package.json', 'package-lock.json', 'vite.config.ts'];

const newest = (path: string): number => {
  const stat = statSync(path);
  if (!stat.isDirectory()) return stat.mtimeMs;
  return readdirSync(path).reduce((latest, name) => Math.max(latest, newest(join(path, name))), 0);
};

/** Whether `dist/` holds what the sources would give now. */
export const isBuilt = (): boolean => {
  if (!existsSync(stamp)) return false;
  const built = statSync(stamp).mtimeMs;
  return sources.every((source) => newest(join(root, source)) <= built);
};

/** Bundles the main process, the preloads and both pages into `dist/`. */
export const build = async (): Promise<void> => {
  const [{ build: viteBuild }, { bundles }] = await Promise.all([
    import('vite'),
    import('../../vite.config.ts'),
  ]);
  rmSync(stamp, { force: true });
  for (const bundle of bundles(root)) await viteBuild({ ...bundle, configFile: false, logLevel: 'warn' });
  writeFileSync(stamp, '');
};

// `import.meta.main` is false where `with-own-node.mjs` imported this.
if (process.argv[1] === import.meta.filename) await build();
