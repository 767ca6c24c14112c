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

  /** The same key may stand for another app: each rehearsal is one of its own. 0: the account is closed. */
  const remembered = (roomKey: RoomKey, app: number): StoredRoom | undefined => {
    const room = known.get(roomKey);
    return app === 0 || room?.app === app ? room : undefined;
  };

  const usedLast = (roomKey: RoomKey): StoredRoom | undefined =>
    db.get<StoredRoom>(
      'SELECT rooms.id, rooms.app FROM room_keys JOIN rooms ON rooms.id = room_keys.room WHERE key = ?',
      roomKey,
    );

  const findOrAdd = (app: number, roomId: string): number => {
    db.run('INSERT INTO rooms (app, room_id) VALUES (?, ?) ON CONFLICT DO NOTHING', app, roomId);
    const row = db.get<{ id: number }>('SELECT id FROM rooms WHERE app = ? AND room_id = ?', app, roomId);
    if (row === undefined) throw new Error(`Room ${roomId} is gone right after it was stored`);
    return row.id;
  };

  return {
    /** The room behind a key of an app, stored if it is new. */
    of: (roomKey: RoomKey, app = appOf(roomKey)): StoredRoom => {
      const cached = remembered(roomKey, app) ?? (app === 0 ? usedLast(roomKey) : undefined);
      if (cached !== undefined) return cached;
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
    find: (roomKey: RoomKey): number | undefined => {
      const app = appOf(roomKey);
      const cached = remembered(roomKey, app);
      if (cached !== undefined) return cached.id;
      if (app === 0) return usedLast(roomKey)?.id;
      return db.get<{ id: number }>(
        'SELECT id FROM rooms WHERE app = ? AND room_id = ?',
        app,
        roomIdOf(roomKey),
      )?.id;
    },
    /** The key under which a room was opened last. */
    keyOf: (room: number): RoomKey | undefined =>
      db.get<{ key: RoomKey }>('SELECT key FROM room_keys WHERE room = ? ORDER BY used DESC LIMIT 1', room)
        ?.key,
    forgetCache: () => known.clear(),
  };
};
export type Rooms = ReturnType<typeof createRooms>;
