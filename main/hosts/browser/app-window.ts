import { type ChildProcess, spawn } from 'node:child_process';
import { join } from 'node:path';

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
  readonly onFailure: (reason: string) => void;
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
  child.once('error', (error) => options.onFailure(error.message));
  return child;
};
