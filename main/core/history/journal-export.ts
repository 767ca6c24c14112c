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

/** A part of an export; `next` goes on, absent at the end. */
export type ExportPiece = { readonly piece: string; readonly next?: string };

/** Where an export of the chain is: how many events are written, and how many there were when it began. */
const readPlace = (
  next: string | undefined,
  head: number,
): { readonly read: number; readonly end: number } => {
  const [read = 0, end = head] = (next ?? '').split('/').map(Number);
  const known = Number.isInteger(read) && Number.isInteger(end) && read >= 0 && read <= end && end <= head;
  return next !== undefined && known ? { read, end } : { read: 0, end: head };
};

const hashAt = (journal: Journal, n: number): Result<string> => {
  if (n === 0) return ok(GENESIS);
  const links = journal.links(n - 1, 1);
  if (!links.ok) return links;
  return ok(links.value[0]?.hash ?? GENESIS);
};

/**
 * The whole chain as JSON Lines: one event a line with its hash and the one before, and a last line with the number
 * of events and the head, so that a cut is seen. `journal:verify` checks such a file.
 */
export const chainPiece = (journal: Journal, next?: string): Result<ExportPiece> => {
  const head = journal.head();
  if (!head.ok) return head;
  const { read, end } = readPlace(next, head.value.n);
  const before = hashAt(journal, read);
  if (!before.ok) return before;
  const links = journal.links(read);
  if (!links.ok) return links;
  const taken = links.value.slice(0, end - read);
  let previous = before.value;
  let piece = '';
  for (const { body, hash } of taken) {
    piece += `{"event":${body},"hash":"${hash}","previous":"${previous}"}\n`;
    previous = hash;
  }
  const done = read + taken.length;
  if (done < end && taken.length > 0) return ok({ piece, next: `${done}/${end}` });
  return ok({ piece: `${piece}${canonicalJson({ end: { events: done, head: previous } })}\n` });
};

/** All pieces of an export, one after the other. */
export const allPieces = async function* (from: (next?: string) => Result<ExportPiece>): Pieces {
  for (let next: string | undefined = ''; next !== undefined; ) {
    const answer: Result<ExportPiece> = from(next === '' ? undefined : next);
    if (!answer.ok) return yield answer;
    yield ok(answer.value.piece);
    next = answer.value.next;
  }
};

export const chainLines = (journal: Journal): Pieces => allPieces((next) => chainPiece(journal, next));

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
export const tablePiece = (journal: Journal, filter: EntryFilter, next?: string): Result<ExportPiece> => {
  const states = journal.find({ ...filter, before: next ?? filter.before }, ENTRIES_PER_READ);
  if (!states.ok) return states;
  const head = next === undefined ? UTF8_BOM + csvLine(COLUMNS) : '';
  const piece = head + states.value.map(entryLine).join('');
  const last = states.value.at(-1)?.entry.id;
  return ok(last === undefined || states.value.length < ENTRIES_PER_READ ? { piece } : { piece, next: last });
};

export const entryTable = (journal: Journal, filter: EntryFilter = {}): Pieces =>
  allPieces((next) => tablePiece(journal, filter, next));

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
