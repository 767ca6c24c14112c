import type { RoomKey } from '../../contract/models/feed-item.ts';
import { roomIdOf } from '../../contract/room-key.ts';
import type { Database } from './database.ts';

/** One room of the service, whatever account looks at it. */
export type StoredRoom = { readonly id: number; readonly app: number };

/**
 * Room keys and the rooms they stand for. Two accounts of one app that look at one room share its history, and an
 * account that is signed in anew finds it again.
 */
export const createRooms = (db: Database, appOf: (roomKey: RoomKey) => number, now: () => number) => {
  const known = new Map<RoomKey, StoredRoom>();

  const findOrAdd = (app: number, roomId: string): number => {
    db.run('INSERT INTO rooms (app, room_id) VALUES (?, ?) ON CONFLICT DO NOTHING', app, roomId);
    const row = db.get<{ id: number }>('SELECT id FROM rooms WHERE app = ? AND room_id = ?', app, roomId);
    if (row === undefined) throw new Error(`Room ${roomId} is gone right after it was stored`);
    return row.id;
  };

  return {
    /** The room behind a key, stored if it is new. */
    of: (roomKey: RoomKey): StoredRoom => {
      const cached = known.get(roomKey);
      if (cached !== undefined) return cached;
      const app = appOf(roomKey);
      const id = findOrAdd(app, roomIdOf(roomKey));
      db.run(
        `INSERT INTO room_keys (key, room, used) VALUES (?, ?, ?)
         ON CONFLICT (key) DO UPDATE SET room = excluded.room, used = excluded.used`,
        roomKey,
        id,
        now(),
      );
      const room = { id, app };
      known.set(roomKey, room);
      return room;
    },
    /** The room behind a key if anything was ever stored of it. */
    find: (roomKey: RoomKey): number | undefined =>
      known.get(roomKey)?.id ??
      db.get<{ room: number }>('SELECT room FROM room_keys WHERE key = ?', roomKey)?.room,
    /** The key under which a room was opened last. */
    keyOf: (room: number): RoomKey | undefined =>
      db.get<{ key: RoomKey }>('SELECT key FROM room_keys WHERE room = ? ORDER BY used DESC LIMIT 1', room)
        ?.key,
    forgetCache: () => known.clear(),
  };
};
export type Rooms = ReturnType<typeof createRooms>;
