import { closeSync, openSync, readSync } from 'node:fs';
import type { App } from 'electron';
import { PASS_TEXT_MAX } from '../../contract/models/pass.ts';
import { isPortable } from './portable.ts';

const SCHEME = 'livedeck';
const FILE_ENDING = '.livedeckpass';

/** Whether a word of the command line is a link to a pass: the system hands it over like this. */
export const isPassLink = (argument: string): boolean => argument.toLowerCase().startsWith(`${SCHEME}:`);

/** Whether it is a file with a pass in it, opened from the desktop or an e-mail. */
export const isPassFile = (argument: string): boolean =>
  argument.toLowerCase().endsWith(FILE_ENDING) && !argument.startsWith('-');

/** The pass in a file; no more is read than a pass can have, and what cannot be read is none. */
const readPassFile = (path: string): string | undefined => {
  try {
    const file = openSync(path, 'r');
    const bytes = Buffer.alloc(PASS_TEXT_MAX);
    const length = readSync(file, bytes, 0, PASS_TEXT_MAX, 0);
    closeSync(file);
    return bytes.subarray(0, length).toString('utf8').trim();
  } catch {
    // A file that is gone or not readable offers nothing; the person still has it before them.
    return undefined;
  }
};

const passOf = (argument: string): string | undefined => {
  if (isPassLink(argument)) return argument;
  return isPassFile(argument) ? readPassFile(argument) : undefined;
};

/**
 * Hears `livedeck://` links and opened pass files, at the start and later, and hands each to the panel. Opening one does
 * no more than offer the pass: it is taken by a person with its passphrase.
 */
export const watchPassLinks = (
  app: Pick<App, 'on' | 'isPackaged' | 'setAsDefaultProtocolClient'>,
  startedWith: readonly string[],
  env = process.env,
) => {
  const firstPass = (words: readonly string[]) => words.map(passOf).find((pass) => pass !== undefined);
  let pending = firstPass(startedWith);
  let offer: ((pass: string) => void) | undefined;
  const heard = (pass: string | undefined) => {
    if (pass === undefined || pass === '') return;
    if (offer === undefined) pending = pass;
    else offer(pass);
  };
  // Unpackaged, the system would be told to open links with a bare Electron; a portable copy, with a file that is gone
  // once it ends.
  if (app.isPackaged && !isPortable(env)) app.setAsDefaultProtocolClient(SCHEME);
  app.on('open-url', (event, link) => {
    event.preventDefault();
    if (isPassLink(link)) heard(link);
  });
  app.on('open-file', (event, path) => {
    event.preventDefault();
    if (isPassFile(path)) heard(passOf(path));
  });
  app.on('second-instance', (_event, argv) => heard(firstPass(argv)));
  return {
    /** Who takes the passes from now on, the one that waited included. */
    connect: (take: (pass: string) => void) => {
      offer = take;
      heard(pending);
      pending = undefined;
    },
  };
};
