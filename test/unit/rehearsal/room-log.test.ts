import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createRoomLog, type RoomLog } from '../../../main/rehearsal/state/room-log.ts';

const start = Date.UTC(2026, 5, 1);

const createLog = (options: Partial<{ keepMs: number; keepCount: number }> = {}) => {
  const clock = { now: start };
  const log = createRoomLog({ now: () => clock.now, keepMs: 600_000, keepCount: 5_000, ...options });
  const add = (event = 3) => {
    const seq = log.nextSeq();
    return log.append({
      seq,
      event,
      json: `{"MsgSeq":${seq}}`,
      fromId: 'ann',
      tinyId: '1',
      clientTime: 1,
      random: seq,
    });
  };
  return { clock, log, add };
};

/** Reads as a client polls: from where it was, as often as there is something. */
const readAll = (log: RoomLog, from: number, limit: number): readonly number[] => {
  const seqs: number[] = [];
  let cursor = from;
  for (let batch = log.after(cursor, limit); batch.length > 0; batch = log.after(cursor, limit)) {
    seqs.push(...batch.map((entry) => entry.seq));
    cursor = batch.at(-1)?.cursor ?? cursor;
  }
  return seqs;
};

describe('the log of a room', () => {
  test('gives every reader each entry once and in order, whatever the batch size', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 0, max: 50 }), { maxLength: 200 }),
        fc.integer({ min: 0, max: 30 }),
        (gaps, limit) => {
          const { clock, log, add } = createLog();
          const from = log.end();
          const written = gaps.map((gap) => {
            clock.now += gap;
            return add().seq;
          });
          expect(readAll(log, from, limit)).toEqual(written);
        },
      ),
    );
  });

  test('answers the same read again with the same entries', () => {
    const { log, add } = createLog();
    const from = log.end();
    for (let count = 0; count < 5; count += 1) add();
    expect(log.after(from, 3)).toEqual(log.after(from, 3));
  });

  test('has nothing for a reader who is at the end', () => {
    const { log, add } = createLog();
    add();
    expect(log.after(log.end(), 0)).toEqual([]);
  });

  test('goes on from where it was after a restart at the cap, in places and in numbers', () => {
    const before = createLog();
    for (let second = 0; second < 100; second += 1) {
      before.clock.now += 1_000;
      for (let count = 0; count < 40; count += 1) before.add();
    }
    const after = createRoomLog({ now: () => before.clock.now + 1, keepMs: 1, keepCount: 1 });
    expect(after.end()).toBeGreaterThan(before.log.end());
    expect(after.nextSeq()).toBeGreaterThan(before.log.nextSeq());
  });

  test('never goes back when the clock does', () => {
    const { clock, log, add } = createLog();
    const first = add().cursor;
    clock.now -= 3_600_000;
    expect(add().cursor).toBeGreaterThan(first);
    expect(log.after(first, 0).length).toBe(1);
  });

  test('forgets what is older than it keeps, and keeps what is not', () => {
    const { clock, log, add } = createLog({ keepMs: 60_000 });
    const old = add();
    for (let count = 0; count < 1_500; count += 1) add();
    clock.now += 61_000;
    for (let count = 0; count < 2_000; count += 1) add();
    expect(log.bySeq(old.seq)).toBeUndefined();
    expect(log.after(0, 0).length).toBeGreaterThanOrEqual(2_000);
    expect(log.size()).toBeLessThan(3_501);
  });

  test('shows the last messages without tips and without what was recalled', () => {
    const { log, add } = createLog();
    const one = add();
    const two = add();
    add(4);
    const three = add();
    two.recalled = true;
    expect(log.lastMessages(20)).toEqual([one, three]);
    expect(log.lastMessages(1)).toEqual([three]);
  });

  test('finds the messages before a place, for the duplicates fault', () => {
    const { log, add } = createLog();
    const all = [add(), add(), add(4), add(), add()];
    expect(log.before(all[3]?.cursor ?? 0, 2)).toEqual([all[1]]);
    expect(log.before(all[3]?.cursor ?? 0, 3)).toEqual([all[0], all[1]]);
  });
});
