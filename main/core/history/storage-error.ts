import { type AppError, appError } from '../../contract/app-error.ts';

/** SQLite's primary result codes that can meet a healthy program (sqlite.org/rescode.html). */
const PERM = 3;
const BUSY = 5;
const LOCKED = 6;
const READONLY = 8;
const IOERR = 10;
const CORRUPT = 11;
const FULL = 13;
const CANTOPEN = 14;
const AUTH = 23;
const NOTADB = 26;

/** SQLite's primary result code of a thrown value; absent where SQLite did not throw it. */
export const sqliteCode = (error: unknown): number | undefined => {
  if (!(error instanceof Error) || !('errcode' in error)) return undefined;
  // Extended codes carry the primary one in their low byte.
  return typeof error.errcode === 'number' ? error.errcode & 0xff : undefined;
};

const full = appError(
  'storage',
  {
    en: 'The disk is full; nothing more can be stored.',
    'zh-CN': '磁盘已满，无法继续保存数据。',
  },
  {
    remedy: {
      en: 'Free some space. What waits is stored as soon as there is room.',
      'zh-CN': '请清理磁盘空间。腾出空间后，等待中的数据会自动保存。',
    },
    retryable: true,
  },
);

const readOnly = appError(
  'storage',
  {
    en: 'The data folder cannot be written.',
    'zh-CN': '数据文件夹无法写入。',
  },
  {
    remedy: {
      en: 'Check that the folder exists and that you may write to it, then start Livedeck again.',
      'zh-CN': '请确认该文件夹存在且有写入权限，然后重新启动 Livedeck。',
    },
  },
);

const busy = appError(
  'storage',
  {
    en: 'Another program is using Livedeck’s data file.',
    'zh-CN': '另一个程序正在使用 Livedeck 的数据文件。',
  },
  {
    remedy: {
      en: 'Close other copies of Livedeck and programs that opened the file.',
      'zh-CN': '请关闭其他 Livedeck 窗口以及打开了该文件的程序。',
    },
    retryable: true,
  },
);

const unreadable = appError(
  'storage',
  {
    en: 'The disk did not answer while data was stored or read.',
    'zh-CN': '读写数据时磁盘没有响应。',
  },
  {
    remedy: { en: 'Check the disk or its cable.', 'zh-CN': '请检查磁盘或其连接。' },
    retryable: true,
  },
);

const damaged = appError(
  'damaged',
  { en: 'The data file is damaged.', 'zh-CN': '数据文件已损坏。' },
  {
    remedy: {
      en: 'Start Livedeck again: it keeps the damaged file under another name and begins a new one.',
      'zh-CN': '请重新启动 Livedeck：损坏的文件会另存，并新建一个文件。',
    },
  },
);

const known: Readonly<Record<number, AppError>> = {
  [PERM]: readOnly,
  [BUSY]: busy,
  [LOCKED]: busy,
  [READONLY]: readOnly,
  [IOERR]: unreadable,
  [CORRUPT]: damaged,
  [FULL]: full,
  [CANTOPEN]: readOnly,
  [AUTH]: readOnly,
  [NOTADB]: damaged,
};

const folderTrouble = new Set(['EACCES', 'EPERM', 'EROFS', 'ENOENT', 'ENOTDIR', 'EEXIST', 'EISDIR']);

/** What a failure of the storage means to people; absent for anything else, which is a bug and should go on flying. */
export const storageError = (error: unknown): AppError | undefined => {
  const code = sqliteCode(error);
  if (code !== undefined) return known[code];
  const errno = error instanceof Error && 'code' in error ? error.code : undefined;
  if (errno === 'ENOSPC') return full;
  return typeof errno === 'string' && folderTrouble.has(errno) ? readOnly : undefined;
};
