import type { Database } from './database.ts';

/** Rooms that a file can tell apart; a broadcaster who makes a new room for each show gets there in no lifetime. */
const ROOMS = 2 ** 20;

/** The key of what is known of a user in a room. */
export const userRoomId = (user: number, room: number): number => user * ROOMS + room;

/** The first key of a user and the first one after. */
export const userRoomRange = (user: number): readonly [number, number] => [user * ROOMS, (user + 1) * ROOMS];

export const roomOfUserRoom = (id: number): number => id % ROOMS;

const COUNTER: Readonly<Record<string, string>> = { flag: 'flagged', hold: 'held', block: 'blocked' };

/** Takes back that a user's comment was counted for its verdict; one that was clean was not. */
export const uncountVerdict = (db: Database, userRoom: number, level: string | null): void => {
  const counter = level === null ? undefined : COUNTER[level];
  if (counter !== undefined)
    db.run(`UPDATE user_rooms SET ${counter} = ${counter} - 1 WHERE id = ?`, userRoom);
};

export type UserRoomRow = {
  readonly id: number;
  readonly first_seen: number;
  readonly last_seen: number;
  readonly comments: number;
  readonly flagged: number;
  readonly held: number;
  readonly blocked: number;
};

/** Most recent first. */
export const readUserRooms = (db: Database, user: number): UserRoomRow[] =>
  db.all<UserRoomRow>(
    'SELECT * FROM user_rooms WHERE id >= ? AND id < ? ORDER BY last_seen DESC',
    ...userRoomRange(user),
  );
