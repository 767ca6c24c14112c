import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type ChunkedList,
  dropFirst,
  emptyList,
  itemAt,
  prepend,
  replaceFrom,
  sliceList,
} from '../../../renderer/panel/features/feed/chunked-list.ts';

type Step =
  | { readonly kind: 'replace'; readonly from: number; readonly items: readonly number[] }
  | { readonly kind: 'drop'; readonly count: number }
  | { readonly kind: 'prepend'; readonly items: readonly number[] };

const items = fc.array(fc.integer(), { maxLength: 700 });
const step: fc.Arbitrary<Step> = fc.oneof(
  fc.record({ kind: fc.constant('replace' as const), from: fc.nat(1_500), items }),
  fc.record({ kind: fc.constant('drop' as const), count: fc.nat(900) }),
  fc.record({ kind: fc.constant('prepend' as const), items: fc.array(fc.integer(), { maxLength: 300 }) }),
);

const onList = (list: ChunkedList<number>, one: Step): ChunkedList<number> => {
  if (one.kind === 'replace') return replaceFrom(list, one.from, one.items);
  return one.kind === 'drop' ? dropFirst(list, one.count) : prepend(list, one.items);
};

const onArray = (array: readonly number[], one: Step): readonly number[] => {
  if (one.kind === 'replace') return [...array.slice(0, one.from), ...one.items];
  return one.kind === 'drop' ? array.slice(one.count) : [...one.items, ...array];
};

describe('a chunked list', () => {
  it('holds what an array would hold after the same changes', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 12 }), (steps) => {
        let list: ChunkedList<number> = emptyList;
        let array: readonly number[] = [];
        for (const one of steps) {
          list = onList(list, one);
          array = onArray(array, one);
          expect(list.length).toBe(array.length);
          expect(sliceList(list, 0)).toEqual(array);
          expect(itemAt(list, array.length - 1)).toBe(array.at(-1));
          expect(itemAt(list, array.length)).toBeUndefined();
        }
      }),
      { numRuns: 150 },
    );
  });

  it('leaves an older version as it was', () => {
    const older = replaceFrom(emptyList as ChunkedList<number>, 0, [1, 2, 3]);
    replaceFrom(older, 1, [9, 9, 9, 9]);
    dropFirst(older, 2);
    expect(sliceList(older, 0)).toEqual([1, 2, 3]);
  });

  it('answers a part of itself across chunks', () => {
    const list = dropFirst(
      replaceFrom(
        emptyList as ChunkedList<number>,
        0,
        Array.from({ length: 1_000 }, (_, index) => index),
      ),
      100,
    );
    expect(sliceList(list, 150, 160)).toEqual([250, 251, 252, 253, 254, 255, 256, 257, 258, 259]);
  });
});
