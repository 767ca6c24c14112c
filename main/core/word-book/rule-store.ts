import { existsSync, renameSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import type { Localized } from '../../contract/app-error.ts';
import type { WordBook } from '../../contract/models/word-rule.ts';
import { ok, type Result } from '../../contract/result.ts';
import type { Database } from '../history/database.ts';
import { IN_MEMORY, openStore, type StoreFile } from '../history/open-store.ts';
import { storageError } from '../history/storage-error.ts';
import type { Clock, DocumentFile } from '../ports.ts';
import { openDocument } from '../settings/documents.ts';
import { bookOfRows, readRows, rescueRows, type StoredRows } from './rule-rows.ts';
import { ruleSchema } from './rule-schema.ts';
import { createRuleWriter } from './rule-writer.ts';
import type { BookChange } from './word-book.ts';
import { wordsDocumentSchema } from './words-document.ts';

const unreadable = (count: number): Localized => ({
  en: `${count} of the word rules could not be read and were left out. Look through the list of rules.`,
  'zh-CN': `有 ${count} 条词语规则无法读取，已跳过。请检查规则列表。`,
});
const rescued = (count: number): Localized => ({
  en: `${count} word rules could be read from the damaged file and are in force. Look through the list of rules.`,
  'zh-CN': `已从损坏的文件中恢复 ${count} 条词语规则并启用。请检查规则列表。`,
});

/** The rules of an earlier Livedeck, which kept them in one JSON document. */
const readDocument = (
  file: DocumentFile,
  now: () => number,
  report: (text: Localized) => void,
): StoredRows | undefined => {
  if (!existsSync(file.path)) return undefined;
  const stored = openDocument({ file, schema: wordsDocumentSchema, now, report }).get();
  if (stored.groups === null) return undefined;
  const facts = { groups: stored.groups, settings: stored.settings };
  return {
    lines: stored.pages.flatMap((page) => page.split('\n')),
    facts: new Map(Object.entries(facts).map(([name, value]) => [name, JSON.stringify(value)])),
  };
};

/** The old document stays beside the new file, so that nothing is lost if somebody goes back. */
const retireDocument = ({ path }: DocumentFile) => {
  if (existsSync(path)) renameSync(path, join(dirname(path), `${basename(path, '.json')}.moved.json`));
};

type Opened = {
  readonly db: Database;
  readonly rows: StoredRows;
  readonly damaged: string | undefined;
  /** False where the rules are kept for this run only. */
  readonly onDisk: boolean;
};

const openRows = (store: Omit<StoreFile, 'probe' | 'steps' | 'durability'>): Result<Opened> => {
  let rows: StoredRows = { lines: [], facts: new Map() };
  const opened = openStore({
    ...store,
    durability: 'normal',
    steps: ruleSchema,
    // Damage anywhere shows here, where the file can still be set aside.
    probe: (db) => {
      rows = readRows(db);
    },
  });
  if (!opened.ok) return opened;
  const { db, damaged } = opened.value;
  // A long write goes to the disk as it comes, not at its end, where it would hold everything up.
  db.exec('PRAGMA cache_size = -1024');
  db.exec('PRAGMA wal_autocheckpoint = 250');
  return ok({ db, rows, damaged, onDisk: store.file !== IN_MEMORY });
};

/** The stored word book: rules in a file of their own, read once, and only what changed is written. */
export const openRuleStore = (options: {
  /** Path of the file, or {@link IN_MEMORY}. */
  readonly file: string;
  /** Where an earlier Livedeck kept the rules. */
  readonly document: DocumentFile;
  readonly clock: Pick<Clock, 'now' | 'setTimeout' | 'clearTimeout'>;
  readonly report: (text: Localized) => void;
  /** What the book holds before anybody wrote a rule. */
  readonly first: () => WordBook;
  readonly facts: () => Omit<WordBook, 'rules'>;
}) => {
  const { file, document, clock, report, facts } = options;
  const { now } = clock;

  const open = (): Opened => {
    const opened = openRows({ file, now, report });
    if (opened.ok) return opened.value;
    report(opened.error.text);
    const inMemory = openRows({ file: IN_MEMORY, now, report });
    if (!inMemory.ok) throw new Error('A word book in memory could not be opened');
    return inMemory.value;
  };
  const { db, rows, damaged, onDisk } = open();

  const told = ({ book, unread }: ReturnType<typeof bookOfRows>): WordBook => {
    if (unread > 0) report(unreadable(unread));
    return book;
  };
  /** A file that was never written: rules come from the damaged one before it, or from the old document. */
  const brought = (): { readonly book: WordBook; readonly moved: boolean } => {
    const saved = damaged === undefined ? undefined : rescueRows(damaged);
    if (saved !== undefined && saved.lines.length + saved.facts.size > 0) {
      const book = told(bookOfRows(saved));
      report(rescued(book.rules.length));
      return { book, moved: false };
    }
    const old = readDocument(document, now, report);
    return old === undefined
      ? { book: options.first(), moved: false }
      : { book: told(bookOfRows(old)), moved: true };
  };

  const isNew = !rows.facts.has('groups');
  const start = isNew ? brought() : { book: told(bookOfRows(rows)), moved: false };
  let known: Omit<WordBook, 'rules'> = start.book;
  const writer = createRuleWriter({ db, clock, facts: () => known, report });
  if (isNew) {
    writer.note({ changed: start.book.rules, removed: [] });
    writer.flush();
    if (start.moved && onDisk && readsBack(db, start.book.rules.length)) retireDocument(document);
  }

  return {
    book: start.book,
    save: (change: BookChange) => {
      known = facts();
      writer.note(change);
    },
    flush: writer.flush,
    dispose: () => {
      writer.flush();
      db.close();
    },
  };
};
export type RuleStore = ReturnType<typeof openRuleStore>;

/** Whether the moved rules are in the new file: only then may the old one go. */
const readsBack = (db: Database, count: number): boolean => {
  try {
    return db.get<{ n: number }>('SELECT count(*) AS n FROM rules')?.n === count;
  } catch (error) {
    if (storageError(error) === undefined) throw error;
    return false;
  }
};
