import { existsSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import { z } from 'zod';
import {
  defaultWordSettings,
  ruleGroupSchema,
  type WordBook,
  type WordRule,
  wordSettingsSchema,
} from '../../contract/models/word-rule.ts';
import type { Database } from '../history/database.ts';
import { sqliteCode } from '../history/storage-error.ts';
import { readRuleLine } from './rule-lines.ts';

/** What a file of rules holds, as text. */
export type StoredRows = {
  readonly lines: readonly string[];
  /** `groups` and `settings`; absent in a file that was never written. */
  readonly facts: ReadonlyMap<string, string>;
};

type LinesRow = { readonly lines: string };

/** A thousand rules a row: 100 000 rows one by one take longer to come over than to read. A line of JSON has no line end. */
const ALL_LINES = `
SELECT group_concat(line, char(10) ORDER BY place) AS lines
FROM rules GROUP BY place / 1000 ORDER BY place / 1000`;
type FactRow = { readonly name: string; readonly body: string };

/** Reads a whole file; throws where any of it is damaged. */
export const readRows = (db: Database): StoredRows => ({
  lines: db.all<LinesRow>(ALL_LINES).flatMap(({ lines }) => lines.split('\n')),
  facts: new Map(db.all<FactRow>('SELECT name, body FROM facts').map(({ name, body }) => [name, body])),
});

const isSqlError = (error: unknown): boolean =>
  sqliteCode(error) !== undefined ||
  (error instanceof Error && 'code' in error && error.code === 'ERR_SQLITE_ERROR');

/** As many of a damaged table's values as come before the damage. */
const readWhile = (db: DatabaseSync, sql: string): readonly Record<string, unknown>[] => {
  const rows: Record<string, unknown>[] = [];
  try {
    for (const row of db.prepare(sql).iterate()) rows.push(row);
  } catch (error) {
    if (!isSqlError(error)) throw error;
  }
  return rows;
};

const lineRow = z.object({ line: z.string() });
const factRow = z.object({ name: z.string(), body: z.string() });

/** What can still be read of a damaged file, from both its ends: rules were written by hand and nothing else has them. */
export const rescueRows = (file: string): StoredRows => {
  const nothing: StoredRows = { lines: [], facts: new Map() };
  if (!existsSync(file)) return nothing;
  let db: DatabaseSync | undefined;
  try {
    db = new DatabaseSync(file, { readOnly: true });
    const ways = ['ASC', 'DESC'].flatMap((way) =>
      readWhile(db as DatabaseSync, `SELECT line FROM rules ORDER BY place ${way}`),
    );
    const lines = ways.flatMap((row) => lineRow.safeParse(row).data?.line ?? []);
    const facts = readWhile(db, 'SELECT name, body FROM facts').flatMap((row) => {
      const fact = factRow.safeParse(row).data;
      return fact === undefined ? [] : [[fact.name, fact.body] as const];
    });
    return { lines: [...new Set(lines)], facts: new Map(facts) };
  } catch (error) {
    if (isSqlError(error)) return nothing;
    throw error;
  } finally {
    db?.close();
  }
};

const parsed = <S extends z.ZodType>(
  schema: S,
  body: string | undefined,
  otherwise: z.output<S>,
): z.output<S> => {
  if (body === undefined) return otherwise;
  try {
    return schema.safeParse(JSON.parse(body)).data ?? otherwise;
  } catch (error) {
    if (error instanceof SyntaxError) return otherwise;
    throw error;
  }
};

const groupsSchema = z.array(ruleGroupSchema).max(1000);

/** The book that the rows make, and how many of their lines made no rule. */
export const bookOfRows = ({
  lines,
  facts,
}: StoredRows): { readonly book: WordBook; readonly unread: number } => {
  const rules: WordRule[] = lines.flatMap((line) => readRuleLine(line) ?? []);
  return {
    book: {
      rules,
      groups: parsed(groupsSchema, facts.get('groups'), []),
      settings: parsed(wordSettingsSchema, facts.get('settings'), defaultWordSettings),
    },
    unread: lines.length - rules.length,
  };
};
