import { join } from 'node:path';
import pino from 'pino';
import type { Log } from '../../core/ports.ts';

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
const secretLooking = /[A-Za-z0-9+/*_=%-]{40,}/g;

const scrub = (text: string) => text.replace(secretLooking, '[redacted]');

const scrubDetails = (details: Readonly<Record<string, unknown>>): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(details).map(([key, value]) => [key, typeof value === 'string' ? scrub(value) : value]),
  );

/** The log file in the data folder, with secrets redacted. A folder that cannot be written costs the log, not the run. */
export const openLog = (dataDir: string): Log => {
  const destination = pino.destination({ dest: join(dataDir, 'livedeck.log'), sync: false, mode: 0o600 });
  destination.on('error', () => undefined);
  const redact = { paths: secretFields.flatMap((field) => [field, `*.${field}`]), censor: '[redacted]' };
  const logger = pino({ level: process.env.LIVEDECK_LOG ?? 'info', base: null, redact }, destination);
  return {
    info: (message, details = {}) => logger.info(scrubDetails(details), scrub(message)),
    warn: (message, details = {}) => logger.warn(scrubDetails(details), scrub(message)),
    error: (message, details = {}) => logger.error(scrubDetails(details), scrub(message)),
    debug: (message, details = {}) => logger.debug(scrubDetails(details), scrub(message)),
  };
};
