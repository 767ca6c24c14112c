/** `entries` is folded from `events` and could be made anew from them; only `events` is the record. */
const version1 = `
CREATE TABLE events (
  n INTEGER PRIMARY KEY,
  body TEXT NOT NULL,
  hash TEXT NOT NULL
) STRICT;
CREATE TRIGGER events_stay BEFORE UPDATE ON events BEGIN SELECT raise(ABORT, 'the journal is append-only'); END;
CREATE TRIGGER events_remain BEFORE DELETE ON events BEGIN SELECT raise(ABORT, 'the journal is append-only'); END;
CREATE TABLE head (
  one INTEGER PRIMARY KEY CHECK (one = 1),
  n INTEGER NOT NULL,
  hash TEXT NOT NULL
) STRICT;

CREATE TABLE entries (
  n INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  batch TEXT NOT NULL,
  app INTEGER NOT NULL,
  room_key TEXT NOT NULL,
  user_id TEXT,
  type TEXT NOT NULL,
  actor TEXT NOT NULL,
  at INTEGER NOT NULL,
  status TEXT NOT NULL,
  undone INTEGER NOT NULL,
  state TEXT NOT NULL
) STRICT;
CREATE INDEX entries_batch ON entries (batch);
CREATE INDEX entries_room ON entries (room_key, n);
CREATE INDEX entries_user ON entries (app, user_id, n);
CREATE INDEX entries_pending ON entries (n) WHERE status = 'pending';
`;

/** Entries say which act they belong to. */
const version2 = `
UPDATE entries SET state = json_set(state, '$.entry.group', batch);
CREATE INDEX entries_at ON entries (at);
`;

export const journalSchema: readonly string[] = [version1, version2];
