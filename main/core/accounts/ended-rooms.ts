import type { AppError } from '../../contract/app-error.ts';
import type { Room } from '../../contract/models/room.ts';
import type { Clock } from '../ports.ts';
import type { RoomBoard } from '../rooms/room-board.ts';

type RoomTest = (roomId: string) => boolean;

/** The rooms of an account that get nothing any more, and the way back for those that only lack a sign-in. */
export const createEndedRooms = (options: {
  readonly accountId: string;
  readonly board: Pick<RoomBoard, 'all' | 'get' | 'connection'>;
  readonly clock: Pick<Clock, 'now'>;
}) => {
  const { board, clock } = options;
  const signedOut = new Set<string>();

  const among = (rooms: RoomTest): readonly Room[] =>
    board.all().filter((room) => room.accountId === options.accountId && rooms(room.roomId));

  const fail = (rooms: RoomTest, error: AppError) => {
    for (const { key } of among(rooms)) board.connection(key, { state: 'failed', since: clock.now(), error });
  };

  return {
    fail,
    /** Nobody is signed in for these rooms any more: they must not look live. One that failed before has its own reason. */
    signOut: (rooms: RoomTest, error: AppError) => {
      const still = among(rooms).filter(({ connection }) => connection.state !== 'failed');
      for (const { key } of still) signedOut.add(key);
      const keys = new Set(still.map(({ roomId }) => roomId));
      fail((roomId) => keys.has(roomId), error);
    },
    /** They are joined again as soon as somebody is signed in. */
    comeBack: () => {
      for (const key of signedOut)
        if (board.get(key) !== undefined) board.connection(key, { state: 'joining', since: clock.now() });
      signedOut.clear();
    },
  };
};
