// Runs a TypeScript file on the project's own Node, whichever Node this is. Plain JavaScript, since an older Node
// could not even read the rest.
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import * as nodeModule from 'node:module';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const NEEDED = 24;
const root = resolve(dirname(fileURLToPath(import.meta.url)), '../..');
const [target, ...args] = process.argv.slice(2);
const file = resolve(root, target);

const ownNode = [join(root, 'node_modules/node/bin/node'), join(root, 'node_modules/node/bin/node.exe')].find(
  existsSync,
);

// What V8 compiled and what was left of TypeScript is kept, for this process and the ones that it starts, so that the
// next start need not do it again. The folder is the project's own: in a shared one, another user could put code
// there. Where it cannot be written the start is only slower.
process.env.NODE_COMPILE_CACHE ??= join(root, 'node_modules/.cache/livedeck');

if (Number(process.versions.node.split('.')[0]) >= NEEDED) {
  nodeModule.enableCompileCache(process.env.NODE_COMPILE_CACHE);
  process.argv.splice(1, 2, file);
  await import(pathToFileURL(file).href);
} else if (ownNode !== undefined) {
  const child = spawn(ownNode, [file, ...args], { stdio: 'inherit' });
  for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => child.kill(signal));
  child.on('exit', (code, signal) => process.exit(code ?? (signal === null ? 0 : 1)));
} else {
  process.stderr.write(
    `Livedeck needs Node ${NEEDED} and this is Node ${process.versions.node}. The project brings its own: run "npm ci" again ` +
      'with install scripts allowed, or "npm rebuild node", and start it with npm.\n',
  );
  process.exit(1);
}
