import { basename } from 'node:path';
import { z } from 'zod';
import type { AppError, Localized } from '../../contract/app-error.ts';
import { err, ok, type Result } from '../../contract/result.ts';
import type { DocumentFile } from '../ports.ts';
import { setAside } from '../settings/set-aside.ts';
import { vaultProblems } from './vault-problems.ts';

/** Sealed secrets on disk, by account. */
export type SealedFile<T> = Readonly<{
  get: (accountId: string) => Result<T | undefined>;
  accountIds: () => readonly string[];
  /** Stores or, with undefined, removes. Either all of it is on disk, or nothing has changed. */
  set: (accountId: string, entry: T | undefined) => Result<null>;
}>;

export type SealedFileOptions = Readonly<{
  file: DocumentFile;
  now: () => number;
  /** Told when a damaged file was put aside. */
  report: (text: Localized) => void;
}>;

const errorCode = (failure: unknown): string => {
  const code: unknown = failure instanceof Error ? Reflect.get(failure, 'code') : undefined;
  return typeof code === 'string' ? code : 'unknown';
};

/** Opens the file. A damaged one is set aside, never overwritten. */
export const openSealedFile = <T>(
  { file, now, report }: SealedFileOptions,
  entrySchema: z.ZodType<T>,
): SealedFile<T> => {
  /** A file that was never written reads as an empty object. */
  const documentSchema = z.object({
    version: z.literal(1).default(1),
    keys: z.record(z.string(), entrySchema).default({}),
  });

  const load = (): Result<Readonly<Record<string, T>>> => {
    try {
      const parsed = documentSchema.safeParse(file.read());
      if (parsed.success) return ok(parsed.data.keys);
    } catch (failure) {
      if (!(failure instanceof SyntaxError)) return err(vaultProblems.notReadable(errorCode(failure)));
    }
    return putAside();
  };

  const putAside = (): Result<Readonly<Record<string, T>>> => {
    try {
      const name = basename(setAside(file.path, now()));
      report({
        en: `The file of keys was damaged. It was kept as ${name}. Enter the keys again.`,
        'zh-CN': `密钥文件已损坏，已另存为 ${name}。请重新录入密钥。`,
      });
      return ok({});
    } catch (failure) {
      return err(vaultProblems.notReadable(errorCode(failure)));
    }
  };

  let keys = load();

  const write = (next: Readonly<Record<string, T>>): AppError | undefined => {
    try {
      file.write({ version: 1, keys: next });
      return undefined;
    } catch (failure) {
      return vaultProblems.notSaved(errorCode(failure));
    }
  };

  return {
    get: (accountId) => (keys.ok ? ok(ownEntry(keys.value, accountId)) : keys),
    accountIds: () => (keys.ok ? Object.keys(keys.value) : []),
    set: (accountId, entry) => {
      if (!keys.ok) return keys;
      if (entry === undefined && !Object.hasOwn(keys.value, accountId)) return ok(null);
      const others = Object.entries(keys.value).filter(([id]) => id !== accountId);
      const next = Object.fromEntries(entry === undefined ? others : [...others, [accountId, entry]]);
      const problem = write(next);
      if (problem !== undefined) return err(problem);
      keys = ok(next);
      return ok(null);
    },
  };
};

/** Not an inherited property, should an account be called `constructor`. */
const ownEntry = <T>(keys: Readonly<Record<string, T>>, id: string): T | undefined =>
  Object.hasOwn(keys, id) ? keys[id] : undefined;
