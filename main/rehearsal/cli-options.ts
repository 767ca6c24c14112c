import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import type { ServiceOptions } from './service.ts';
import { editions, type Settings } from './settings.ts';

export const helpText = `Livedeck rehearsal service: a local stand-in for Tencent Cloud IM live rooms.
It speaks the admin REST API v4 and the web SDK's socket on 127.0.0.1, needs no
account, and keeps everything in memory. See docs/rehearsal.md.

  npm run rehearsal -- [options]

  --port N            listen on this port (default 0: any free one)
  --json              print one JSON line when ready, and nothing else on stdout
  --seed N            the same number gives the same app, key and messages
  --audience NAME     off (default), calm, busy, cap, storm: 1, 10, 40, 200/s
  --rooms N           rooms to start with (default 3)
  --edition NAME      trial, standard, pro (default): what is bought
  --policy NAME       multi (default) or strict: one room a user
  --hold MS           hold empty polls this long, 0 (default) to 12000
  --gather MS         a held poll waits this long for more messages
  --batch N           most messages in one poll answer (default 0: no limit)
  --delivery NAME     poll (default) or push
  --room-cap N        messages a second and room (default 40)
  --sdkappid N        use this SDKAppID instead of the seed's
  --secret-key-env V  take the secret key from the environment variable V
  --v1-public-key F   also accept v1 UserSigs that this PEM public key verifies
  --with-parent       stop when stdin is closed by the program that started this
  --help              this text

Point the SDK at it: create({ SDKAppID, proxyServer: 'ws://127.0.0.1:PORT' }),
and REST clients: http://127.0.0.1:PORT/v4/... Any UserID with a UserSig signed
by the key may log in. The control address in the ready line switches faults.`;

export type CliOptions = {
  readonly service: Omit<ServiceOptions, 'onBug'>;
  readonly json: boolean;
  readonly withParent: boolean;
};

type CliInput =
  | { readonly kind: 'run'; readonly options: CliOptions }
  | { readonly kind: 'help' }
  | { readonly kind: 'mistake'; readonly text: string };

const text = { type: 'string' } as const;
const flag = { type: 'boolean', default: false } as const;

const optionTypes = {
  port: text,
  json: flag,
  seed: text,
  audience: text,
  rooms: text,
  edition: text,
  policy: text,
  hold: text,
  gather: text,
  batch: text,
  delivery: text,
  'room-cap': text,
  sdkappid: text,
  'secret-key-env': text,
  'v1-public-key': text,
  'with-parent': flag,
  help: flag,
} as const;

class Mistake extends Error {}

const wholeNumber = (
  name: string,
  value: string | undefined,
  min: number,
  max: number,
): number | undefined => {
  if (value === undefined) return undefined;
  const number = Number(value);
  if (!/^\d+$/.test(value) || number < min || number > max) {
    throw new Mistake(`--${name} takes a whole number from ${min} to ${max}, not "${value}"`);
  }
  return number;
};

const oneOf = <T extends string>(
  name: string,
  value: string | undefined,
  allowed: readonly T[],
): T | undefined => {
  if (value === undefined) return undefined;
  const found = allowed.find((each) => each === value);
  if (found === undefined) throw new Mistake(`--${name} takes ${allowed.join(', ')}, not "${value}"`);
  return found;
};

const secretFrom = (name: string | undefined, environment: NodeJS.ProcessEnv): string | undefined => {
  if (name === undefined) return undefined;
  const value = environment[name] ?? '';
  if (value === '') throw new Mistake(`the environment variable ${name} is not set`);
  return value;
};

const publicKeyFrom = (path: string | undefined): readonly string[] => {
  if (path === undefined) return [];
  try {
    return [readFileSync(path, 'utf8')];
  } catch {
    throw new Mistake(`--v1-public-key: cannot read ${path}`);
  }
};

const audienceProfiles = ['off', 'calm', 'busy', 'cap', 'storm'] as const;

/** Leaves out what was not given, so that the defaults hold. */
const given = <T extends object>(fields: { readonly [K in keyof T]: T[K] | undefined }): Partial<T> => {
  const kept = Object.entries(fields).filter(([, value]) => value !== undefined);
  return Object.fromEntries(kept) as Partial<T>;
};

const read = (args: readonly string[], environment: NodeJS.ProcessEnv): CliInput => {
  const { values } = parseArgs({ args: [...args], options: optionTypes, strict: true });
  if (values.help) return { kind: 'help' };
  const settings = given<Settings>({
    edition: oneOf('edition', values.edition, editions),
    policy: oneOf('policy', values.policy, ['strict', 'multi']),
    delivery: oneOf('delivery', values.delivery, ['poll', 'push']),
    holdMs: wholeNumber('hold', values.hold, 0, 12_000),
    gatherMs: wholeNumber('gather', values.gather, 0, 1_000),
    batchLimit: wholeNumber('batch', values.batch, 0, 100_000),
    roomCap: wholeNumber('room-cap', values['room-cap'], 1, 100_000),
  } as { readonly [K in keyof Settings]: Settings[K] | undefined });
  const identity = given<{ seed: number; sdkAppId: number; secretKey: string }>({
    seed: wholeNumber('seed', values.seed, 0, 0xffff_ffff),
    sdkAppId: wholeNumber('sdkappid', values.sdkappid, 1, 4_294_967_295),
    secretKey: secretFrom(values['secret-key-env'], environment),
  });
  return {
    kind: 'run',
    options: {
      json: values.json,
      withParent: values['with-parent'],
      service: {
        port: wholeNumber('port', values.port, 0, 65_535) ?? 0,
        identity,
        audience: oneOf('audience', values.audience, audienceProfiles) ?? 'off',
        rooms: wholeNumber('rooms', values.rooms, 1, 1_000) ?? 3,
        settings,
        v1PublicKeys: publicKeyFrom(values['v1-public-key']),
      },
    },
  };
};

const isParseError = (error: unknown): error is Error & { readonly code: string } =>
  error instanceof Error && 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS');

/** Reads the command line; a mistake is told in words. */
export const readCliOptions = (args: readonly string[], environment: NodeJS.ProcessEnv): CliInput => {
  try {
    return read(args, environment);
  } catch (error) {
    if (error instanceof Mistake || isParseError(error)) return { kind: 'mistake', text: error.message };
    throw error;
  }
};
