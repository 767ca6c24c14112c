import { join } from 'node:path';
import pino from 'pino';
import type { Log, LogLine } from '../../core/ports.ts';
import { keepSmall } from './keep-small.ts';

/** Fields that may never be written, wherever they sit in the details of a line. */
const secretFields = [
  'secretKey',
  'privateKey',
  'userSig',
  'usersig',
  'passphrase',
  'password',
  'token',
  'url',
];

/** Text that looks like a signature or a key in a message. 40 and more characters without a blank are no prose. */
const secretLooking = /[A-Za-z0-9+/*_=-]{40,}/g;
/** How many of the last lines are kept in memory, for a report. */
const KEPT_LINES = 200;
/** A log of this size makes room for a new one; with the ones before it, 8 MB at most. */
const MOST_BYTES = 2_000_000;

const scrub = (text: string) => text.replace(secretLooking, '[redacted]');

const scrubDetails = (details: Readonly<Record<string, unknown>>): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(details).map(([key, value]) => {
      if (secretFields.includes(key)) return [key, '[redacted]'];
      return [key, typeof value === 'string' ? scrub(value) : value];
    }),
  );

export type HostLog = Log & { readonly recent: () => readonly LogLine[] };

/**
 * The log file in the data folder, with secrets redacted, and its last lines. A folder that cannot be written costs the
 * log, not the run.
 */
export const openLog = (dataDir: string, mostBytes = MOST_BYTES): HostLog => {
  const file = join(dataDir, 'livedeck.log');
  const destination = pino.destination({ dest: file, sync: false, mode: 0o600 });
  destination.on('error', () => undefined);
  keepSmall(destination, file, mostBytes);
  const redact = { paths: secretFields.map((field) => `*.${field}`), censor: '[redacted]' };
  const logger = pino({ level: process.env.LIVEDECK_LOG ?? 'info', base: null, redact }, destination);
  const recent: LogLine[] = [];
  const write =
    (level: LogLine['level']) =>
    (message: string, details: Readonly<Record<string, unknown>> = {}) => {
      const line = { at: Date.now(), level, message: scrub(message), details: scrubDetails(details) };
      logger[level](line.details, line.message);
      recent.push(line);
      if (recent.length > KEPT_LINES) recent.shift();
    };
  return {
    info: write('info'),
    warn: write('warn'),
    error: write('error'),
    debug: write('debug'),
    recent: () => [...recent],
  };
};
