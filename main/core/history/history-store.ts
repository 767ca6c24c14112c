import type { RoomKey } from '../../contract/models/feed-item.ts';
import type { Database } from './database.ts';
import { createHidden } from './hidden.ts';
import { createMarks } from './marks.ts';
import { createPeople } from './people.ts';
import { createRecent } from './recent.ts';
import { createRooms } from './rooms.ts';
import { createWriter } from './writer.ts';

/** The parts that work on one open file. */
export const createHistoryStore = (db: Database, appOf: (roomKey: RoomKey) => number, now: () => number) => {
  const rooms = createRooms(db, appOf, now);
  const people = createPeople(db);
  const writer = createWriter(db, rooms, people);
  return {
    db,
    rooms,
    people,
    writer,
    recent: createRecent(db),
    marks: createMarks(db, now),
    hidden: createHidden(db, rooms, now),
    /** After deletions: what the parts remembered may no longer be there. */
    forgetCaches: () => {
      people.forgetCache();
      rooms.forgetCache();
      writer.forgetCache();
    },
  };
};
export type HistoryStore = ReturnType<typeof createHistoryStore>;

/** Touches every table; in a damaged file one of these throws. */
export const probeHistory = (db: Database): void => {
  for (const table of ['rooms', 'users', 'personas', 'user_rooms', 'marks', 'hidden_items', 'hidden_users']) {
    db.all(`SELECT * FROM ${table} LIMIT 1`);
  }
  db.all('SELECT * FROM items ORDER BY pos DESC LIMIT 20');
  db.all('SELECT rowid FROM comment_grams WHERE comment_grams MATCH \'"room1"\' LIMIT 1');
};
