import { describe, expect, it } from 'vitest';
import { cleanVerdict } from '../../../main/contract/models/verdict.ts';
import {
  afterPurge,
  afterRecall,
  afterVerdict,
  hiddenState,
  noMarks,
} from '../../../renderer/panel/features/feed/marks.ts';
import { comment, like } from './feed-samples.ts';

const entry = (at: number, userId = 'troll') => ({ seq: at, item: comment('x', { at, userId }) });

describe('what is hidden', () => {
  it('is a single comment until it is shown again', () => {
    const one = entry(1);
    const hidden = afterPurge(noMarks, { itemIds: [one.item.id], hidden: true });
    expect(hiddenState(hidden, one)).toBe('hidden');
    expect(hiddenState(hidden, entry(2))).toBe('shown');
    expect(hiddenState(afterPurge(hidden, { itemIds: [one.item.id], hidden: false }), one)).toBe('shown');
  });

  it('is all that a user said up to a time', () => {
    const hidden = afterPurge(noMarks, { itemIds: [], userId: 'troll', upTo: 10, hidden: true });
    expect(hiddenState(hidden, entry(10))).toBe('hidden');
    expect(hiddenState(hidden, entry(11))).toBe('shown');
    expect(hiddenState(hidden, entry(5, 'someone'))).toBe('shown');
  });

  it('is also what is to come when no time is given', () => {
    const hidden = afterPurge(noMarks, { itemIds: [], userId: 'troll', hidden: true });
    expect(hiddenState(hidden, entry(99))).toBe('hidden');
    expect(hiddenState(afterPurge(hidden, { itemIds: [], userId: 'troll', hidden: false }), entry(99))).toBe(
      'shown',
    );
  });

  it('says so when the room itself recalled it', () => {
    const one = entry(1);
    expect(hiddenState(afterRecall(noMarks, [one.item.id]), one)).toBe('recalled');
  });

  it('is never a like or a join', () => {
    const hidden = afterPurge(noMarks, { itemIds: [], userId: 'fan', hidden: true });
    expect(hiddenState(hidden, { seq: 1, item: like() })).toBe('shown');
  });
});

describe('marks of a show that goes on for hours', () => {
  it('are bounded, the newest kept', () => {
    const ids = Array.from({ length: 20_000 }, (_, index) => `i${index}`);
    let marks = noMarks;
    for (let index = 0; index < ids.length; index += 500) {
      const some = ids.slice(index, index + 500);
      marks = afterRecall(afterPurge(marks, { itemIds: some, hidden: true }), some);
    }
    for (const id of ids.slice(0, 4_500)) marks = afterVerdict(marks, id, cleanVerdict);
    expect(marks.items.size).toBeLessThanOrEqual(12_500);
    expect(marks.recalled.size).toBeLessThanOrEqual(12_500);
    expect(marks.verdicts.size).toBeLessThanOrEqual(4_000);
    expect(marks.items.has('i19999') && marks.recalled.has('i19999')).toBe(true);
    expect(marks.verdicts.has('i4499')).toBe(true);
  });
});
