import type { RoomKey } from '../../contract/models/feed-item.ts';
import type { Settings } from '../../contract/models/settings.ts';
import type { OpenAccounts } from '../accounts/open-accounts.ts';
import type { DeskWords } from '../desktop/desk-words.ts';
import type { ModerationDesk } from '../moderation/open-moderation.ts';
import type { Clock } from '../ports.ts';
import type { RoomBoard } from '../rooms/room-board.ts';

/** Closing waits no longer than this for the service: a person who quits wants to be gone. */
const PATIENCE_MS = 3000;

/**
 * Tells the rooms that the VJ has left, where that is wished. As a system notice where the key is at hand, else as the
 * VJ's own last comment; a moderator's rooms are left alone, because their VJ goes on.
 */
export const createFarewell = (parts: {
  readonly clock: Pick<Clock, 'setTimeout' | 'clearTimeout'>;
  readonly settings: () => Settings;
  readonly board: Pick<RoomBoard, 'all'>;
  readonly accounts: OpenAccounts;
  readonly desk: Pick<ModerationDesk, 'act'>;
  readonly words: () => Pick<DeskWords, 'left'>;
}) => {
  const { board, accounts, desk, clock } = parts;

  const sayAll = async (text: string) => {
    const noticed = new Map<string, RoomKey[]>();
    const comments: Promise<unknown>[] = [];
    for (const room of board.all()) {
      const found = accounts.ofRoom(room.key);
      if (!found.ok || room.connection.state !== 'live') continue;
      const { session, roomId } = found.value;
      if (session.admin !== undefined)
        noticed.set(room.accountId, [...(noticed.get(room.accountId) ?? []), room.key]);
      else if (room.ownerId !== '' && room.ownerId === session.identity.userId)
        comments.push(session.say(roomId, text, false, room.convention));
    }
    const notices = [...noticed.values()].map((rooms) =>
      desk.act({ action: { type: 'notice', text }, rooms, reason: '' }, true),
    );
    await Promise.allSettled([...notices, ...comments]);
  };

  return async (): Promise<void> => {
    const { sayLeft, leftText } = parts.settings();
    if (!sayLeft) return;
    let timer: NodeJS.Timeout | undefined;
    const enough = new Promise<void>((resolve) => {
      timer = clock.setTimeout(resolve, PATIENCE_MS);
    });
    await Promise.race([sayAll(leftText.trim() || parts.words().left), enough]);
    if (timer !== undefined) clock.clearTimeout(timer);
  };
};
