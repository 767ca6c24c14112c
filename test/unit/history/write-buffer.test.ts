import { describe, expect, it } from 'vitest';
import { type AppError, appError } from '../../../main/contract/app-error.ts';
import { err, ok } from '../../../main/contract/result.ts';
import { createWriteBuffer } from '../../../main/core/history/write-buffer.ts';
import type { Arrival } from '../../../main/core/history/writer.ts';
import { createManualClock } from '../../support/manual-clock.ts';
import { aComment } from './test-history.ts';

const full = appError('storage', { en: 'full', 'zh-CN': '满' }, { retryable: true });
const arrivals = (count: number): Arrival[] =>
  Array.from({ length: count }, () => ({ roomKey: 'a/b', app: 1, item: aComment() }));

const buffered = (batchRows = 10) => {
  const clock = createManualClock();
  const written: string[][] = [];
  const troubles: (AppError | undefined)[] = [];
  const disk = { full: false };
  const buffer = createWriteBuffer({
    clock,
    batchRows,
    write: (batch) => {
      if (disk.full) return err(full);
      written.push(batch.map(({ item }) => item.id));
      return ok(batch.length);
    },
    onTrouble: (error) => troubles.push(error),
  });
  return { clock, written, troubles, disk, buffer };
};

describe('the write buffer', () => {
  it('commits what came together, well within 200 ms', () => {
    const { clock, written, buffer } = buffered();
    buffer.add(arrivals(2));
    buffer.add(arrivals(1));
    expect(written).toEqual([]);
    clock.advance(100);
    expect(written.map((batch) => batch.length)).toEqual([3]);
    expect(clock.pending()).toBe(0);
  });

  it('commits a full batch at once, and never more than a batch at a time', () => {
    const { clock, written, buffer } = buffered(10);
    buffer.add(arrivals(25));
    expect(written.map((batch) => batch.length)).toEqual([10, 10]);
    clock.advance(100);
    expect(written.map((batch) => batch.length)).toEqual([10, 10, 5]);
  });

  it('keeps everything in order while the disk refuses, and says so once', () => {
    const { clock, written, troubles, disk, buffer } = buffered(10);
    const all = arrivals(35);
    disk.full = true;
    buffer.add(all.slice(0, 20));
    buffer.add(all.slice(20));
    clock.advance(10_000);
    expect(written).toEqual([]);
    expect(troubles).toEqual([full]);
    disk.full = false;
    clock.advance(2000);
    expect(written.flat()).toEqual(all.map(({ item }) => item.id));
    expect(troubles).toEqual([full, undefined]);
  });

  it('gives up the oldest when too much waits, and counts it', () => {
    const { disk, buffer } = buffered(100);
    disk.full = true;
    for (let round = 0; round < 6; round += 1) buffer.add(arrivals(10_000));
    expect(buffer.counts()).toEqual({ waiting: 50_000, lost: 10_000 });
  });

  it('answers a flush with the refusal', () => {
    const { disk, buffer } = buffered();
    disk.full = true;
    buffer.add(arrivals(3));
    expect(buffer.flush()).toEqual(full);
    disk.full = false;
    expect(buffer.flush()).toBeUndefined();
    expect(buffer.counts()).toEqual({ waiting: 0, lost: 0 });
  });

  it('brings itself up to date before a reading, but holds nothing up for it', () => {
    const { written, disk, buffer } = buffered(10);
    buffer.add(arrivals(3));
    buffer.freshen();
    expect(written.flat()).toHaveLength(3);
    disk.full = true;
    buffer.add(arrivals(95));
    disk.full = false;
    buffer.freshen();
    expect(buffer.counts().waiting).toBe(95);
    expect(buffer.flush()).toBeUndefined();
    expect(written.flat()).toHaveLength(98);
  });

  it('forgets what waits when everything is deleted', () => {
    const { clock, written, buffer } = buffered();
    buffer.add(arrivals(3));
    buffer.drop();
    clock.advance(1000);
    expect(written).toEqual([]);
  });
});
