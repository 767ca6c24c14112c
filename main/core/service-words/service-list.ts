import type { AuditLabel, ServiceList } from '../../contract/models/service-words.ts';
import type { Result } from '../../contract/result.ts';
import type { AdminError } from '../im-admin/admin-error.ts';
import type { Batch } from '../im-admin/batch.ts';

export type ListWord = { readonly word: string; readonly pattern: boolean };
/** A word as the service has it; `replaced`: it is written over there, not refused. */
export type ThereWord = ListWord & { readonly replaced: boolean };

/** One of the service's word lists, whatever its generation. */
export type ServiceWordList = {
  readonly facts: ServiceList;
  /** Words in one request. */
  readonly perCall: number;
  /** `onRead` hears how many words were read so far. */
  readonly read: (
    signal: AbortSignal,
    onRead: (count: number) => void,
  ) => Promise<Result<readonly ThereWord[], AdminError>>;
  /** At most `perCall` words, all words or all patterns. `label`: what they are about, where the list keeps that. */
  readonly add: (
    words: readonly ListWord[],
    signal: AbortSignal,
    label: AuditLabel,
  ) => Promise<Result<Batch, AdminError>>;
  readonly remove: (words: readonly ListWord[], signal: AbortSignal) => Promise<Result<Batch, AdminError>>;
};

/** Nothing changes after the first reading of a page beyond the end; this many pages are more than any list has. */
const MOST_PAGES = 1000;

type Page = { readonly words: readonly ThereWord[]; readonly whole: boolean };

/** Reads a list to its end, page by page: totals in its answers mean different things in different lists. */
export const readPages = async (
  readPage: (offset: number) => Promise<Result<Page, AdminError>>,
  onRead: (count: number) => void,
): Promise<Result<readonly ThereWord[], AdminError>> => {
  const words: ThereWord[] = [];
  for (let page = 0; page < MOST_PAGES; page += 1) {
    const read = await readPage(words.length);
    if (!read.ok) return read;
    words.push(...read.value.words);
    onRead(words.length);
    if (!read.value.whole) break;
  }
  return { ok: true, value: words };
};
