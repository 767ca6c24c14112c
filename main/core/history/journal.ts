import type { Localized } from '../../contract/app-error.ts';
import { appError } from '../../contract/app-error.ts';
import type { JournalEntry } from '../../contract/models/action.ts';
import { err, ok, type Result } from '../../contract/result.ts';
import type { Clock, Log } from '../ports.ts';
import { canonicalJson, chainHash, GENESIS } from './canonical.ts';
import type { Link, SoundJournal } from './chain.ts';
import type { Database } from './database.ts';
import { createEntries, type Entries, type EntryFilter } from './journal-entries.ts';
import { journalEventSchema, type NewJournalEvent } from './journal-events.ts';
import { type EntryState, foldEvent } from './journal-fold.ts';
import { journalSchema } from './journal-schema.ts';
import { verifyJournal } from './journal-verify.ts';
import { openStore } from './open-store.ts';
import { storageError } from './storage-error.ts';

export type JournalOptions = {
  /** Path of the SQLite file; a file of its own, so that trouble with the history cannot touch it. */
  readonly file: string;
  readonly clock: Pick<Clock, 'now'>;
  readonly log: Log;
  readonly report: (text: Localized) => void;
};

export type Head = { readonly n: number; readonly hash: string };

const EVENTS_PER_READ = 500;

const readHead = (db: Database): Head =>
  db.get<Head>('SELECT n, hash FROM head WHERE one = 1') ?? { n: 0, hash: GENESIS };

const probe = (db: Database) => {
  db.all('SELECT * FROM events ORDER BY n DESC LIMIT 20');
  db.all('SELECT * FROM entries ORDER BY n DESC LIMIT 20');
  readHead(db);
};

/** Writes events at the end of the chain and folds them into entries. Call inside a transaction. */
const write = (
  db: Database,
  entries: Entries,
  events: readonly NewJournalEvent[],
  at: number,
): EntryState[] => {
  let { n, hash } = readHead(db);
  const states = events.map((event) => {
    n += 1;
    // Parsed, so that nothing is chained which the check would not find again: failures may carry more than is kept.
    const numbered = journalEventSchema.parse({ ...event, n, at });
    const body = canonicalJson(numbered);
    hash = chainHash(hash, body);
    db.run('INSERT INTO events (n, body, hash) VALUES (?, ?, ?)', n, body, hash);
    const state = foldEvent(entries.get(event.entryId), numbered);
    entries.put(state);
    return state;
  });
  db.run(
    `INSERT INTO head (one, n, hash) VALUES (1, ?, ?)
     ON CONFLICT (one) DO UPDATE SET n = excluded.n, hash = excluded.hash`,
    n,
    hash,
  );
  return states;
};

type Waiting = {
  readonly events: readonly NewJournalEvent[];
  readonly done: (answer: Result<EntryState[]>) => void;
  readonly fail: (bug: unknown) => void;
};

/**
 * The journal of all actions: append-only, hash-chained, on the disk before `append` answers. A damaged file is set
 * aside and reported; a new chain begins.
 */
export const openJournal = (options: JournalOptions): Result<Journal> => {
  const { clock, log } = options;
  const opened = openStore({
    file: options.file,
    durability: 'full',
    steps: journalSchema,
    probe,
    now: clock.now,
    report: options.report,
  });
  if (!opened.ok) return opened;
  const { db } = opened.value;
  const entries = createEntries(db);
  let closed = false;
  let waiting: Waiting[] = [];

  const guard = <T>(run: () => T): Result<T> => {
    if (closed) return err(journalClosed);
    try {
      return ok(run());
    } catch (error) {
      const failure = storageError(error);
      if (failure === undefined) throw error;
      log.error('journal storage failed', { code: failure.code, cause: String(error) });
      return err(failure);
    }
  };

  const append = (events: readonly NewJournalEvent[]): Result<EntryState[]> =>
    guard(() => db.transaction(() => write(db, entries, events, clock.now())));

  const flush = () => {
    const group = waiting;
    waiting = [];
    if (group.length === 0) return;
    let answer: Result<EntryState[]>;
    try {
      answer = append(group.flatMap(({ events }) => events));
    } catch (bug) {
      for (const { fail } of group) fail(bug);
      return;
    }
    let taken = 0;
    for (const { events, done } of group) {
      done(answer.ok ? ok(answer.value.slice(taken, taken + events.length)) : answer);
      taken += events.length;
    }
  };

  return ok({
    append,
    appendSoon: (events) =>
      new Promise((done, fail) => {
        if (waiting.length === 0) setImmediate(flush);
        waiting.push({ events, done, fail });
      }),
    entry: (id) => guard(() => entries.get(id)),
    find: (filter, limit) => guard(() => entries.find(filter, limit)),
    batch: (batch) => guard(() => entries.batch(batch)),
    latestDone: (whose, types) => guard(() => entries.latestDone(whose, types)),
    countByType: (app, userId) => guard(() => entries.countByType(app, userId)),
    recent: (limit, filter = {}) => guard(() => entries.find(filter, limit).map((state) => state.entry)),
    names: () => guard(() => entries.names()),
    head: () => guard(() => readHead(db)),
    links: (after, most = EVENTS_PER_READ) =>
      guard(() =>
        db.all<Link>('SELECT n, body, hash FROM events WHERE n > ? ORDER BY n LIMIT ?', after, most),
      ),
    verify() {
      return verifyJournal(this);
    },
    dispose: () => {
      flush();
      closed = true;
      db.close();
    },
  });
};

const journalClosed = appError('not-ready', {
  en: 'The journal is closed.',
  'zh-CN': '操作日志已关闭。',
});

export type Journal = {
  /** Writes events; they are on the disk when this answers. The entries as they stand after each. */
  readonly append: (events: readonly NewJournalEvent[]) => Result<EntryState[]>;
  /** The same a moment later, together with what else comes meanwhile: one wait for the disk instead of many. */
  readonly appendSoon: (events: readonly NewJournalEvent[]) => Promise<Result<EntryState[]>>;
  readonly entry: (id: string) => Result<EntryState | undefined>;
  /** Newest first. */
  readonly find: (filter: EntryFilter, limit: number) => Result<EntryState[]>;
  /** All entries of one act. */
  readonly batch: (batch: string) => Result<EntryState[]>;
  /** The newest entry that succeeded, of each user in a room, or of one user in each room of an app. */
  readonly latestDone: (...which: Parameters<Entries['latestDone']>) => Result<EntryState[]>;
  /** How often each kind of action succeeded against a user and was not undone. */
  readonly countByType: (app: number, userId: string) => Result<ReadonlyMap<string, number>>;
  /** Newest first, as windows see them. */
  readonly recent: (limit: number, filter?: EntryFilter) => Result<JournalEntry[]>;
  /** Everybody who acted and where, for the choices of a filter. */
  readonly names: () => Result<ReturnType<Entries['names']>>;
  readonly head: () => Result<Head>;
  /** Events as stored, after a number, a bounded many at a time. */
  readonly links: (after: number, most?: number) => Result<Link[]>;
  /** Recomputes the whole chain and holds the entries against it. */
  readonly verify: () => Promise<Result<SoundJournal>>;
  readonly dispose: () => void;
};
