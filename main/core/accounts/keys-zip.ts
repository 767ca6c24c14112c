import { type UnzipFileInfo, unzipSync } from 'fflate';
import type { AppError } from '../../contract/app-error.ts';
import { err, ok, type Result } from '../../contract/result.ts';
import { keyProblems } from './key-problems.ts';
import { MAX_PEM_LENGTH } from './pem.ts';

/** The console's keys.zip is about 1 KB. A small zip also bounds what a bomb could unpack to. */
const MAX_ZIP_BYTES = 64 * 1024;
const MAX_FILES = 32;

/** The two files of keys.zip as text. */
export type KeysZip = Readonly<{ privateKey: string; publicKey?: string }>;

/** The console's own names, in any folder, with or without an ending. */
const PRIVATE_NAME = /(^|\/)(private_key|ec_key)(\.pem|\.key|\.txt)?$/i;
const PUBLIC_NAME = /(^|\/)(public_key|public)(\.pem|\.key|\.txt)?$/i;

const isClutter = (name: string): boolean => name.startsWith('__MACOSX/') || name.endsWith('/');

/** Lists what is inside without unpacking any of it. */
const listFiles = (zip: Uint8Array): readonly UnzipFileInfo[] | undefined => {
  const files: UnzipFileInfo[] = [];
  const unpackNothing = (file: UnzipFileInfo): boolean => {
    files.push(file);
    return false;
  };
  try {
    unzipSync(zip, { filter: unpackNothing });
    return files;
  } catch {
    return undefined;
  }
};

const unpack = (zip: Uint8Array, name: string): string | undefined => {
  try {
    const found = unzipSync(zip, { filter: (file) => file.name === name })[name];
    return found === undefined ? undefined : new TextDecoder().decode(found);
  } catch {
    return undefined;
  }
};

/** The key pair out of the console's keys.zip. */
export const readKeysZip = (zip: Uint8Array): Result<KeysZip, AppError> => {
  if (zip[0] !== 0x50 || zip[1] !== 0x4b) return err(keyProblems.notAZip());
  if (zip.length > MAX_ZIP_BYTES) return err(keyProblems.zipTooLarge());
  const files = listFiles(zip)?.filter(({ name }) => !isClutter(name));
  if (files === undefined) return err(keyProblems.zipDamaged());
  if (files.length > MAX_FILES) return err(keyProblems.zipTooManyFiles());
  const [file, ...others] = files.filter(({ name }) => PRIVATE_NAME.test(name));
  if (file === undefined) return err(keyProblems.zipWithoutKey(nameList(files)));
  if (others.length > 0) return err(keyProblems.zipManyKeys());
  return readPair(
    zip,
    file,
    files.find(({ name }) => PUBLIC_NAME.test(name)),
  );
};

const readPair = (
  zip: Uint8Array,
  privateFile: UnzipFileInfo,
  publicFile: UnzipFileInfo | undefined,
): Result<KeysZip, AppError> => {
  const sizes = [privateFile.originalSize, publicFile?.originalSize ?? 0];
  if (sizes.some((size) => size > MAX_PEM_LENGTH)) return err(keyProblems.zipBomb());
  const privateKey = unpack(zip, privateFile.name);
  if (privateKey === undefined) return err(keyProblems.zipDamaged());
  const publicKey = publicFile && unpack(zip, publicFile.name);
  return ok(publicKey === undefined ? { privateKey } : { privateKey, publicKey });
};

/** File names, without folders and control characters, cut to what fits into a sentence. */
const nameList = (files: readonly UnzipFileInfo[]): string => {
  const names = files.map(({ name }) => (name.split('/').at(-1) ?? '').replace(/[^\p{L}\p{N}._ -]/gu, '·'));
  const shown = names.slice(0, 5).map((name) => name.slice(0, 40));
  return shown.length === 0 ? '—' : shown.join(', ') + (names.length > 5 ? ' …' : '');
};
