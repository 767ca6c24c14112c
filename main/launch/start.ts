import { spawn, spawnSync } from 'node:child_process';
import { createRequire } from 'node:module';
import { join, resolve } from 'node:path';
import { isBuilt } from './build.ts';
import { chooseHost } from './choose-host.ts';
import { parseOptions, type StartOptions, usage } from './options.ts';

const root = resolve(import.meta.dirname, '../..');

/** Progress goes to standard error, so that `--json` leaves standard output to the one ready line. */
const say = (line: string) => process.stderr.write(`${line}\n`);

const fail = (message: string, code: number): never => {
  say(message);
  process.exit(code);
};

/** In a process of its own: the bundler's memory would stay with this one, which the browser host goes on to run in. */
const ensureBuilt = () => {
  if (isBuilt()) return;
  say('Building Livedeck …');
  const build = join(import.meta.dirname, 'build.ts');
  const { status } = spawnSync(process.execPath, [build], { cwd: root, stdio: ['ignore', 2, 'inherit'] });
  if (status !== 0) fail('The build failed. Run "npm ci" and try again.', 1);
};

const runDesktop = (electron: string, args: readonly string[]) => {
  const child = spawn(electron, [root, ...args], { stdio: 'inherit' });
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => child.kill(signal));
  child.once('error', (error) => fail(`Electron did not start: ${error.message}. Try --host browser.`, 1));
  child.once('exit', (code) => process.exit(code ?? 1));
};

const runBrowser = async (options: StartOptions) => {
  const bundle = createRequire(import.meta.url);
  const { startBrowserHost } = bundle(
    join(root, 'dist/main/browser.cjs'),
  ) as typeof import('../hosts/browser/main.ts');
  await startBrowserHost({ options, root, say });
};

const args = process.argv.slice(2);
const parsed = parseOptions(args);
if (parsed.type === 'help') {
  process.stdout.write(`${usage}\n`);
} else if (parsed.type === 'wrong') {
  fail(`${parsed.message}\n\n${usage}`, 2);
} else {
  const { options } = parsed;
  ensureBuilt();
  const chosen = await chooseHost(options.host, say);
  if (chosen.host === 'none')
    fail(`Livedeck cannot start its desktop host: ${chosen.why}. Try --host browser.`, 1);
  else {
    say(`Livedeck runs in the ${chosen.host} host: ${chosen.why}.`);
    if (chosen.host === 'desktop') runDesktop(chosen.electron, args);
    else await runBrowser(options);
  }
}
