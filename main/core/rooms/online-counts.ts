import type { OpenAccounts } from '../accounts/open-accounts.ts';
import type { Clock } from '../ports.ts';
import type { RoomBoard } from './room-board.ts';

/** The service refreshes the number about every 10 s and asks for no more (tencent-im A6). */
const EVERY_MS = 10_000;

/**
 * Asks the admin interface how many people are in each open room. The SDK answers the same question from a cache of
 * 60 s (sdk-wire 9.1), so its number is used only where there is no admin interface.
 */
export const createOnlineCounts = (options: {
  readonly clock: Pick<Clock, 'setInterval' | 'clearInterval'>;
  readonly accounts: Pick<OpenAccounts, 'ofRoom'>;
  readonly board: Pick<RoomBoard, 'all' | 'update'>;
}) => {
  const { clock, accounts, board } = options;

  const ask = async (roomKey: string): Promise<void> => {
    const found = accounts.ofRoom(roomKey);
    if (!found.ok || found.value.session.admin === undefined) return;
    const answer = await found.value.session.admin.getOnlineMemberNum({ roomId: found.value.roomId });
    // A number that could not be had leaves the last one standing; outages are told by the connection.
    if (answer.ok) board.update(roomKey, { online: answer.value });
  };

  const timer = clock.setInterval(() => {
    for (const room of board.all()) if (room.connection.state === 'live') void ask(room.key);
  }, EVERY_MS);

  return { ask, dispose: () => clock.clearInterval(timer) };
};
