/** One thing that happened in a room, ready for the wire. */
export type LogEntry = {
  /** Place in the log; grows with time and never goes back, not even over a restart. */
  readonly cursor: number;
  readonly seq: number;
  /** Milliseconds since the epoch, without skew. */
  readonly at: number;
  /** Event number of sdk-wire 7. */
  readonly event: number;
  /** The whole item as JSON, written once for all who read it. */
  readonly json: string;
  readonly fromId: string;
  readonly tinyId: string;
  readonly clientTime: number;
  readonly random: number;
  recalled: boolean;
};

export type RoomLog = {
  readonly end: () => number;
  readonly nextSeq: () => number;
  append(entry: Omit<LogEntry, 'cursor' | 'at' | 'recalled'>): LogEntry;
  /** Entries after `cursor`, oldest first, at most `limit` (0 = all). */
  after(cursor: number, limit: number): readonly LogEntry[];
  /** The newest `count` ordinary messages before `cursor`, oldest first. */
  before(cursor: number, count: number): readonly LogEntry[];
  bySeq(seq: number): LogEntry | undefined;
  /** The newest `count` ordinary messages that were not recalled, oldest first. */
  lastMessages(count: number): readonly LogEntry[];
  readonly size: () => number;
};

type RoomLogOptions = {
  readonly now: () => number;
  /** How long entries are kept, ms. */
  readonly keepMs: number;
  readonly keepCount: number;
};

/** MsgSeq starts at a number that a room cannot have reached before the restart: the cap is 40 a second, one more for broadcasts. */
const seqsPerSecond = 48;
const seqEpochSeconds = Date.UTC(2026, 0, 1) / 1000;

/** First position with a cursor greater than `cursor`. */
const firstAfter = (entries: readonly LogEntry[], cursor: number): number => {
  let low = 0;
  let high = entries.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((entries[middle]?.cursor ?? 0) > cursor) high = middle;
    else low = middle + 1;
  }
  return low;
};

export const createRoomLog = ({ now, keepMs, keepCount }: RoomLogOptions): RoomLog => {
  let entries: LogEntry[] = [];
  const bySeq = new Map<number, LogEntry>();
  // A cursor is microseconds since the epoch, or one more than the last.
  let end = Math.floor(now() * 1000);
  let seq = Math.floor((now() / 1000 - seqEpochSeconds) * seqsPerSecond) >>> 0;

  const trim = (): void => {
    const oldest = now() - keepMs;
    const tooMany = Math.max(0, entries.length - keepCount);
    const firstFresh = entries.findIndex((entry, at) => at >= tooMany && entry.at >= oldest);
    const drop = firstFresh === -1 ? entries.length : firstFresh;
    // Cutting a long array is dear: do it in big pieces.
    if (drop < 1_000 && drop < entries.length) return;
    for (const entry of entries.slice(0, drop)) bySeq.delete(entry.seq);
    entries = entries.slice(drop);
  };

  return {
    end: () => end,
    nextSeq() {
      seq = (seq + 1) >>> 0;
      return seq;
    },
    append(fields) {
      const at = now();
      end = Math.max(end + 1, Math.floor(at * 1000));
      const entry: LogEntry = { ...fields, cursor: end, at, recalled: false };
      entries.push(entry);
      bySeq.set(entry.seq, entry);
      if (entries.length % 1_000 === 0) trim();
      return entry;
    },
    after(cursor, limit) {
      if (cursor >= end) return [];
      const from = firstAfter(entries, cursor);
      return entries.slice(from, limit > 0 ? from + limit : undefined);
    },
    before(cursor, count) {
      const to = firstAfter(entries, cursor - 1);
      return entries.slice(Math.max(0, to - count), to).filter((entry) => entry.event === 3);
    },
    bySeq: (wanted) => bySeq.get(wanted),
    lastMessages(count) {
      const found: LogEntry[] = [];
      for (let at = entries.length - 1; at >= 0 && found.length < count; at -= 1) {
        const entry = entries[at];
        if (entry !== undefined && entry.event === 3 && !entry.recalled) found.unshift(entry);
      }
      return found;
    },
    size: () => entries.length,
  };
};
