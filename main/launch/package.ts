import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { build as buildBundles } from './build.ts';
import { findElectron } from './electron-runtime.ts';
import { releaseOptions, withStaging } from './release-options.ts';

/** `npm run package`: builds the installers for this system, or says what is missing. */
const root = resolve(import.meta.dirname, '../..');
const say = (line: string) => process.stderr.write(`${line}\n`);
const stop = (line: string): never => {
  say(`Nothing was packaged: ${line}.`);
  process.exit(1);
};

const release = releaseOptions(process.env, process.platform);
if (!release.ok) stop(release.why);
const runtime = await findElectron(say);
if (!runtime.found)
  stop(`${runtime.why}. Packaging needs Electron's own files; run it where they can be fetched`);

const { feed, stagingPercent } = release.ok ? release : { feed: undefined, stagingPercent: undefined };
if (feed === undefined) say('Without LIVEDECK_UPDATE_URL these copies look for no updates.');
await buildBundles();
const { build } = await import('electron-builder');
const made = await build({
  projectDir: root,
  publish: 'never',
  ...(feed !== undefined && { config: { publish: [{ provider: 'generic', url: feed }] } }),
});
if (stagingPercent !== undefined) {
  const folder = join(root, 'release');
  for (const name of readdirSync(folder).filter((file) => /^latest.*\.yml$/.test(file))) {
    const path = join(folder, name);
    writeFileSync(path, withStaging(readFileSync(path, 'utf8'), stagingPercent));
  }
}
for (const file of made.filter((path) => existsSync(path))) say(`Made ${file.replace(join(root, '/'), '')}`);
