import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import { DatabaseSync } from 'node:sqlite';
import { z } from 'zod';
import { type AppError, appError, type Localized } from '../../contract/app-error.ts';
import { err, type Result } from '../../contract/result.ts';
import { canonicalJson, GENESIS } from './canonical.ts';
import { createChainCheck, endLineSchema, type SoundJournal } from './chain.ts';
import { sqliteCode, storageError } from './storage-error.ts';
import { strictLines } from './strict-lines.ts';

const SQLITE_MAGIC = 'SQLite format 3\0';

const refuse = (code: 'damaged' | 'not-found' | 'invalid-input', text: Localized): AppError =>
  appError(code, text);

const notAJournal = refuse('invalid-input', {
  en: 'This file is neither a Livedeck journal nor a JSON Lines export of one.',
  'zh-CN': '该文件既不是 Livedeck 操作日志，也不是其 JSON Lines 导出文件。',
});
const noEnd = refuse('damaged', {
  en: 'The last line with the number of events is missing: the file was cut off.',
  'zh-CN': '缺少记录总数的最后一行：文件被截断。',
});
const afterEnd = refuse('damaged', {
  en: 'There are lines after the end of the journal.',
  'zh-CN': '日志结尾之后还有多余的行。',
});
const oddLine = (line: number): AppError =>
  refuse('damaged', {
    en: `Line ${line} was changed: it is not as Livedeck writes it.`,
    'zh-CN': `第 ${line} 行被改动：不是 Livedeck 写入的格式。`,
  });

const eventLineSchema = z.strictObject({ event: z.unknown(), hash: z.string(), previous: z.string() });
const lineSchema = z.union([endLineSchema, eventLineSchema]);

const parseLine = (line: string): z.infer<typeof lineSchema> | undefined => {
  try {
    const parsed = lineSchema.safeParse(JSON.parse(line));
    return parsed.success && canonicalJson(parsed.data) === line ? parsed.data : undefined;
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
};

/** Checks an export line by line; every byte of it must be as it was written. */
export const verifyLines = async (lines: AsyncIterable<string>): Promise<Result<SoundJournal>> => {
  const check = createChainCheck();
  let previous = GENESIS;
  let read = 0;
  let end: Result<SoundJournal> | undefined;
  for await (const line of lines) {
    read += 1;
    if (end !== undefined) return err(afterEnd);
    const parsed = parseLine(line);
    if (parsed === undefined) return err(read === 1 ? notAJournal : oddLine(read));
    if ('end' in parsed) {
      end = check.finish(parsed.end);
      if (!end.ok) return end;
      continue;
    }
    if (parsed.previous !== previous) return err(oddLine(read));
    const broken = check.add({ n: read, body: canonicalJson(parsed.event), hash: parsed.hash });
    if (broken !== undefined) return err(broken);
    previous = parsed.hash;
  }
  if (end !== undefined) return end;
  return err(read === 0 ? notAJournal : noEnd);
};

const headSchema = z.object({ n: z.number(), hash: z.string() });
const linkSchema = z.object({ n: z.number(), body: z.string(), hash: z.string() });

const verifyTables = (db: DatabaseSync): Result<SoundJournal> => {
  const check = createChainCheck();
  for (const row of db.prepare('SELECT n, body, hash FROM events ORDER BY n').iterate()) {
    const link = linkSchema.safeParse(row);
    const broken = link.success ? check.add(link.data) : notAJournal;
    if (broken !== undefined) return err(broken);
  }
  const head = headSchema.safeParse(db.prepare('SELECT n, hash FROM head').get() ?? { n: 0, hash: GENESIS });
  return head.success ? check.finish({ events: head.data.n, head: head.data.hash }) : err(notAJournal);
};

const verifyDatabase = (file: string): Result<SoundJournal> => {
  let db: DatabaseSync | undefined;
  try {
    db = new DatabaseSync(file, { readOnly: true });
    return verifyTables(db);
  } catch (error) {
    const failure = storageError(error);
    if (failure !== undefined) return err(failure);
    // Any other refusal of SQLite: the tables are not those of a journal.
    if (sqliteCode(error) !== undefined) return err(notAJournal);
    throw error;
  } finally {
    db?.close();
  }
};

const isDatabase = async (file: string): Promise<boolean> => {
  const handle = await open(file, 'r');
  try {
    const { buffer, bytesRead } = await handle.read(
      Buffer.alloc(SQLITE_MAGIC.length),
      0,
      SQLITE_MAGIC.length,
      0,
    );
    return bytesRead === SQLITE_MAGIC.length && buffer.toString('latin1') === SQLITE_MAGIC;
  } finally {
    await handle.close();
  }
};

/** Checks a journal's database file or an exported JSON Lines file. */
export const verifyFile = async (file: string): Promise<Result<SoundJournal>> => {
  try {
    return (await isDatabase(file))
      ? verifyDatabase(file)
      : await verifyLines(strictLines(createReadStream(file)));
  } catch (error) {
    const errno = error instanceof Error && 'code' in error ? error.code : undefined;
    if (typeof errno !== 'string') throw error;
    return err(
      refuse('not-found', {
        en: `The file ${file} cannot be read (${errno}).`,
        'zh-CN': `无法读取文件 ${file}（${errno}）。`,
      }),
    );
  }
};
