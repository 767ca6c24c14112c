import type { Localized } from '../../contract/app-error.ts';
import type { WordBook, WordRule } from '../../contract/models/word-rule.ts';
import type { Database } from '../history/database.ts';
import { storageError } from '../history/storage-error.ts';
import { otherThings } from '../other-things.ts';
import type { Clock } from '../ports.ts';
import { writeRuleLine } from './rule-lines.ts';
import type { BookChange } from './word-book.ts';

/** Changes within this time are written together; at most so much is lost when the machine stops dead. ms. */
const WRITE_AFTER_MS = 50;
/** Rows written in one go: about 4 ms. */
const SLICE = 200;

const notSaved = (why: Localized): Localized => ({
  en: `Word rules could not be saved. ${why.en} They hold until Livedeck is closed, and are tried again with the next change.`,
  'zh-CN': `词语规则未能保存。${why['zh-CN']}规则在本次运行中有效，下次改动时会再次尝试保存。`,
});

/** Writes the facts that differ from what was last written. */
const writeFacts = (db: Database, { groups, settings }: Omit<WordBook, 'rules'>) => {
  for (const [name, value] of Object.entries({ groups, settings }))
    db.run(
      `INSERT INTO facts (name, body) VALUES (?, ?)
       ON CONFLICT (name) DO UPDATE SET body = excluded.body WHERE body <> excluded.body`,
      name,
      JSON.stringify(value),
    );
};

const writeRule = (db: Database, id: string, rule: WordRule | undefined) => {
  if (rule === undefined) {
    db.run('DELETE FROM rules WHERE id = ?', id);
    return;
  }
  db.run(
    'INSERT INTO rules (id, line) VALUES (?, ?) ON CONFLICT (id) DO UPDATE SET line = excluded.line',
    id,
    writeRuleLine(rule),
  );
};

/** Changes in the order in which they came: noting a list of 100 000 rules must take no time. */
type Pending = readonly RowChange[];
type RowChange = Pick<BookChange, 'changed' | 'removed'>;

function* rowsOf(changes: Pending): Generator<readonly [string, WordRule | undefined]> {
  for (const { changed, removed } of changes) {
    for (const id of removed) yield [id, undefined];
    for (const rule of changed) yield [rule.id, rule];
  }
}

/** One write, step by step: whole or not at all, however many turns of the event loop it takes. */
function* writeSteps(
  db: Database,
  rules: Pending,
  facts: () => Omit<WordBook, 'rules'>,
): Generator<undefined> {
  db.exec('BEGIN IMMEDIATE');
  let count = 0;
  for (const [id, rule] of rowsOf(rules)) {
    writeRule(db, id, rule);
    count += 1;
    if (count % SLICE === 0) yield undefined;
  }
  writeFacts(db, facts());
  db.exec('COMMIT');
}

/** Writes only what changed, a moment after it did, in slices with everything else in between. */
export const createRuleWriter = (options: {
  readonly db: Database;
  readonly clock: Pick<Clock, 'setTimeout' | 'clearTimeout'>;
  readonly facts: () => Omit<WordBook, 'rules'>;
  readonly report: (text: Localized) => void;
}) => {
  const { db, clock, facts, report } = options;
  let pending: Pending = [];
  let dirty = false;
  let timer: NodeJS.Timeout | undefined;
  let running: { readonly rules: Pending; readonly steps: Generator<undefined> } | undefined;
  let reported = false;

  /** What was not written waits for the next change, and is written before what is newer. */
  const failed = (error: unknown, rules: Pending) => {
    const failure = storageError(error);
    if (failure === undefined) throw error;
    db.rollBack();
    pending = [...rules, ...pending];
    dirty = true;
    if (!reported) report(notSaved(failure.text));
    reported = true;
  };

  /** One step; answers whether there are more. */
  const step = (): boolean => {
    if (running === undefined) return false;
    const { rules, steps } = running;
    try {
      if (steps.next().done !== true) return true;
      reported = false;
    } catch (error) {
      running = undefined;
      failed(error, rules);
      return false;
    }
    running = undefined;
    return false;
  };

  const begin = () => {
    if (timer !== undefined) clock.clearTimeout(timer);
    timer = undefined;
    if (running !== undefined || !dirty) return;
    const rules = pending;
    pending = [];
    dirty = false;
    running = { rules, steps: writeSteps(db, rules, facts) };
  };

  const writeSliced = async () => {
    if (running !== undefined) return;
    begin();
    while (step()) await otherThings();
    if (pending.length > 0 && !reported) schedule();
  };
  const schedule = () => {
    timer ??= clock.setTimeout(() => {
      timer = undefined;
      void writeSliced();
    }, WRITE_AFTER_MS);
  };

  return {
    note: ({ changed, removed }: RowChange) => {
      if (changed.length + removed.length > 0) pending = [...pending, { changed, removed }];
      dirty = true;
      schedule();
    },
    /** Everything is on its way to the disk when this is over. */
    flush: () => {
      while (step());
      begin();
      while (step());
    },
  };
};
export type RuleWriter = ReturnType<typeof createRuleWriter>;
