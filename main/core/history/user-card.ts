import type { RoomKey } from '../../contract/models/feed-item.ts';
import type { Person } from '../../contract/models/person.ts';
import { ok, type Result } from '../../contract/result.ts';
import type { Database } from './database.ts';
import type { Mark, Marks } from './marks.ts';
import type { People } from './people.ts';
import type { Rooms } from './rooms.ts';
import { type HitPage, searchComments } from './search.ts';
import { readUserRooms, roomOfUserRoom, type UserRoomRow } from './user-rooms.ts';

export type UserCardQuery = {
  /** SDKAppID: users are one across the rooms of an app. */
  readonly app: number;
  readonly userId: string;
  readonly limit?: number | undefined;
  /** Page mark of the comments. */
  readonly cursor?: string | undefined;
};

export type Alias = { readonly nick: string; readonly firstSeen: number; readonly lastSeen: number };
export type UserInRoom = {
  readonly roomKey: RoomKey;
  readonly comments: number;
  readonly firstSeen: number;
  readonly lastSeen: number;
};

/** What this console knows of a user in all rooms of an app; times in ms since the epoch. */
export type UserCard = Pick<Mark, 'note' | 'watch'> & {
  readonly app: number;
  /** As seen last; nickname = userID where the user was never seen. */
  readonly person: Person;
  /** Newest first. */
  readonly aliases: readonly Alias[];
  readonly firstSeen?: number;
  readonly lastSeen?: number;
  readonly comments: number;
  /** Comments that the word rules spoke up about. */
  readonly verdicts: { readonly flag: number; readonly hold: number; readonly block: number };
  /** Most recent first. */
  readonly rooms: readonly UserInRoom[];
  readonly page: HitPage;
};

type PersonaRow = { readonly nick: string; readonly avatar: string; readonly role: string };
type AliasRow = { readonly nick: string; readonly first: number; readonly last: number };
const MOST_ALIASES = 100;

const personOf = (db: Database, user: number, userId: string): Person => {
  const row = db.get<PersonaRow>(
    'SELECT nick, avatar, role FROM personas WHERE user = ? ORDER BY last_seen DESC, id DESC LIMIT 1',
    user,
  );
  return {
    userId,
    nick: row?.nick ?? userId,
    ...(row?.avatar ? { avatar: row.avatar } : {}),
    ...(row?.role ? { role: row.role as NonNullable<Person['role']> } : {}),
  };
};

/** The newest persona's own "last seen" may lag; it is in use until the user was last seen. */
const aliasesOf = (db: Database, user: number, lastSeen: number | undefined): Alias[] =>
  db
    .all<AliasRow>(
      `SELECT nick, min(first_seen) AS first, max(last_seen) AS last FROM personas WHERE user = ?
       GROUP BY nick ORDER BY last DESC, max(id) DESC LIMIT ?`,
      user,
      MOST_ALIASES,
    )
    .map(({ nick, first, last }, index) => ({
      nick,
      firstSeen: first,
      lastSeen: index === 0 ? (lastSeen ?? last) : last,
    }));

const shownRooms = (rooms: Rooms, rows: readonly UserRoomRow[]): UserInRoom[] =>
  rows.flatMap(({ id, comments, first_seen: firstSeen, last_seen: lastSeen }) => {
    const roomKey = rooms.keyOf(roomOfUserRoom(id));
    return roomKey === undefined ? [] : [{ roomKey, comments, firstSeen, lastSeen }];
  });

const sum = (rows: readonly UserRoomRow[], of: 'comments' | 'flagged' | 'held' | 'blocked'): number =>
  rows.reduce((total, row) => total + row[of], 0);

const stranger = (query: UserCardQuery, mark: Mark): UserCard => ({
  ...mark,
  person: { userId: query.userId, nick: query.userId },
  aliases: [],
  comments: 0,
  verdicts: { flag: 0, hold: 0, block: 0 },
  rooms: [],
  page: { hits: [] },
});

export const readUserCard = (
  db: Database,
  { rooms, people, marks }: { readonly rooms: Rooms; readonly people: People; readonly marks: Marks },
  query: UserCardQuery,
): Result<UserCard> => {
  const { app, userId: _named, ...mark } = marks.of(query.app, query.userId);
  const id = people.find(query.app, query.userId);
  if (id === undefined) return ok(stranger(query, { app, userId: query.userId, ...mark }));
  const page = searchComments(db, rooms, { text: '', limit: query.limit, cursor: query.cursor }, [id]);
  if (!page.ok) return page;
  const rows = readUserRooms(db, id);
  const lastSeen = rows[0]?.last_seen;
  const firstSeen = rows.length === 0 ? undefined : Math.min(...rows.map((row) => row.first_seen));
  return ok({
    ...mark,
    app,
    person: personOf(db, id, query.userId),
    aliases: aliasesOf(db, id, lastSeen),
    ...(firstSeen === undefined ? {} : { firstSeen }),
    ...(lastSeen === undefined ? {} : { lastSeen }),
    comments: sum(rows, 'comments'),
    verdicts: { flag: sum(rows, 'flagged'), hold: sum(rows, 'held'), block: sum(rows, 'blocked') },
    rooms: shownRooms(rooms, rows),
    page: page.value,
  });
};
