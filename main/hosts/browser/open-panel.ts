import { type ChildProcess, spawn } from 'node:child_process';
import { join } from 'node:path';

/** Opens the panel in app mode, in a browser profile of its own inside the data folder. */
export const openPanel = (options: {
  readonly browser: string;
  readonly url: string;
  readonly dataDir: string;
  readonly onFailure: (reason: string) => void;
}): ChildProcess => {
  const child = spawn(
    options.browser,
    [
      `--app=${options.url}`,
      `--user-data-dir=${join(options.dataDir, 'browser-profile')}`,
      '--no-first-run',
      '--no-default-browser-check',
      '--window-size=1440,900',
      // The panel is a live console: it must not be slowed down behind a game or OBS.
      '--disable-background-timer-throttling',
      '--disable-backgrounding-occluded-windows',
      '--disable-renderer-backgrounding',
    ],
    { stdio: 'ignore' },
  );
  child.once('error', (error) => options.onFailure(error.message));
  return child;
};
