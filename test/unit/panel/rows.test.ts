import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createSieve, noFilter } from '../../../renderer/panel/features/feed/filter.ts';
import { defaultFoldRules } from '../../../renderer/panel/features/feed/fold.ts';
import { appendEvents, noLines } from '../../../renderer/panel/features/feed/room-lines.ts';
import {
  newestRows,
  type RowId,
  rowAfterMove,
  rowsOf,
  sameRow,
  selectedRow,
} from '../../../renderer/panel/features/feed/rows.ts';
import { comment, join, like } from './feed-samples.ts';

const lines = appendEvents(
  noLines,
  [comment('a'), like(0), like(1), join(2), comment('b'), comment('c')],
  defaultFoldRules,
);
const rows = (open: number[] = []) => rowsOf({ lines, from: 0, open: new Set(open), sieve: undefined });
const ids = (open: number[] = []) => rows(open).map((row) => row.id);

describe('the rows of a feed', () => {
  it('show a folded line as one row', () => {
    expect(ids()).toEqual(['l0', 'l1', 'l4', 'l5']);
  });

  it('show an opened line with its single events below', () => {
    expect(ids([1])).toEqual(['l0', 'l1', 'e1', 'e2', 'e3', 'l4', 'l5']);
  });

  it('do not open a line that holds one event', () => {
    expect(ids([0])).toEqual(ids());
  });

  it('begin at the first line that is drawn', () => {
    expect(rowsOf({ lines, from: 2, open: new Set(), sieve: undefined }).map((row) => row.id)).toEqual([
      'l4',
      'l5',
    ]);
  });

  it('show only what a filter lets through, from all of memory', () => {
    const sieve = createSieve({ ...noFilter, text: 'B' });
    expect(rowsOf({ lines, from: 3, open: new Set(), sieve }).map((row) => row.id)).toEqual(['l4']);
  });
});

describe('the newest rows', () => {
  const events = fc.array(fc.constantFrom('say', 'like', 'join'), { maxLength: 60 });

  it('are the end of all rows, and the others are counted', () => {
    fc.assert(
      fc.property(
        events,
        fc.nat(40),
        fc.nat(20),
        fc.array(fc.nat(60)),
        fc.boolean(),
        (kinds, count, from, open, sifted) => {
          const items = kinds.map((kind, index) =>
            kind === 'say' ? comment(`words ${index}`) : kind === 'like' ? like(0) : join(0),
          );
          const input = {
            lines: appendEvents(noLines, items, defaultFoldRules, 50),
            from,
            open: new Set(open),
            sieve: sifted ? createSieve({ ...noFilter, text: '1' }) : undefined,
          };
          const all = rowsOf(input);
          const newest = newestRows(input, count);
          expect(newest.rows).toEqual(all.slice(newest.above));
          expect(newest.above + newest.rows.length).toBe(all.length);
          expect(newest.rows.length).toBeGreaterThanOrEqual(Math.min(count, all.length));
          expect(newest.rows.length).toBeLessThanOrEqual(count + 8);
        },
      ),
    );
  });

  it('begin with the same row for a while, so that what comes is only added', () => {
    const said = (count: number) =>
      appendEvents(
        noLines,
        Array.from({ length: count }, (_, index) => comment(`words ${index}`)),
        defaultFoldRules,
      );
    const firsts = [100, 101, 102, 103].map(
      (count) =>
        newestRows({ lines: said(count), from: 0, open: new Set(), sieve: undefined }, 20).rows[0]?.id,
    );
    expect(new Set(firsts).size).toBe(1);
  });
});

describe('a row of a feed that grew', () => {
  const idsOfSame = (more: Parameters<typeof appendEvents>[1], open: number[]) => {
    const grown = appendEvents(lines, more, defaultFoldRules);
    const after = rowsOf({ lines: grown, from: 0, open: new Set(open), sieve: undefined });
    return rows()
      .filter((row, index) => after[index] !== undefined && sameRow(row, after[index]))
      .map((row) => row.id);
  };

  it('is still the same, so that it is not drawn again', () => {
    expect(idsOfSame([comment('d')], [])).toEqual(['l0', 'l1', 'l4', 'l5']);
  });

  it('is another one where its line took something in or was opened', () => {
    expect(idsOfSame([like(3)], [])).toEqual(['l0', 'l4', 'l5']);
    expect(idsOfSame([], [1])).toEqual(['l0']);
  });
});

describe('the selection', () => {
  it('begins at the newest row', () => {
    expect(rowAfterMove(rows(), null, -1)).toBe('l5');
  });

  it('moves row by row and stops at the ends', () => {
    expect(rowAfterMove(rows(), 'l5', -1)).toBe('l4');
    expect(rowAfterMove(rows(), 'l5', 1)).toBe('l5');
    expect(rowAfterMove(rows(), 'l0', -1)).toBe('l0');
  });

  it('goes to the line when the event that was selected is folded away', () => {
    expect(selectedRow({ lines, open: new Set(), sieve: undefined }, 'e2')?.id).toBe('l1');
  });

  it('is always on a row that is there', () => {
    fc.assert(
      fc.property(fc.nat(9), fc.boolean(), fc.integer({ min: -12, max: 12 }), (seq, event, step) => {
        const id: RowId = event ? `e${seq}` : `l${seq}`;
        expect(ids([1])).toContain(rowAfterMove(rows([1]), id, step));
      }),
    );
  });

  it('is nowhere in an empty feed', () => {
    expect(rowAfterMove([], 'l3', 1)).toBeNull();
    expect(selectedRow({ lines: noLines, open: new Set(), sieve: undefined }, 'l3')).toBeUndefined();
  });
});
