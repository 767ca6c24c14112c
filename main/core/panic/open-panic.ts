import type { Localized } from '../../contract/app-error.ts';
import type { Action, JournalEntry } from '../../contract/models/action.ts';
import type { RoomKey } from '../../contract/models/feed-item.ts';
import { PANIC_REASON } from '../../contract/models/panic.ts';
import { accountIdOf } from '../../contract/room-key.ts';
import type { ModerationDesk } from '../moderation/open-moderation.ts';
import type { Overlays } from '../overlay/overlays.ts';
import type { Ports } from '../ports.ts';
import type { RoomBoard } from '../rooms/room-board.ts';
import { openDocument } from '../settings/documents.ts';
import type { Mirror } from '../state/mirror.ts';
import type { WordService } from '../word-book/open-word-book.ts';
import { createPanic, type PanicSwitch } from './panic.ts';
import { panicDocumentSchema } from './panic-parts.ts';

/** Opens the panic switch as it was left, with the real rooms, words and overlays. */
export const openPanic = (parts: {
  readonly ports: Ports;
  readonly board: RoomBoard;
  readonly desk: ModerationDesk;
  readonly words: WordService;
  readonly overlays: Overlays;
  readonly mirror: Mirror;
  readonly report: (text: Localized) => void;
}): PanicSwitch => {
  const { ports, board, desk, words, overlays, mirror, report } = parts;
  const file = ports.openDocument('panic');

  /** One act for each account, so that each has its own actor and one undo takes it all back. */
  const act = async (type: Action['type'] & ('mute-all' | 'unmute-all'), keys: readonly RoomKey[]) => {
    const byAccount = Map.groupBy(keys, accountIdOf);
    const answers = await Promise.all(
      [...byAccount.values()].map((rooms) =>
        desk.act({ action: { type }, rooms, reason: PANIC_REASON }, true),
      ),
    );
    return answers.flatMap((answer): JournalEntry[] => (answer.ok ? answer.value.entries : []));
  };

  const panic = createPanic({
    store: openDocument({ file, schema: panicDocumentSchema, now: ports.clock.now, report }),
    rooms: {
      open: board.all,
      act,
      undo: async (entryId) => {
        const undone = await desk.undo([entryId]);
        return undone.ok ? { ok: true, value: undone.value.entries } : undone;
      },
      mutedAllBefore: desk.mutedAllBefore,
    },
    words: { strict: words.book.strict, setStrict: words.setStrict },
    overlays: { blank: overlays.blank, all: () => Object.values(overlays.status()) },
    now: ports.clock.now,
    onChange: (state) => mirror.patch('panic', state),
  });
  panic.resume();
  return panic;
};
