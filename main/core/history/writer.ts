import type { FeedItem, RoomKey } from '../../contract/models/feed-item.ts';
import type { Database } from './database.ts';
import { indexTokens } from './grams.ts';
import { packItem } from './item-codec.ts';
import type { People } from './people.ts';
import { secondOf } from './position.ts';
import { createPositions } from './positions.ts';
import type { Rooms } from './rooms.ts';
import { createTally } from './tally.ts';

/** `app`: that of the room when the item came; the account may be closed before it is written. */
export type Arrival = { readonly roomKey: RoomKey; readonly app: number; readonly item: FeedItem };

const INSERT_ITEM = `INSERT INTO items (pos, room, id, kind, at, received, user, persona, text, rest)
  VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`;
const INSERT_GRAMS = 'INSERT INTO comment_grams (rowid, grams) VALUES (?, ?)';

/** Stores batches: one transaction each, rows in order of time (the index takes rising rows in one go). */
export const createWriter = (db: Database, rooms: Rooms, people: People) => {
  const positions = createPositions(db);

  const writeAll = (batch: readonly Arrival[]): number => {
    positions.beginBatch();
    const tally = createTally(db);
    const grams: { readonly pos: number; readonly tokens: string }[] = [];
    let stored = 0;
    const store = ({ roomKey, app, item }: Arrival) => {
      const room = rooms.of(roomKey, app);
      const pos = positions.take(room.id, item.id, item.at);
      if (pos === undefined) return;
      const { author: person, text, rest } = packItem(item);
      const author = person && people.author(room.app, person, Math.floor(item.at));
      db.run(
        INSERT_ITEM,
        pos,
        room.id,
        item.id,
        item.kind,
        item.at,
        item.receivedAt,
        author?.user ?? null,
        author?.persona ?? null,
        text,
        rest,
      );
      stored += 1;
      if (author === undefined) return;
      if (text !== null) grams.push({ pos, tokens: indexTokens(text, room.id, author.user) });
      tally.add(author.user, room.id, item);
    };
    for (const arrival of batch) store(arrival);
    tally.write();
    // Last, with no other statement in between: one that SQLite guards by a savepoint makes the index write out what
    // it has gathered, and a batch must become one piece of it.
    for (const { pos, tokens } of grams) db.run(INSERT_GRAMS, pos, tokens);
    return stored;
  };

  return {
    /** How many of the batch were new. */
    write: (batch: readonly Arrival[]): number => {
      const ordered = batch.toSorted((a, b) => secondOf(a.item.at) - secondOf(b.item.at));
      try {
        return db.transaction(() => writeAll(ordered));
      } catch (error) {
        people.forgetCache();
        rooms.forgetCache();
        positions.forget();
        throw error;
      }
    },
    /** After deletions: what is gone may come again. */
    forgetCache: positions.forget,
  };
};
export type Writer = ReturnType<typeof createWriter>;
