import { type ChildProcess, spawn } from 'node:child_process';
import { join } from 'node:path';
import type { Localized } from '../../contract/app-error.ts';

/** A browser that runs for this long has begun. */
export const STARTED_MS = 3_000;

const endOf = (code: number | null, signal: NodeJS.Signals | null): Localized =>
  code === null
    ? { en: `it was ended by ${signal ?? 'the system'}`, 'zh-CN': `被 ${signal ?? '系统'} 终止` }
    : { en: `it ended at once with code ${code}`, 'zh-CN': `随即退出，代码 ${code}` };

/**
 * Opens a page in app mode, in a browser profile of its own inside the data folder. All windows share one browser: a
 * second start hands its page to the first and ends.
 */
export const openAppWindow = (options: {
  readonly browser: string;
  readonly url: string;
  readonly dataDir: string;
  readonly width: number;
  readonly height: number;
  /** Called when no window came of it: the browser did not start, or ended at once and said that it failed. */
  readonly onFailure: (reason: Localized) => void;
}): ChildProcess => {
  const child = spawn(
    options.browser,
    [
      `--app=${options.url}`,
      `--user-data-dir=${join(options.dataDir, 'browser-profile')}`,
      '--no-first-run',
      '--no-default-browser-check',
      `--window-size=${options.width},${options.height}`,
      // Panel and overlay are live: they must not be slowed down behind a game or OBS.
      '--disable-background-timer-throttling',
      '--disable-backgrounding-occluded-windows',
      '--disable-renderer-backgrounding',
    ],
    { stdio: 'ignore' },
  );
  child.once('error', (error) => options.onFailure({ en: error.message, 'zh-CN': error.message }));
  const began = performance.now();
  child.once('exit', (code, signal) => {
    // Without a fault it handed its page to a browser that runs already, or somebody closed the window.
    if (code === 0 || performance.now() - began > STARTED_MS) return;
    if (code !== null || signal !== 'SIGTERM') options.onFailure(endOf(code, signal));
  });
  return child;
};
