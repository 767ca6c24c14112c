import { DatabaseSync, type SQLInputValue, type StatementSync } from 'node:sqlite';

/** How surely a commit is on the disk: `normal` outlives a killed process, `full` also a power cut. */
export type Durability = 'normal' | 'full';

/** 64 MB: the upper levels of all indexes of a million comments (measured: 3 × fewer reads than the default 2 MB). */
const CACHE_KIB = 65_536;
/** Another program may hold the file for a moment; longer would hold up everything else here. */
const BUSY_MS = 300;
const INCREMENTAL = 2;
/** 8 MB of log before it goes into the file: a page that is written again and again then goes once. */
const CHECKPOINT_PAGES = 2000;
/** 64 MB, where another thread copies the log: reached only when that does not keep up. */
const LEFT_TO_OTHERS_PAGES = 16_000;

export type DatabaseOptions = {
  readonly durability: Durability;
  /** The log is copied into the file by somebody else. */
  readonly checkpointed?: boolean;
};

/**
 * One open SQLite file. Statements are prepared once. Row types are the caller's word: nothing but this folder's own
 * schema is ever read through here.
 */
export const openDatabase = (file: string, { durability, checkpointed = false }: DatabaseOptions) => {
  const sqlite = new DatabaseSync(file, { timeout: BUSY_MS, enableForeignKeyConstraints: true });
  const prepared = new Map<string, StatementSync>();

  const statement = (sql: string): StatementSync => {
    const known = prepared.get(sql);
    if (known !== undefined) return known;
    const made = sqlite.prepare(sql);
    prepared.set(sql, made);
    return made;
  };

  const configure = () => {
    // Lets a shrunken history give its space back. Set on a new file only: it writes, even where nothing changes.
    const { auto_vacuum: current } = sqlite.prepare('PRAGMA auto_vacuum').get() ?? {};
    if (current !== INCREMENTAL) sqlite.exec(`PRAGMA auto_vacuum = ${INCREMENTAL}`);
    sqlite.exec('PRAGMA journal_mode = WAL');
    sqlite.exec(`PRAGMA synchronous = ${durability.toUpperCase()}`);
    // Without it macOS only hands the data to the drive, which may still lose it (sqlite.org/pragma.html).
    if (durability === 'full') sqlite.exec('PRAGMA fullfsync = ON');
    sqlite.exec(`PRAGMA cache_size = -${CACHE_KIB}`);
    sqlite.exec(`PRAGMA wal_autocheckpoint = ${checkpointed ? LEFT_TO_OTHERS_PAGES : CHECKPOINT_PAGES}`);
    // Zeroes what is deleted inside a page, so that a person's deleted words are not left behind in the file.
    sqlite.exec('PRAGMA secure_delete = FAST');
    sqlite.exec('PRAGMA temp_store = MEMORY');
  };

  try {
    configure();
  } catch (error) {
    sqlite.close();
    throw error;
  }

  const rollBack = () => {
    // SQLite has already rolled back by itself after a full disk or an I/O error.
    if (sqlite.isTransaction) sqlite.exec('ROLLBACK');
  };

  return {
    exec: (sql: string): void => sqlite.exec(sql),
    run: (sql: string, ...values: SQLInputValue[]): number => Number(statement(sql).run(...values).changes),
    get: <Row>(sql: string, ...values: SQLInputValue[]): Row | undefined =>
      statement(sql).get(...values) as Row | undefined,
    all: <Row>(sql: string, ...values: SQLInputValue[]): Row[] => statement(sql).all(...values) as Row[],
    iterate: <Row>(sql: string, ...values: SQLInputValue[]): IterableIterator<Row> =>
      statement(sql).iterate(...values) as IterableIterator<Row>,
    /** Runs it whole or not at all. */
    transaction: <T>(run: () => T): T => {
      sqlite.exec('BEGIN IMMEDIATE');
      try {
        const value = run();
        sqlite.exec('COMMIT');
        return value;
      } catch (error) {
        rollBack();
        throw error;
      }
    },
    /** For a transaction that was begun with `exec` and cannot go on. */
    rollBack,
    close: (): void => {
      prepared.clear();
      if (sqlite.isOpen) sqlite.close();
    },
  };
};
export type Database = ReturnType<typeof openDatabase>;
