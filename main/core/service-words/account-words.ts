import { type AppError, appError } from '../../contract/app-error.ts';
import type { CallOutput, ParsedInput } from '../../contract/calls.ts';
import {
  type ServiceWord,
  type ServiceWords,
  type WordDeed,
  type WordOutcome,
  type WordView,
  wordDeeds,
  wordViews,
} from '../../contract/models/service-words.ts';
import { err, ok, type Result } from '../../contract/result.ts';
import type { ImAdmin } from '../im-admin/im-admin.ts';
import type { Clock } from '../ports.ts';
import type { WordsInMemory } from '../word-book/word-book.ts';
import { askLists, type Missing, plainError } from './ask-lists.ts';
import { compareLists, type Row } from './compare.ts';
import { wordKey } from './here-words.ts';
import { actsBy, confirmed } from './outcomes.ts';
import { runDeed } from './run-deed.ts';
import type { ServiceWordList, ThereWord } from './service-list.ts';

/** Windows hear of progress at most this often, ms. */
const TELL_EVERY_MS = 100;

const busy = appError(
  'conflict',
  {
    en: 'The words of this account are being synchronised already.',
    'zh-CN': '该账号的词表正在同步。',
  },
  { remedy: { en: 'Wait for it to end, or cancel it.', 'zh-CN': '请等待完成，或先取消。' } },
);
const nothingOpen = appError('not-ready', {
  en: 'Read a list of the service first.',
  'zh-CN': '请先读取服务端词表。',
});

const isShown = (row: Row, outcome: WordOutcome | undefined, view: WordView): boolean => {
  if (view === 'all') return true;
  if (view === 'different') return row.differences.length > 0;
  if (view === 'failed') return outcome !== undefined && outcome.state !== 'done';
  return row.side === view;
};

const noCounts = (): Record<WordView, number> => ({
  all: 0,
  here: 0,
  there: 0,
  both: 0,
  different: 0,
  failed: 0,
});
const noneReady = (): Record<WordDeed, number> => ({ send: 0, take: 0, remove: 0 });

/** What a deed for the whole list takes up. */
const isFor = (row: Row, deed: WordDeed): boolean =>
  deed === 'send' ? row.side === 'here' && row.bar === null && !row.off : row.side === 'there';

/** What a deed may be asked for by name: one word can also be sent while its rule is off, or taken off both sides' list. */
const mayBe = (row: Row, deed: WordDeed): boolean => {
  if (deed === 'send') return row.side === 'here' && row.bar === null;
  return deed === 'take' ? row.side === 'there' : row.side !== 'here';
};

