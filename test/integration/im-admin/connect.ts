import { createImAdmin, type ImAdmin, type ImAdminOptions } from '../../../main/core/im-admin/im-admin.ts';
import type { Log } from '../../../main/core/ports.ts';
import { createManualClock, type ManualClock } from '../../support/manual-clock.ts';

export type LogLine = Readonly<{ level: keyof Log; text: string }>;

/** Keeps every line as it would be written. */
export const createLogKeeper = (): { log: Log; lines: LogLine[] } => {
  const lines: LogLine[] = [];
  const keep = (level: keyof Log) => (message: string, details?: Readonly<Record<string, unknown>>) => {
    lines.push({ level, text: `${message} ${JSON.stringify(details ?? {})}` });
  };
  return {
    log: { debug: keep('debug'), info: keep('info'), warn: keep('warn'), error: keep('error') },
    lines,
  };
};

export type Connected = Readonly<{
  admin: ImAdmin;
  clock: ManualClock;
  lines: LogLine[];
  [Symbol.dispose]: () => void;
}>;

/** The real client over real sockets; its clock skips the pauses between tries and stands still otherwise. */
export const connectTo = (baseUrl: string, extra: Partial<ImAdminOptions> = {}): Connected => {
  const clock = createManualClock({ skipBelowMs: 5_000 });
  const { log, lines } = createLogKeeper();
  let turn = 0;
  const admin = createImAdmin({
    sdkAppId: 1400000000,
    adminUserId: 'administrator',
    userSig: () => 'eJw-a-signature-of-the-admin-account-that-nobody-may-ever-see*',
    fetch,
    clock,
    // Spread evenly over [0, 1), the same in every run.
    random: () => {
      turn = (turn + 0.618_033_988_75) % 1;
      return turn;
    },
    log,
    ...extra,
    baseUrl,
  });
  return { admin, clock, lines, [Symbol.dispose]: admin.dispose };
};
