import type { JournalEntry } from '../../contract/models/action.ts';
import { err, ok, type Result } from '../../contract/result.ts';
import type { CarryOut } from './carry-out.ts';
import type { ModerationContext } from './context.ts';
import { entryUnknown, notFailed, retryOfUndone } from './texts.ts';
import { restoreScreen } from './undo.ts';

export type RetryRequest = { readonly entryId: string };

/** Tries a failed entry again, under its own number in the journal; a mute's time begins anew. */
export const createRetry =
  (context: ModerationContext, carryOut: CarryOut) =>
  async ({ entryId }: RetryRequest): Promise<Result<JournalEntry>> => {
    const { journal, screen, onEntry } = context;
    const found = journal.entry(entryId);
    if (!found.ok) return found;
    if (found.value === undefined) return err(entryUnknown);
    const { entry } = found.value;
    if (entry.status !== 'failed') return err(notFailed(entry));
    if (entry.undoneBy !== undefined) return err(retryOfUndone);
    const actor = context.actorIn(entry.roomKey);
    const reopened = journal.append([{ type: 'reopened', entryId, actor }]);
    if (!reopened.ok) return reopened;
    const [state] = reopened.value;
    if (state === undefined) throw new Error('The journal answered without the entry it wrote');
    onEntry(state.entry);
    if (entry.undoes === undefined) screen.apply(entry.roomKey, entry.action, entry.at);
    else restoreScreen(context, state);
    return ok(await carryOut.send(state));
  };
