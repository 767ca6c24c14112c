import { existsSync, mkdirSync, rmSync } from 'node:fs';
import { basename, dirname } from 'node:path';
import { type AppError, appError, type Localized } from '../../contract/app-error.ts';
import { err, ok, type Result } from '../../contract/result.ts';
import { setAside } from '../settings/set-aside.ts';
import { type Database, type DatabaseOptions, openDatabase } from './database.ts';
import { migrate, NewerSchema } from './migrate.ts';
import { storageError } from './storage-error.ts';

export const IN_MEMORY = ':memory:';

export type StoreFile = DatabaseOptions & {
  /** Path of the file, or {@link IN_MEMORY}. */
  readonly file: string;
  readonly steps: readonly string[];
  /** Reads that must work in a sound file; a throw means damage. */
  readonly probe: (db: Database) => void;
  readonly now: () => number;
  /** Tells the person that the file was damaged, and under which name it was kept. */
  readonly report: (text: Localized) => void;
};

const companions = ['', '-wal', '-shm'] as const;

const setAsideStore = ({ file, now, report }: StoreFile): string => {
  const at = now();
  const kept = companions.flatMap((ending) =>
    existsSync(file + ending) ? [setAside(file + ending, at)] : [],
  );
  const name = basename(kept[0] ?? file);
  report({
    en: `The file ${basename(file)} was damaged. It was kept as ${name}, and a new one was begun.`,
    'zh-CN': `文件 ${basename(file)} 已损坏。已另存为 ${name}，并新建了一个文件。`,
  });
  return kept[0] ?? file;
};

const newer = (file: string): AppError =>
  appError(
    'storage',
    {
      en: `${basename(file)} was written by a newer Livedeck and cannot be read by this one.`,
      'zh-CN': `${basename(file)} 由更新版本的 Livedeck 写入，当前版本无法读取。`,
    },
    { remedy: { en: 'Install the newest Livedeck.', 'zh-CN': '请安装最新版本的 Livedeck。' } },
  );

const tryOpen = (store: StoreFile): Result<Database> => {
  let db: Database | undefined;
  try {
    if (store.file !== IN_MEMORY) mkdirSync(dirname(store.file), { recursive: true });
    db = openDatabase(store.file, store);
    migrate(db, store.steps);
    store.probe(db);
    return ok(db);
  } catch (error) {
    db?.close();
    if (error instanceof NewerSchema) return err(newer(store.file));
    const failure = storageError(error);
    if (failure === undefined) throw error;
    return err(failure);
  }
};

export type OpenedStore = {
  readonly db: Database;
  /** Where the damaged file went, if there was one. */
  readonly damaged?: string;
};

/** Opens a store; a damaged file is set aside under a dated name, reported, and replaced by a new one. */
export const openStore = (store: StoreFile): Result<OpenedStore> => {
  const opened = tryOpen(store);
  if (opened.ok) return ok({ db: opened.value });
  if (opened.error.code !== 'damaged' || store.file === IN_MEMORY) return opened;
  return replaceStore(store);
};

/** Sets a damaged store aside and begins a new one. The old handle must be closed. */
export const replaceStore = (store: StoreFile): Result<OpenedStore> => {
  try {
    const damaged = store.file === IN_MEMORY ? undefined : setAsideStore(store);
    const opened = tryOpen(store);
    if (!opened.ok) return opened;
    return ok(damaged === undefined ? { db: opened.value } : { db: opened.value, damaged });
  } catch (error) {
    const failure = storageError(error);
    if (failure === undefined) throw error;
    return err(failure);
  }
};

/** Deletes a store's files. The handle must be closed. */
export const removeStore = (file: string): void => {
  if (file === IN_MEMORY) return;
  for (const ending of companions) rmSync(file + ending, { force: true });
};
