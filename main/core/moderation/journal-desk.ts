import type { JournalFilter } from '../../contract/calls/journal-calls.ts';
import type { CallOutput, ParsedInput } from '../../contract/calls.ts';
import { ok, type Result } from '../../contract/result.ts';
import type { Journal } from '../history/journal.ts';
import type { EntryFilter } from '../history/journal-entries.ts';
import { chainPiece, type ExportPiece, tablePiece } from '../history/journal-export.ts';

/** To a reader an action that was undone is no longer done. */
const storedFilter = ({ status, ...rest }: JournalFilter): EntryFilter => {
  if (status === undefined) return rest;
  return status === 'undone' ? { ...rest, undone: true } : { ...rest, status, undone: false };
};

/** The journal as windows look through it, take it along and check it. */
export const createJournalDesk = (journal: Journal) => ({
  find: (
    filter: JournalFilter,
    page: { readonly limit: number; readonly before?: string | undefined },
  ): Result<CallOutput<'journal:find'>> => {
    const found = journal.recent(page.limit + 1, { ...storedFilter(filter), before: page.before });
    if (!found.ok) return found;
    return ok({ entries: found.value.slice(0, page.limit), more: found.value.length > page.limit });
  },
  names: () => journal.names(),
  piece: ({ format, filter, next }: ParsedInput<'journal:export'>): Result<ExportPiece> =>
    format === 'jsonl' ? chainPiece(journal, next) : tablePiece(journal, storedFilter(filter), next),
  verify: () => journal.verify(),
});
