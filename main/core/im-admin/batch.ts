import { err, ok, type Result } from '../../contract/result.ts';
import type { AdminError } from './admin-error.ts';

/** What became of one item of a batch. */
export type ItemOutcome<T = null> = Readonly<{ item: string; result: Result<T, AdminError> }>;

/**
 * One outcome per item, in the order asked. A batch answers `err` with the first failure when not one item was done, so
 * that a batch of one reads like a single call.
 */
export type Batch<T = null> = readonly ItemOutcome<T>[];

/** Refusals that are about the app, the account or the room: the next part would be refused as well. */
const HOPELESS: readonly number[] = [
  2004, 2015, 10007, 10008, 10010, 10015, 10026, 60004, 60005, 60006, 60009, 60010, 60016, 60017, 60020,
  60021, 70001, 70002, 70003, 70005, 70009, 70013, 70014, 70016, 70020, 70050, 70051, 70052, 70403,
];

/** Refusals for the sake of one account: the others of the same call are to have their chance (tencent-im A2). */
const ABOUT_ONE_ACCOUNT: readonly number[] = [10012, 10019, 20003, 70107, 90012, 90048];

/** Parts under way at once; the queue sets the pace. */
const PARTS_AT_ONCE = 4;

type SendPart<T> = (part: readonly string[]) => Promise<Result<readonly ItemOutcome<T>[], AdminError>>;

/** Splits `items` into parts of at most `size` and gathers an outcome for each item. */
export const inBatches = async <T>(
  items: readonly string[],
  size: number,
  sendPart: SendPart<T>,
): Promise<Result<Batch<T>, AdminError>> => {
  const parts = split([...new Set(items)], size);
  const outcomes: (readonly ItemOutcome<T>[])[] = parts.map(() => []);
  let next = 0;
  let hopeless: AdminError | undefined;

  /** One account that does not exist makes the service refuse a whole call; halving it finds that account. */
  const sendOrHalve = async (part: readonly string[]): Promise<Batch<T>> => {
    const answer = hopeless === undefined ? await sendPart(part) : err(notTried(hopeless));
    if (answer.ok) return answer.value;
    if (isHopeless(answer.error)) hopeless = answer.error;
    if (part.length === 1 || !refusedWith(answer.error, ABOUT_ONE_ACCOUNT))
      return part.map((item) => ({ item, result: answer }));
    const middle = Math.ceil(part.length / 2);
    const first = await sendOrHalve(part.slice(0, middle));
    return [...first, ...(await sendOrHalve(part.slice(middle)))];
  };

  const work = async (): Promise<void> => {
    for (let index = next++; index < parts.length; index = next++) {
      const part = parts[index] ?? [];
      outcomes[index] = await sendOrHalve(part);
    }
  };
  await Promise.all(Array.from({ length: Math.min(PARTS_AT_ONCE, parts.length) }, work));
  return summarise(outcomes.flat());
};

/** A refusal that holds for everything that would follow. */
export const isHopeless = (error: AdminError): boolean => refusedWith(error, HOPELESS);

const notTried = (error: AdminError): AdminError => ({ ...error, outcome: 'not-done' });

const refusedWith = (error: AdminError, codes: readonly number[]): boolean =>
  error.outcome === 'not-done' && error.vendor !== undefined && codes.includes(error.vendor.code);

const summarise = <T>(outcomes: Batch<T>): Result<Batch<T>, AdminError> => {
  const failed = outcomes.find(({ result }) => !result.ok)?.result;
  const noneDone = outcomes.every(({ result }) => !result.ok);
  return noneDone && failed !== undefined && !failed.ok ? err(failed.error) : ok(outcomes);
};

const split = (items: readonly string[], size: number): readonly (readonly string[])[] =>
  Array.from({ length: Math.ceil(items.length / size) }, (_, index) =>
    items.slice(index * size, (index + 1) * size),
  );

/** Every item of the part done. */
export const allDone = (part: readonly string[]): readonly ItemOutcome[] =>
  part.map((item) => ({ item, result: ok(null) }));
