import type { Person } from '../../contract/models/person.ts';
import type { Database } from './database.ts';

export type StoredAuthor = { readonly user: number; readonly persona: number };
type Remembered = StoredAuthor & { readonly shown: Person; readonly seen: number };

const sameShown = (a: Person, b: Person): boolean =>
  a.nick === b.nick && a.avatar === b.avatar && a.role === b.role;

/** People remembered without asking the file: more than are ever active at once. */
const CACHE_SIZE = 30_000;
/** A persona's "last seen" is written at most this often; the newest one's is taken from the user's rooms anyway. */
export const PERSONA_SLACK_MS = 3_600_000;

/** Users (per app) and their personas: each nickname, picture and role that a user was seen with. */
export const createPeople = (db: Database) => {
  const cache = new Map<string, Remembered>();

  const remember = (key: string, author: Remembered) => {
    if (cache.size >= CACHE_SIZE) {
      const oldest = cache.keys().next().value;
      if (oldest !== undefined) cache.delete(oldest);
    }
    cache.set(key, author);
  };

  const inserted = (row: { id: number } | undefined): number => {
    if (row === undefined) throw new Error('SQLite stored a person and gave no number');
    return row.id;
  };

  const find = (app: number, userId: string): number | undefined =>
    db.get<{ id: number }>('SELECT id FROM users WHERE app = ? AND user_id = ?', app, userId)?.id;

  const storeUser = (app: number, userId: string): number =>
    find(app, userId) ??
    inserted(db.get('INSERT INTO users (app, user_id) VALUES (?, ?) RETURNING id', app, userId));

  const storePersona = (user: number, { nick, avatar = '', ...person }: Person, at: number): number => {
    const role = person.role ?? '';
    const known = db.get<{ id: number; first_seen: number; last_seen: number }>(
      'SELECT id, first_seen, last_seen FROM personas WHERE user = ? AND nick = ? AND avatar = ? AND role = ?',
      user,
      nick,
      avatar,
      role,
    );
    if (known === undefined) {
      return inserted(
        db.get(
          `INSERT INTO personas (user, nick, avatar, role, first_seen, last_seen) VALUES (?, ?, ?, ?, ?, ?)
           RETURNING id`,
          user,
          nick,
          avatar,
          role,
          at,
          at,
        ),
      );
    }
    if (at < known.first_seen || at - known.last_seen >= PERSONA_SLACK_MS) {
      db.run(
        'UPDATE personas SET first_seen = min(first_seen, ?), last_seen = max(last_seen, ?) WHERE id = ?',
        at,
        at,
        known.id,
      );
    }
    return known.id;
  };

  return {
    /** The rows of an author, stored if they are new. Call inside a transaction. */
    author: (app: number, person: Person, at: number): StoredAuthor => {
      const key = `${app} ${person.userId}`;
      const cached = cache.get(key);
      if (
        cached !== undefined &&
        Math.abs(at - cached.seen) < PERSONA_SLACK_MS &&
        sameShown(cached.shown, person)
      ) {
        return cached;
      }
      const user = storeUser(app, person.userId);
      const author = { user, persona: storePersona(user, person, at), shown: person, seen: at };
      remember(key, author);
      return author;
    },
    find,
    /** After a roll-back or a deletion: what was remembered may no longer be there. */
    forgetCache: () => cache.clear(),
  };
};
export type People = ReturnType<typeof createPeople>;
