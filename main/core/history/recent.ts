import { type FeedItem, recalledIn } from '../../contract/models/feed-item.ts';
import type { Database } from './database.ts';
import { ITEM_AT, ITEM_AUTHOR, ITEM_COLUMNS, type ItemRow, unpackItem } from './item-codec.ts';
import { LAST_POSITION } from './position.ts';

export type RecentPage = { readonly items: readonly FeedItem[]; readonly more: boolean };

const PAGE = `SELECT ${ITEM_COLUMNS} FROM items ${ITEM_AUTHOR}
  WHERE items.room = ? AND items.pos < ? ORDER BY items.pos DESC LIMIT ?`;
const FIND = `SELECT pos FROM (SELECT pos, id FROM items WHERE room = ? ORDER BY pos DESC LIMIT ?) WHERE id = ? LIMIT 1`;

/** Recalls that name an item, among a room's newest items; the name is looked for as JSON writes it. */
const RECALLS = `SELECT ${ITEM_COLUMNS} FROM (SELECT * FROM items WHERE room = ? ORDER BY pos DESC LIMIT ?) items
  ${ITEM_AUTHOR} WHERE items.kind = 'moderation' AND instr(items.rest, ?) > 0`;

/** Page ends remembered, so that paging back goes on from there without a search. */
const PAGE_ENDS = 2000;
/** An ID that ended no page, or a recall, is looked for among so many of the room's newest items: about 20 ms. */
const LOOK_BACK = 20_000;
const NOTHING: RecentPage = { items: [], more: false };

/** Reads a room's items: in pages, newest page first, and one by its ID among the newest. */
export const createRecent = (db: Database) => {
  const ends = new Map<string, number>();

  const remember = (room: number, row: ItemRow | undefined) => {
    if (row === undefined) return;
    if (ends.size >= PAGE_ENDS) ends.clear();
    ends.set(`${room} ${row.id}`, row.pos);
  };

  const positionOf = (room: number, id: string): number | undefined =>
    ends.get(`${room} ${id}`) ?? db.get<{ pos: number }>(FIND, room, LOOK_BACK, id)?.pos;

  return {
    /** Oldest first; with `before`, the page that ends just before that item. */
    page: (room: number | undefined, limit: number, before: string | undefined): RecentPage => {
      if (room === undefined) return NOTHING;
      const end = before === undefined ? LAST_POSITION : positionOf(room, before);
      if (end === undefined) return NOTHING;
      const rows = db.all<ItemRow>(PAGE, room, end, limit + 1);
      const page = rows.slice(0, limit);
      remember(room, page.at(-1));
      return { items: page.reverse().flatMap((row) => unpackItem(row) ?? []), more: rows.length > limit };
    },
    find: (room: number | undefined, id: string): FeedItem | undefined => {
      const pos = room === undefined ? undefined : positionOf(room, id);
      const row = pos === undefined ? undefined : db.get<ItemRow>(ITEM_AT, pos);
      // A place may have been given to another item after a deletion.
      return row?.id === id ? unpackItem(row) : undefined;
    },
    isRecalled: (room: number | undefined, id: string): boolean => {
      if (room === undefined) return false;
      const rows = db.all<ItemRow>(RECALLS, room, LOOK_BACK, JSON.stringify(id));
      return recalledIn(rows.flatMap((row) => unpackItem(row) ?? [])).includes(id);
    },
  };
};
