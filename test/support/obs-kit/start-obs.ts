import { execFileSync, spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { findBrowser } from '../../../main/hosts/browser/find-browser.ts';
import { type ObsConfig, writeObsConfig } from './obs-config.ts';
import { asProgram, type Program, startProgram, untilSaid } from './programs.ts';
import { programs } from './requirements.ts';

export type RunningObs = {
  /** Opens the address as a window of its own, as the browser host does with the overlay. */
  readonly openWindow: (url: string, size: { readonly width: number; readonly height: number }) => Program;
  readonly stop: () => Promise<void>;
};

/** Starts an X server on a display number of its own choice, and answers which. */
const startDisplay = async (
  dir: string,
): Promise<{ readonly program: Program; readonly display: string }> => {
  const args = ['-displayfd', '3', '-screen', '0', '1600x1000x24', '-nolisten', 'tcp'];
  const extensions = ['GLX', 'Composite', 'RANDR'].flatMap((name) => ['+extension', name]);
  const child = spawn(programs.display, [...args, ...extensions, '+render'], {
    stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
    cwd: dir,
  });
  const number = await new Promise<string>((resolve, reject) => {
    const chosen = child.stdio[3] as Readable;
    chosen.once('data', (piece: Buffer) => resolve(piece.toString().trim()));
    child.once('exit', (code) => reject(new Error(`Xvfb ended with ${code}`)));
  });
  return { program: asProgram(child), display: `:${number}` };
};

/** A browser profile that offers no translation: the bubble would lie over the page. */
const browserProfile = (dir: string): string => {
  mkdirSync(join(dir, 'Default'), { recursive: true });
  writeFileSync(join(dir, 'Default/Preferences'), JSON.stringify({ translate: { enabled: false } }));
  return dir;
};

/**
 * A real OBS with a fresh configuration on an X server of its own, with the window manager that it needs to list
 * windows. Everything it writes is in a temporary folder; every program is ended by its own process.
 */
export const startObs = async (config: ObsConfig): Promise<RunningObs> => {
  const dir = mkdtempSync(join(tmpdir(), 'livedeck-obs-'));
  const running: Program[] = [];
  const stop = async (): Promise<void> => {
    for (const program of running.splice(0).reverse()) await program.stop();
    rmSync(dir, { recursive: true, force: true, maxRetries: 3 });
  };
  try {
    const shim = join(dir, 'pixmap-shim.so');
    const source = join(import.meta.dirname, 'pixmap-shim.c');
    execFileSync(programs.compiler, [
      '-shared',
      '-fPIC',
      '-O2',
      '-o',
      shim,
      source,
      '-lxcb',
      '-ldl',
      '-lpthread',
    ]);
    const { program, display } = await startDisplay(dir);
    running.push(program);
    for (const name of ['run', 'home']) mkdirSync(join(dir, name), { mode: 0o700 });
    const env = {
      ...process.env,
      DISPLAY: display,
      HOME: join(dir, 'home'),
      XDG_RUNTIME_DIR: join(dir, 'run'),
    };
    // OBS looks for the window manager once, at its start.
    const startWm = (onOutput: (text: string) => void) =>
      startProgram(programs.windowManager, ['--startup', 'echo window manager is up'], {
        env,
        logFile: join(dir, 'openbox.log'),
        onOutput,
      });
    running.push(await untilSaid(startWm, 'window manager is up'));

    writeObsConfig(join(dir, 'config'), config);
    const flags = ['--multi', '--verbose', '--disable-updater', '--disable-missing-files-check'];
    const startStudio = (onOutput: (text: string) => void) =>
      startProgram(
        programs.studio,
        [...flags, '--collection', 'Test', '--profile', 'Test', '--scene', 'Scene'],
        {
          env: {
            ...env,
            XDG_CONFIG_HOME: join(dir, 'config'),
            LIBGL_ALWAYS_SOFTWARE: '1',
            QT_QPA_PLATFORM: 'xcb',
            LD_PRELOAD: shim,
          },
          logFile: join(dir, 'obs.log'),
          onOutput,
        },
      );
    running.push(await untilSaid(startStudio, 'Startup complete'));

    let windows = 0;
    return {
      stop,
      openWindow: (url, { width, height }) => {
        windows += 1;
        const browser = findBrowser();
        if (browser === undefined) throw new Error('There is no browser');
        const args = [
          `--app=${url}`,
          `--window-size=${width},${height}`,
          '--window-position=20,20',
          `--user-data-dir=${browserProfile(join(dir, `browser-${windows}`))}`,
          '--no-first-run',
          // No bar about the missing sandbox: it would take room from the page.
          '--test-type',
          '--no-default-browser-check',
          '--disable-gpu',
          '--disable-background-networking',
          '--disable-backgrounding-occluded-windows',
          '--disable-renderer-backgrounding',
          ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
        ];
        const window = startProgram(browser, args, { env, logFile: join(dir, `browser-${windows}.log`) });
        running.push(window);
        return window;
      },
    };
  } catch (error) {
    await stop();
    throw error;
  }
};
