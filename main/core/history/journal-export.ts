import { type FileHandle, open, rename, rm } from 'node:fs/promises';
import { ok, type Result } from '../../contract/result.ts';
import { canonicalJson, GENESIS } from './canonical.ts';
import { csvLine, UTF8_BOM } from './csv.ts';
import type { Journal } from './journal.ts';
import type { EntryFilter } from './journal-entries.ts';
import type { EntryState } from './journal-fold.ts';
import { storageError } from './storage-error.ts';

/** Pieces of a file; an error ends it. */
type Pieces = AsyncGenerator<Result<string>>;

const ENTRIES_PER_READ = 500;

/**
 * The whole chain as JSON Lines: one event a line with its hash and the one before, and a last line with the number
 * of events and the head, so that a cut is seen. `journal:verify` checks such a file.
 */
export const chainLines = async function* (journal: Journal): Pieces {
  const head = journal.head();
  if (!head.ok) return yield head;
  let previous = GENESIS;
  for (let read = 0; read < head.value.n; ) {
    const links = journal.links(read);
    if (!links.ok) return yield links;
    let lines = '';
    for (const { body, hash } of links.value.slice(0, head.value.n - read)) {
      lines += `{"event":${body},"hash":"${hash}","previous":"${previous}"}\n`;
      previous = hash;
    }
    if (links.value.length === 0) break;
    read += links.value.length;
    yield ok(lines);
  }
  yield ok(`${canonicalJson({ end: { events: head.value.n, head: head.value.hash } })}\n`);
};

const COLUMNS = [
  'time (UTC)',
  'room',
  'room key',
  'moderator',
  'action',
  'user ID',
  'nickname',
  'seconds',
  'comment ID',
  'notice',
  'reason',
  'original text',
  'status',
  'confirmed',
  'service code',
  'service info',
  'error',
  'requests',
  'undoes',
  'undone by',
  'entry ID',
];

const entryLine = ({ entry, answers }: EntryState): string => {
  const { action, error } = entry;
  return csvLine([
    new Date(entry.at).toISOString(),
    entry.roomName,
    entry.roomKey,
    entry.actor,
    action.type,
    'userId' in action ? action.userId : undefined,
    'nick' in action ? action.nick : undefined,
    'seconds' in action ? action.seconds : undefined,
    'itemId' in action ? action.itemId : undefined,
    'text' in action ? action.text : undefined,
    entry.reason,
    entry.original,
    entry.status,
    entry.confirmed ? 'yes' : 'no',
    error?.vendor?.code,
    error?.vendor?.info,
    error?.text.en,
    answers.map(({ request, code, info }) => `${request} → ${code} ${info}`.trimEnd()).join('; '),
    entry.undoes,
    entry.undoneBy,
    entry.id,
  ]);
};

/** The entries that pass the filter as CSV, newest first, for spreadsheets. */
export const entryTable = async function* (journal: Journal, filter: EntryFilter = {}): Pieces {
  yield ok(UTF8_BOM + csvLine(COLUMNS));
  let before = filter.before;
  for (;;) {
    const states = journal.find({ ...filter, before }, ENTRIES_PER_READ);
    if (!states.ok) return yield states;
    if (states.value.length === 0) return;
    yield ok(states.value.map(entryLine).join(''));
    before = states.value.at(-1)?.entry.id;
  }
};

const writeAll = async (handle: FileHandle, pieces: Pieces): Promise<Result<undefined>> => {
  for await (const piece of pieces) {
    if (!piece.ok) return piece;
    await handle.write(piece.value);
  }
  await handle.sync();
  return ok(undefined);
};

const writeTo = async (path: string, pieces: Pieces): Promise<Result<undefined>> => {
  const handle = await open(path, 'w');
  try {
    return await writeAll(handle, pieces);
  } finally {
    await handle.close();
  }
};

/** Writes pieces to a file that appears whole or not at all. */
export const writeExport = async (file: string, pieces: Pieces): Promise<Result<undefined>> => {
  const unfinished = `${file}.part`;
  try {
    const written = await writeTo(unfinished, pieces);
    if (written.ok) await rename(unfinished, file);
    else await rm(unfinished, { force: true });
    return written;
  } catch (error) {
    await rm(unfinished, { force: true });
    const failure = storageError(error);
    if (failure === undefined) throw error;
    return { ok: false, error: failure };
  }
};
