import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { keepPlaces } from '../../../renderer/panel/ui/keep-places.ts';

const rows = (...ids: string[]) => ids.map((id) => ({ id, state: 'now' }));
const ids = (list: readonly { readonly id: string }[]) => list.map(({ id }) => id).join(' ');

describe('a list that is held still', () => {
  it('keeps the places of what has left it, so that nothing moves up under the pointer', () => {
    const { rows: drawn, ahead } = keepPlaces(rows('a', 'b', 'c'), rows('b'));
    expect([ids(drawn), ids(ahead)]).toEqual(['a b c', '']);
  });

  it('takes what comes behind, also when everything that stood there is gone', () => {
    expect(ids(keepPlaces(rows('a', 'b'), rows('b', 'c')).rows)).toBe('a b c');
    expect(ids(keepPlaces(rows('a', 'b'), rows('c', 'd')).rows)).toBe('a b c d');
  });

  it('lets wait what comes before or between, so that nothing moves down under the pointer', () => {
    const { rows: drawn, ahead } = keepPlaces(rows('b', 'a'), rows('d', 'c', 'b', 'x', 'a'));
    expect([ids(drawn), ids(ahead)]).toEqual(['b a', 'd c x']);
  });

  it('shows each as it is now, wherever that is known', () => {
    const stood = [...rows('a', 'b', 'c')].map((row) => ({ ...row, state: 'then' }));
    const { rows: drawn } = keepPlaces(stood, rows('a'), rows('a', 'b'));
    expect(drawn.map(({ state }) => state)).toEqual(['now', 'now', 'then']);
  });

  it('never moves a row that stood there, and loses none of the new ones', () => {
    const lists = fc.uniqueArray(fc.constantFrom(...'abcdefgh'));
    fc.assert(
      fc.property(lists, lists, (stood, now) => {
        const kept = keepPlaces(rows(...stood), rows(...now));
        expect(ids(kept.rows.slice(0, stood.length))).toBe(stood.join(' '));
        const all = [...kept.rows, ...kept.ahead].map(({ id }) => id);
        expect(all.sort()).toEqual([...new Set([...stood, ...now])].sort());
      }),
    );
  });
});
