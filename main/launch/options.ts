import { parseArgs } from 'node:util';
import { type AudienceProfile, audienceProfiles } from '../contract/models/audience-profiles.ts';

export const usage = `Livedeck: a streamer console for live chat rooms

  npm start -- [options]

  --host auto|desktop|browser   where the panel runs (auto: Electron where it can be had, else a browser)
  --port N                      port of the panel in the browser host; 0 = any free one
  --data-dir DIR                folder for settings, history and the journal
  --rehearse [PROFILE]          start the rehearsal at once: off, calm, busy (default), cap or storm
  --seed N                      seed of the rehearsal's audience, to repeat a run
  --no-open                     open no window; print the address only
  --json                        print one JSON line when ready, for programs
  --help                        this page`;

export type StartOptions = {
  readonly host: 'auto' | 'desktop' | 'browser';
  /** Undefined = the remembered or default port, with any free one as fall-back. */
  readonly port: number | undefined;
  readonly dataDir: string | undefined;
  readonly rehearse: AudienceProfile | undefined;
  readonly seed: number | undefined;
  readonly open: boolean;
  readonly json: boolean;
};

export type ParsedOptions =
  | { readonly type: 'start'; readonly options: StartOptions }
  | { readonly type: 'help' }
  | { readonly type: 'wrong'; readonly message: string };

const wholeNumber = (name: string, text: string | undefined, most: number): number | undefined => {
  if (text === undefined) return undefined;
  const value = Number(text);
  if (!/^\d+$/.test(text) || value > most)
    throw new TypeError(`${name} takes a whole number from 0 to ${most}`);
  return value;
};

const oneOf = <T extends string>(name: string, text: string, allowed: readonly T[]): T => {
  const found = allowed.find((one) => one === text);
  if (found === undefined) throw new TypeError(`${name} takes one of: ${allowed.join(', ')}`);
  return found;
};

/** `--rehearse` may stand without a value; `parseArgs` knows no such option, so the default is put in for it. */
const withRehearseValue = (args: readonly string[]): string[] =>
  args.flatMap((arg, index) => {
    const next = args[index + 1];
    return arg === '--rehearse' && (next === undefined || next.startsWith('-')) ? [arg, 'busy'] : [arg];
  });

const known = {
  host: { type: 'string', default: 'auto' },
  port: { type: 'string' },
  'data-dir': { type: 'string' },
  rehearse: { type: 'string' },
  seed: { type: 'string' },
  'no-open': { type: 'boolean', default: false },
  json: { type: 'boolean', default: false },
  help: { type: 'boolean', short: 'h', default: false },
} as const;

const typeOf = (word: string): 'string' | 'boolean' | undefined =>
  word === '-h' ? 'boolean' : Object.entries(known).find(([name]) => `--${name}` === word)?.[1].type;

/**
 * Our own options out of the command line of an installed copy. There stand others' too: the installer starts with
 * `--updated`, the AppImage with `--no-sandbox`, and people give Chromium's switches.
 */
export const ownOptions = (words: readonly string[]): string[] =>
  words.filter((word, index) => {
    const name = word.split('=', 1).join('');
    if (typeOf(name) !== undefined) return true;
    return !word.startsWith('-') && typeOf(words[index - 1] ?? '') === 'string';
  });

/** Reads the command line of `npm start -- …`; anything it does not know is told, never ignored. */
export const parseOptions = (args: readonly string[]): ParsedOptions => {
  try {
    const { values } = parseArgs({
      args: withRehearseValue(args),
      options: known,
    });
    if (values.help) return { type: 'help' };
    return {
      type: 'start',
      options: {
        host: oneOf('--host', values.host, ['auto', 'desktop', 'browser']),
        port: wholeNumber('--port', values.port, 65_535),
        dataDir: values['data-dir'],
        rehearse:
          values.rehearse === undefined ? undefined : oneOf('--rehearse', values.rehearse, audienceProfiles),
        seed: wholeNumber('--seed', values.seed, 0xffff_ffff),
        open: !values['no-open'],
        json: values.json,
      },
    };
  } catch (error) {
    return { type: 'wrong', message: error instanceof Error ? error.message : String(error) };
  }
};
