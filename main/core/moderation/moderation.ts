import type { JournalEntry } from '../../contract/models/action.ts';
import type { Result } from '../../contract/result.ts';
import { type ActRequest, createAct, createPresses } from './act.ts';
import { createCarryOut } from './carry-out.ts';
import type { ModerationContext, ModerationOptions } from './context.ts';
import { createReconcile } from './reconcile.ts';
import { createRetry, type RetryRequest } from './retry.ts';
import { createScreen } from './screen.ts';
import { createStanding } from './standing.ts';
import { createUndo, type Undone, type UndoRequest } from './undo.ts';

/**
 * Moderation: every action is journalled as pending, shown at once, sent, read back where the service allows it, and
 * settled as done or failed. Each room has its own result.
 */
export const createModeration = ({ effects, hidden, ...options }: ModerationOptions) => {
  const context: ModerationContext = {
    ...options,
    screen: createScreen({ effects, hidden, log: options.log }),
    underWay: new Map<string, Promise<JournalEntry>>(),
  };
  const carryOut = createCarryOut(context);
  const presses = createPresses(options.clock.monotonic);
  const act: (request: ActRequest) => Promise<JournalEntry[]> = createAct(context, carryOut, presses);
  const undo: (request: UndoRequest) => Promise<Result<Undone>> = createUndo(context, carryOut, presses);
  const retry: (request: RetryRequest) => Promise<Result<JournalEntry>> = createRetry(context, carryOut);

  return {
    /** Actions, each in its rooms; answers when every room has a result. Never refuses: failures are entries. */
    act,
    /** Reverses entries, or the newest act of the open accounts that can be reversed, in all its rooms. */
    undo,
    /** Tries a failed entry again. */
    retry,
    /** Settles what an earlier run left pending; on start, and again when an account has come up. */
    reconcile: createReconcile(context, carryOut),
    ...createStanding(options.journal, options.clock.now),
    /** Waits until nothing is under way any more. */
    idle: async (): Promise<void> => {
      while (context.underWay.size > 0) await Promise.allSettled([...context.underWay.values()]);
    },
  };
};
export type Moderation = ReturnType<typeof createModeration>;
