import type { Log } from '../../core/ports.ts';

/** A bug must not take the live console down: it is logged, told in the panel, and the run goes on. */
export const survive = (log: Log): void => {
  const note = (kind: string) => (error: unknown) =>
    log.error(kind, { error: error instanceof Error ? (error.stack ?? '') : String(error) });
  process.on('uncaughtException', note('uncaught exception'));
  process.on('unhandledRejection', note('unhandled rejection'));
};
