import type { App } from 'electron';

/** Ending takes no longer than this, whatever hangs: a program that cannot be quit is killed, and then more is lost. */
const PATIENCE_MS = 10_000;

/** Ends in good order and once: everything is closed first, then Electron goes on with what it was about to do. */
export const watchQuit = (options: {
  readonly app: Pick<App, 'on' | 'quit' | 'exit'>;
  readonly hide: () => void;
  /** Says farewell, closes every room, process and file. */
  readonly end: () => Promise<void>;
}) => {
  const { app } = options;
  let state: 'running' | 'ending' | 'ended' = 'running';
  let last = () => app.quit();

  const end = async () => {
    let timer: NodeJS.Timeout | undefined;
    const enough = new Promise<void>((resolve) => {
      timer = setTimeout(resolve, PATIENCE_MS);
    });
    await Promise.race([options.end(), enough]).finally(() => clearTimeout(timer));
    state = 'ended';
    last();
  };

  app.on('before-quit', (event) => {
    if (state === 'ended') return;
    event.preventDefault();
    if (state === 'ending') return;
    state = 'ending';
    options.hide();
    // A bug in the ending must not keep the program alive for ever.
    end().catch(() => app.exit(1));
  });
  // The panel's own end decides whether the program ends, so that the overlay may go on without it.
  app.on('window-all-closed', () => undefined);
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => app.quit());

  return {
    isQuitting: () => state !== 'running',
    /** Quits, and at the end does this instead of just going. */
    quitThen: (run: () => void) => {
      last = run;
      app.quit();
    },
  };
};
