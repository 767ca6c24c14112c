import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { build as buildBundles } from './build.ts';
import { findElectron } from './electron-runtime.ts';

/** `npm run package`: builds the installers for this system, or says what is missing. */
const root = resolve(import.meta.dirname, '../..');
const say = (line: string) => process.stderr.write(`${line}\n`);

const runtime = await findElectron(say);
if (!runtime.found) {
  say(
    `Nothing was packaged: ${runtime.why}. Packaging needs Electron's own files; run it where they can be fetched.`,
  );
  process.exit(1);
}
await buildBundles();
const { build } = await import('electron-builder');
const made = await build({ projectDir: root, publish: 'never' });
for (const file of made.filter((path) => existsSync(path))) say(`Made ${file.replace(join(root, '/'), '')}`);
