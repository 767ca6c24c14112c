import { type FeedItem, feedItemSchema } from '../../contract/models/feed-item.ts';
import type { Person } from '../../contract/models/person.ts';
import { cleanVerdict } from '../../contract/models/verdict.ts';

/** An item as its row keeps it; the author lies in tables of their own. */
export type PackedItem = {
  readonly author: Person | undefined;
  readonly text: string | null;
  /** JSON of what the columns do not hold; `null` where that is nothing. */
  readonly rest: string | null;
};

/** A row joined with its author's persona. */
export type ItemRow = {
  readonly pos: number;
  readonly room: number;
  readonly id: string;
  readonly kind: string;
  readonly at: number;
  readonly received: number;
  readonly text: string | null;
  readonly rest: string | null;
  readonly user_id: string | null;
  readonly nick: string | null;
  readonly avatar: string | null;
  readonly role: string | null;
};

export const ITEM_COLUMNS = `items.pos, items.room, items.id, items.kind, items.at, items.received, items.text,
  items.rest, users.user_id, personas.nick, personas.avatar, personas.role`;
export const ITEM_AUTHOR = `LEFT JOIN users ON users.id = items.user
  LEFT JOIN personas ON personas.id = items.persona`;

/** One item by its place. */
export const ITEM_AT = `SELECT ${ITEM_COLUMNS} FROM items ${ITEM_AUTHOR} WHERE items.pos = ?`;

const asRest = (fields: object): string | null => {
  const json = JSON.stringify(fields);
  return json === '{}' ? null : json;
};

type CommentItem = Extract<FeedItem, { kind: 'comment' }>;

/** Most comments are clean, not on-screen, and by others: those facts cost no room. */
const packComment = (item: CommentItem): PackedItem => ({
  author: item.person,
  text: item.text,
  rest: asRest({
    ...(item.danmaku ? { danmaku: true } : {}),
    ...(item.own ? { own: true } : {}),
    ...(item.seq === undefined ? {} : { seq: item.seq }),
    ...(item.verdict.level === 'clean' && item.verdict.hits.length === 0 ? {} : { verdict: item.verdict }),
  }),
});

/** The single author of an item; kinds that name several people keep them in `rest`. */
const authorOf = (item: FeedItem): Person | undefined => {
  switch (item.kind) {
    case 'comment':
    case 'like':
    case 'gift':
    case 'custom':
      return item.person;
    default:
      return undefined;
  }
};

export const packItem = (item: FeedItem): PackedItem => {
  if (item.kind === 'comment') return packComment(item);
  const author = authorOf(item);
  const { id: _id, at: _at, receivedAt: _received, past: _past, kind: _kind, ...rest } = item;
  if (author === undefined) return { author, text: null, rest: asRest(rest) };
  const { person: _person, ...own } = rest as typeof rest & { person: Person };
  return { author, text: null, rest: asRest(own) };
};

const personOf = (row: ItemRow): Person | undefined => {
  if (row.user_id === null || row.nick === null) return undefined;
  return {
    userId: row.user_id,
    nick: row.nick,
    ...(row.avatar ? { avatar: row.avatar } : {}),
    ...(row.role ? { role: row.role as NonNullable<Person['role']> } : {}),
  };
};

const readRest = (text: string | null): object | undefined => {
  if (text === null) return {};
  try {
    const rest: unknown = JSON.parse(text);
    return typeof rest === 'object' && rest !== null ? rest : undefined;
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
};

/** The item again, as it was given; absent where the row no longer makes one (a damaged cell). */
export const unpackItem = (row: ItemRow): FeedItem | undefined => {
  const rest = readRest(row.rest);
  if (rest === undefined) return undefined;
  const person = personOf(row);
  const parsed = feedItemSchema.safeParse({
    id: row.id,
    at: row.at,
    receivedAt: row.received,
    kind: row.kind,
    ...(person === undefined ? {} : { person }),
    ...(row.kind === 'comment' ? { text: row.text, danmaku: false, own: false, verdict: cleanVerdict } : {}),
    ...rest,
  });
  return parsed.success ? parsed.data : undefined;
};
