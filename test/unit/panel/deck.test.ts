import { describe, expect, it } from 'vitest';
import { deckSchema } from '../../../main/contract/models/deck.ts';
import {
  arranged,
  emptyDeck,
  neighbour,
  roomOf,
  stepActive,
  withFilter,
} from '../../../renderer/panel/features/deck/deck.ts';
import {
  emptyLayout,
  filterOf,
  layoutOf,
  withColumn,
  withFilterOf,
  withMoved,
  withNamedFilter,
  withoutColumn,
  withoutNamedFilter,
  withRooms,
} from '../../../renderer/panel/features/deck/layout.ts';
import { noFilter } from '../../../renderer/panel/features/feed/filter.ts';

const rooms = ['a/1', 'a/2', 'a/3'];
const layout = withRooms(rooms)(emptyLayout);
const deck = arranged(emptyDeck, layout, rooms);
const held = withColumn({ kind: 'held', id: 'held' });
const journal = withColumn({ kind: 'journal', id: 'journal:x' });

describe('the deck', () => {
  it('begins with its first column active', () => {
    expect(deck.order).toEqual(rooms);
    expect(deck.active).toBe('a/1');
  });

  it('puts a new room beside the other rooms and keeps the order that somebody chose', () => {
    const chosen = withMoved('a/3', 'a/1')(held(layout));
    const grown = withRooms([...rooms, 'a/4'])(chosen);
    expect(grown.columns.map((column) => column.id)).toEqual(['a/3', 'a/1', 'a/2', 'a/4', 'held']);
  });

  it('keeps the place of a room that is not open now', () => {
    const without = arranged(deck, layout, ['a/1', 'a/3']);
    expect(without.order).toEqual(['a/1', 'a/3']);
    expect(arranged(without, layout, ['a/3', 'a/2', 'a/1']).order).toEqual(rooms);
  });

  it('gives the keys to what stands where the active column stood', () => {
    const second = { ...deck, active: 'a/2' };
    expect(arranged(second, layout, ['a/1', 'a/3']).active).toBe('a/3');
    expect(arranged({ ...deck, active: 'a/3' }, layout, ['a/1', 'a/2']).active).toBe('a/2');
    expect(arranged(deck, emptyLayout, []).active).toBeNull();
  });

  it('steps between columns of all kinds and stops at the ends', () => {
    const wide = arranged(emptyDeck, journal(held(layout)), rooms);
    expect(stepActive(wide, 1).active).toBe('a/2');
    expect(stepActive(wide, 9).active).toBe('journal:x');
    expect(stepActive(wide, -1)).toBe(wide);
    expect(neighbour(wide, 'held', -1)).toBe('a/3');
    expect(neighbour(wide, 'journal:x', 1)).toBeUndefined();
  });

  it('means the active room, or the first where the active column is of many', () => {
    expect(roomOf({ ...deck, active: 'a/2' })).toBe('a/2');
    expect(roomOf(arranged({ ...deck, active: 'held' }, held(layout), rooms))).toBe('a/1');
    expect(roomOf(emptyDeck)).toBeUndefined();
  });

  it('stays the same object when nothing is different', () => {
    expect(arranged(deck, layout, rooms)).toBe(deck);
    expect(withRooms(rooms)(layout)).toBe(layout);
    expect(withMoved('a/1', 'a/1')(layout)).toBe(layout);
    expect(withMoved('a/1', 'nowhere')(layout)).toBe(layout);
    expect(held(held(layout))).toEqual(held(layout));
  });

  it('moves a column either way and closes any', () => {
    const ids = (of: typeof layout) => of.columns.map((column) => column.id);
    expect(ids(withMoved('a/1', 'a/3')(layout))).toEqual(['a/2', 'a/3', 'a/1']);
    expect(ids(withMoved('a/3', 'a/2')(layout))).toEqual(['a/1', 'a/3', 'a/2']);
    expect(ids(withoutColumn('a/2')(layout))).toEqual(['a/1', 'a/3']);
  });

  it('knows which filter fields are open', () => {
    expect([...withFilter(deck, 'a/2', true).filters]).toEqual(['a/2']);
    expect([...withFilter(withFilter(deck, 'a/2', true), 'a/2', false).filters]).toEqual([]);
    expect(withFilter(deck, 'a/2', false)).toBe(deck);
  });
});

describe('what is kept of the deck', () => {
  it('begins with the held column where an older version had it open', () => {
    expect(layoutOf({ deck: null, columnWidths: { held: 340 } }).columns).toEqual([
      { kind: 'held', id: 'held' },
    ]);
    expect(layoutOf({ deck: null, columnWidths: {} })).toEqual(emptyLayout);
    expect(layoutOf({ deck: layout, columnWidths: { held: 340 } })).toBe(layout);
  });

  it('keeps the filter of a column, and filters under a name', () => {
    const filter = { ...noFilter, text: 'sound' };
    const filtered = withFilterOf('a/2', filter)(layout);
    expect(filterOf(filtered, 'a/2')).toEqual(filter);
    expect(filterOf(withFilterOf('a/2', undefined)(filtered), 'a/2')).toBeUndefined();
    const named = withNamedFilter({ name: 'Trouble', filter })(layout);
    expect(withNamedFilter({ name: 'Trouble', filter: noFilter })(named).filters).toEqual([
      { name: 'Trouble', filter: noFilter },
    ]);
    expect(withoutNamedFilter('Trouble')(named).filters).toEqual([]);
  });

  it('lets go of rooms that are not open rather than grow without end', () => {
    const many = Array.from({ length: 299 }, (_, index) => `old/${index}`);
    const grown = withRooms(['new/1', 'new/2', 'new/3'])(withRooms(many)(emptyLayout));
    expect(grown.columns).toHaveLength(300);
    expect(grown.columns.map((column) => column.id)).toEqual(expect.arrayContaining(['new/1', 'new/3']));
    expect(deckSchema.safeParse(grown).success).toBe(true);
  });
});
