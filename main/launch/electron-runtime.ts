import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

/** The download is some 110 MB; a network that is closed says so at once, a slow one gets this long. ms. */
const FETCH_MS = 60_000;

export type ElectronRuntime =
  | { readonly found: true; readonly path: string }
  | { readonly found: false; readonly why: string };

const packageDir = (): string | undefined => {
  try {
    return dirname(createRequire(import.meta.url).resolve('electron/package.json'));
  } catch {
    // Installed without development packages: there is no Electron to look for.
    return undefined;
  }
};

/** The executable that `electron`'s own installer left, if it did (electron/index.js). */
export const installedElectron = (): string | undefined => {
  const folder = packageDir();
  if (folder === undefined) return undefined;
  const override = process.env.ELECTRON_OVERRIDE_DIST_PATH;
  const pathFile = join(folder, 'path.txt');
  const executable = existsSync(pathFile) ? readFileSync(pathFile, 'utf8') : undefined;
  const path =
    override === undefined
      ? executable && join(folder, 'dist', executable)
      : join(override, executable ?? 'electron');
  return path && existsSync(path) ? path : undefined;
};

const fetchRuntime = (folder: string): Promise<string | undefined> =>
  new Promise((resolve) => {
    const child = spawn(process.execPath, [join(folder, 'install.js')], {
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    let said = '';
    child.stderr.on('data', (chunk: Buffer) => {
      said = `${said}${chunk}`.slice(0, 2000);
    });
    const timer = setTimeout(() => child.kill('SIGKILL'), FETCH_MS);
    const done = (why: string | undefined) => {
      clearTimeout(timer);
      resolve(why);
    };
    child.once('error', (error) => done(error.message));
    child.once('exit', (code, signal) => {
      if (code === 0) done(undefined);
      else if (signal !== null) done(`not fetched within ${FETCH_MS / 1000} s`);
      else done(/\b(E[A-Z]{4,}|HTTPError[^\n]*)/.exec(said)?.[0] ?? 'its installer failed');
    });
  });

/** Finds Electron's runtime, fetching it when it is not there yet. Never waits longer than a minute. */
export const findElectron = async (say: (line: string) => void): Promise<ElectronRuntime> => {
  const there = installedElectron();
  if (there !== undefined) return { found: true, path: there };
  const folder = packageDir();
  if (folder === undefined) return { found: false, why: 'the electron package is not installed' };
  say('Fetching the Electron runtime (once, about 110 MB) …');
  const failure = await fetchRuntime(folder);
  const fetched = installedElectron();
  if (failure === undefined && fetched !== undefined) return { found: true, path: fetched };
  return {
    found: false,
    why: `Electron's runtime could not be fetched: ${failure ?? 'it is not where it should be'}`,
  };
};
