/**
 * `items.pos` is the whole second of `at` times 2^20 plus a number within that second: rows lie in order of time, so
 * that time bounds, paging and retention are ranges of the key. It stays below 2^53 until the year 2242.
 *
 * `user_rooms.id` is the user's number times 2^20 plus the room's (see user-rooms.ts): a plain integer key, because
 * this table is written for every comment.
 *
 * `comment_grams` indexes each comment's runs of three characters, its room and its user (see grams.ts); it
 * holds no text of its own. It takes batches in one piece, where an index on the user or on the item's ID would touch
 * a page a row (measured: 400 rows dirtied 800 pages more, and inserts were three times slower).
 */
const version1 = `
CREATE TABLE rooms (
  id INTEGER PRIMARY KEY,
  app INTEGER NOT NULL,
  room_id TEXT NOT NULL,
  UNIQUE (app, room_id)
) STRICT;
CREATE TABLE room_keys (
  key TEXT PRIMARY KEY,
  room INTEGER NOT NULL REFERENCES rooms (id) ON DELETE CASCADE,
  used INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX room_keys_room ON room_keys (room, used);

CREATE TABLE users (
  id INTEGER PRIMARY KEY,
  app INTEGER NOT NULL,
  user_id TEXT NOT NULL,
  UNIQUE (app, user_id)
) STRICT;
CREATE TABLE personas (
  id INTEGER PRIMARY KEY,
  user INTEGER NOT NULL REFERENCES users (id) ON DELETE CASCADE,
  nick TEXT NOT NULL,
  avatar TEXT NOT NULL,
  role TEXT NOT NULL,
  first_seen INTEGER NOT NULL,
  last_seen INTEGER NOT NULL,
  UNIQUE (user, nick, avatar, role)
) STRICT;
CREATE TABLE user_rooms (
  id INTEGER PRIMARY KEY,
  first_seen INTEGER NOT NULL,
  last_seen INTEGER NOT NULL,
  comments INTEGER NOT NULL,
  flagged INTEGER NOT NULL,
  held INTEGER NOT NULL,
  blocked INTEGER NOT NULL,
  first_item TEXT,
  first_at INTEGER
) STRICT;

CREATE TABLE items (
  pos INTEGER PRIMARY KEY,
  room INTEGER NOT NULL,
  id TEXT NOT NULL,
  kind TEXT NOT NULL,
  at REAL NOT NULL,
  received REAL NOT NULL,
  user INTEGER,
  persona INTEGER,
  text TEXT,
  rest TEXT
) STRICT;
CREATE INDEX items_room ON items (room, pos);
CREATE INDEX items_other ON items (pos) WHERE kind <> 'comment';
CREATE VIRTUAL TABLE comment_grams USING fts5(
  grams, content = '', contentless_delete = 1, detail = none, tokenize = 'ascii'
);
-- Fewer and larger merges than the defaults of 4 and 16: a sixth less work on inserting (measured).
INSERT INTO comment_grams (comment_grams, rank) VALUES ('automerge', 16);
INSERT INTO comment_grams (comment_grams, rank) VALUES ('crisismerge', 64);

CREATE TABLE marks (
  app INTEGER NOT NULL,
  user_id TEXT NOT NULL,
  note TEXT,
  noted_at INTEGER,
  watched_since INTEGER,
  watched_until INTEGER,
  PRIMARY KEY (app, user_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE hidden_items (
  room INTEGER NOT NULL REFERENCES rooms (id) ON DELETE CASCADE,
  item_id TEXT NOT NULL,
  user_id TEXT NOT NULL,
  at INTEGER NOT NULL,
  PRIMARY KEY (room, item_id)
) STRICT, WITHOUT ROWID;
CREATE TABLE hidden_users (
  room INTEGER NOT NULL REFERENCES rooms (id) ON DELETE CASCADE,
  user_id TEXT NOT NULL,
  up_to INTEGER,
  PRIMARY KEY (room, user_id)
) STRICT, WITHOUT ROWID;
`;

/** One entry a version, oldest first; an entry never changes once it has shipped. */
export const historySchema: readonly string[] = [version1];
