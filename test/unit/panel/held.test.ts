import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { HeldItem } from '../../../main/contract/models/held.ts';
import {
  afterAnswer,
  afterDeciding,
  heldOf,
  nothingDecided,
  selectionAfterMove,
  waitingItems,
} from '../../../renderer/panel/features/held/waiting.ts';
import { comment } from './feed-samples.ts';

const held = (id: string, heldAt: number, roomKey = 'a/r'): HeldItem => ({
  id,
  roomKey,
  item: { ...comment(id, { level: 'hold' }), id: `item-${id}` },
  heldAt,
  deadline: null,
});
const known = { c: held('c', 3), a: held('a', 1), b: held('b', 2, 'a/other') };
const ids = (items: readonly HeldItem[]) => items.map((one) => one.id);

describe('the held queue', () => {
  it('is over all rooms, the longest waiting first', () => {
    expect(ids(waitingItems(known, nothingDecided))).toEqual(['a', 'b', 'c']);
    expect(waitingItems(undefined, nothingDecided)).toEqual([]);
  });

  it('lets go at once of what is being decided, and takes it back when the host still has it', () => {
    const queue = waitingItems(known, nothingDecided);
    const deciding = afterDeciding(queue, nothingDecided, ['b']);
    expect(ids(waitingItems(known, deciding))).toEqual(['a', 'c']);
    expect(ids(waitingItems(known, afterAnswer(deciding, ['b'])))).toEqual(['a', 'b', 'c']);
  });

  it('moves the selection to the next that waits, so that one key works through it', () => {
    const queue = waitingItems(known, nothingDecided);
    const first = afterDeciding(queue, { ...nothingDecided, selected: 'a' }, ['a']);
    expect(first.selected).toBe('b');
    const last = afterDeciding(queue, { ...nothingDecided, selected: 'c' }, ['c']);
    expect(last.selected).toBe('b');
    expect(afterDeciding(queue, { ...nothingDecided, selected: 'a' }, ['a', 'b', 'c']).selected).toBeNull();
  });

  it('finds the waiting entry of a comment in its own room only', () => {
    expect(heldOf(known, nothingDecided, 'a/other', 'item-b')?.id).toBe('b');
    expect(heldOf(known, nothingDecided, 'a/r', 'item-b')).toBeUndefined();
  });

  it('keeps the selection within the queue, wherever it was', () => {
    const queue = waitingItems(known, nothingDecided);
    fc.assert(
      fc.property(fc.option(fc.constantFrom('a', 'b', 'c', 'gone')), fc.integer(), (selected, step) => {
        expect(ids(queue)).toContain(selectionAfterMove(queue, selected, step));
      }),
    );
    expect(selectionAfterMove([], 'a', 1)).toBeNull();
  });
});