/** The service's word lists of one key holder, next to the rules here. */
export const createAccountWords = (options: {
  readonly admin: ImAdmin;
  readonly book: WordsInMemory;
  readonly clock: Pick<Clock, 'now' | 'monotonic'>;
  readonly tell: (state: ServiceWords) => void;
}) => {
  const { admin, book, clock } = options;
  let lists: readonly ServiceWordList[] = [];
  let missing: readonly Missing[] = [];
  let current: ServiceWordList | undefined;
  let there: readonly ThereWord[] = [];
  let rows: readonly Row[] = [];
  const outcomes = new Map<string, WordOutcome>();
  let revision = 0;
  let readAt: number | null = null;
  let error: AppError | null = null;
  let job: ServiceWords['job'] = null;
  let last: ServiceWords['last'] = null;
  let running = new AbortController();
  let comparisons = 0;
  let toldAt = 0;
  let counts: Readonly<Record<WordView, number>> = noCounts();
  let ready: Readonly<Record<WordDeed, number>> = noneReady();

  const tell = () => {
    toldAt = clock.monotonic();
    options.tell({
      lists: lists.map(({ facts }) => facts),
      missing: [...missing],
      listId: current?.facts.id ?? null,
      revision,
      readAt,
      counts,
      ready,
      job,
      last,
      error,
    });
  };
  const progress = (change: Partial<NonNullable<ServiceWords['job']>>) => {
    if (job === null) return;
    job = { ...job, ...change };
    if (clock.monotonic() - toldAt >= TELL_EVERY_MS) tell();
  };
  const begin = (kind: NonNullable<ServiceWords['job']>['kind'], total: number): AbortSignal => {
    running.abort();
    running = new AbortController();
    job = { kind, done: 0, total, failed: 0 };
    tell();
    return running.signal;
  };

  const count = () => {
    const seen = noCounts();
    const open = noneReady();
    for (const row of rows) {
      const outcome = outcomes.get(row.key);
      for (const view of wordViews) if (isShown(row, outcome, view)) seen[view] += 1;
      for (const deed of wordDeeds) if (isFor(row, deed)) open[deed] += 1;
    }
    counts = seen;
    ready = open;
    revision += 1;
  };

  const compare = async (): Promise<void> => {
    comparisons += 1;
    const mine = comparisons;
    if (current === undefined) return;
    const compared = await compareLists({
      list: current.facts,
      rules: [...book.rules().values()],
      groups: book.groups(),
      settings: book.settings(),
      strict: book.strict(),
      there,
      now: clock.now(),
      stopped: () => mine !== comparisons,
    });
    if (mine !== comparisons) return;
    rows = compared;
    count();
    tell();
  };

  /** Reads the open list; afterwards what is on it counts. */
  const read = async (list: ServiceWordList, signal: AbortSignal): Promise<Result<null>> => {
    const answer = await list.read(signal, (done) => progress({ done }));
    if (signal.aborted) return ok(null);
    if (!answer.ok) {
      error = plainError(answer.error);
      return err(error);
    }
    there = answer.value;
    readAt = clock.now();
    error = null;
    const keys = new Set(there.map(wordKey));
    for (const [key, outcome] of outcomes) outcomes.set(key, confirmed(outcome, keys.has(key)));
    await compare();
    return ok(null);
  };

  const end = (signal: AbortSignal) => {
    if (signal.aborted && running.signal !== signal) return;
    job = null;
    tell();
  };

  const open = async (listId: string | undefined): Promise<Result<Record<never, never>>> => {
    if (job !== null && job.kind !== 'ask' && job.kind !== 'read') return err(busy);
    const signal = begin('ask', 0);
    const asked = await askLists(admin, signal);
    if (signal.aborted) return ok({});
    ({ lists, missing } = asked);
    const wanted = listId ?? current?.facts.id;
    const next = lists.find(({ facts }) => facts.id === wanted) ?? lists[0];
    if (next?.facts.id !== current?.facts.id) {
      outcomes.clear();
      there = [];
      rows = [];
      last = null;
      count();
    }
    current = next;
    if (next === undefined) {
      end(signal);
      return ok({});
    }
    job = { kind: 'read', done: 0, total: 0, failed: 0 };
    tell();
    const done = await read(next, signal);
    end(signal);
    return done.ok ? ok({}) : done;
  };

  const carryOut = async (
    list: ServiceWordList,
    input: ParsedInput<'service-words:sync'>,
    chosen: readonly Row[],
    signal: AbortSignal,
  ): Promise<void> => {
    const { deed } = input;
    await runDeed({
      deed,
      list,
      words: chosen,
      free: list.facts.capacity === null ? null : Math.max(0, list.facts.capacity - there.length),
      level: input.level,
      label: input.label,
      book,
      now: clock.now,
      signal,
      onWord: (word, outcome) => {
        outcomes.set(wordKey(word), outcome);
        const failed = (job?.failed ?? 0) + (outcome.state === 'done' ? 0 : 1);
        progress({ done: (job?.done ?? 0) + 1, failed });
      },
    });
    const { done, failed } = job ?? { done: 0, failed: 0 };
    const at = clock.now();
    const by = deed === 'take' ? at : actsBy(list.facts, at);
    last = { deed, done: done - failed, failed, left: chosen.length - done, at, actsBy: by };
    // Read back even after a cancel: some words may have gone out.
    const after = new AbortController();
    running = after;
    await read(list, after.signal);
    const uncertain = chosen.filter(({ key }) => outcomes.get(key)?.state === 'unknown').length;
    const wrong = chosen.filter(({ key }) => outcomes.get(key)?.state === 'failed').length;
    last = { ...last, done: done - uncertain - wrong, failed: uncertain + wrong };
    end(after.signal);
  };

  return {
    open,
    page: ({
      view,
      text,
      offset,
      limit,
    }: ParsedInput<'service-words:page'>): CallOutput<'service-words:page'> => {
      const wanted = text.toLowerCase();
      const found = rows.filter(
        (row) =>
          isShown(row, outcomes.get(row.key), view) &&
          (wanted === '' || row.word.toLowerCase().includes(wanted)),
      );
      const shown = found.slice(offset, offset + limit).map(({ key, ...row }): ServiceWord => {
        return { ...row, outcome: outcomes.get(key) ?? null };
      });
      return { rows: shown, total: found.length };
    },
    /** Answers how many words it takes up; the rest is told by the state. */
    sync: (input: ParsedInput<'service-words:sync'>): Result<{ words: number }> => {
      if (job !== null) return err(busy);
      if (current === undefined || readAt === null) return err(nothingOpen);
      const keys = input.words === undefined ? undefined : new Set(input.words.map(wordKey));
      const chosen = rows.filter((row) =>
        keys === undefined ? isFor(row, input.deed) : keys.has(row.key) && mayBe(row, input.deed),
      );
      if (chosen.length === 0) return ok({ words: 0 });
      for (const { key } of chosen) outcomes.delete(key);
      void carryOut(current, input, chosen, begin(input.deed, chosen.length));
      return ok({ words: chosen.length });
    },
    cancel: () => running.abort(),
    /** The rules here changed. */
    rulesChanged: () => void compare(),
    dispose: () => {
      comparisons += 1;
      running.abort();
    },
  };
};
export type AccountWords = ReturnType<typeof createAccountWords>;
