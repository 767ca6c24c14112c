import { createStore, type StoreApi } from 'zustand/vanilla';
import type { AppError } from '../../../../main/contract/app-error.ts';
import type { Result } from '../../../../main/contract/result.ts';

/** Rows come by pages, so that a list of 100,000 opens as fast as one of ten. */
export const PAGE = 100;

export type Shown<Row> = {
  /** `undefined` until the first answer. */
  readonly total: number | undefined;
  readonly pages: ReadonlyMap<number, readonly Row[]>;
  readonly error: AppError | undefined;
};

export const rowAt = <Row>(shown: Shown<Row>, index: number): Row | undefined =>
  shown.pages.get(Math.floor(index / PAGE))?.[index % PAGE];

/** The pages that rows `first` to `last` lie on. */
export const pagesBetween = (first: number, last: number): readonly number[] => {
  const from = Math.floor(Math.max(0, first) / PAGE);
  const to = Math.floor(Math.max(0, last) / PAGE);
  return Array.from({ length: to - from + 1 }, (_, index) => from + index);
};

export type Paged<Row, Filter> = {
  readonly state: StoreApi<Shown<Row>>;
  /** Reads again by this filter; what is on screen stays until the answer is there. */
  readonly show: (filter: Filter, first: number, last: number) => void;
  /** Reads what is missing between two rows. */
  readonly need: (first: number, last: number) => void;
};

/** The rows of one filter, as far as somebody has looked. */
export const createPaged = <Row, Filter>(options: {
  readonly first: Filter;
  readonly read: (
    filter: Filter,
    part: { readonly offset: number; readonly limit: number },
  ) => Promise<Result<{ readonly rows: readonly Row[]; readonly total: number }>>;
}): Paged<Row, Filter> => {
  const state = createStore<Shown<Row>>(() => ({ total: undefined, pages: new Map(), error: undefined }));
  let turn = 0;
  let filter = options.first;
  let asked = new Set<number>();
  let answered = 0;

  const ask = async (page: number): Promise<void> => {
    const mine = turn;
    asked.add(page);
    const answer = await options.read(filter, { offset: page * PAGE, limit: PAGE });
    if (mine !== turn) return;
    if (!answer.ok) {
      asked.delete(page);
      state.setState({ error: answer.error });
      return;
    }
    const { rows, total } = answer.value;
    state.setState(
      (shown) => ({
        total,
        pages: new Map([...(answered === mine ? shown.pages : []), [page, rows]]),
        error: undefined,
      }),
      true,
    );
    answered = mine;
  };

  const need = (first: number, last: number) => {
    for (const page of pagesBetween(first, last)) if (!asked.has(page)) void ask(page);
  };

  return {
    state,
    need,
    show: (next, first, last) => {
      turn += 1;
      filter = next;
      asked = new Set();
      need(first, last);
    },
  };
};
