import { describe, expect, it } from 'vitest';
import {
  emptyDeck,
  moveColumn,
  stepActive,
  withFilter,
  withRooms,
} from '../../../renderer/panel/features/deck/deck.ts';

const deck = withRooms(emptyDeck, ['a/1', 'a/2', 'a/3']);

describe('the deck', () => {
  it('begins with its first column active', () => {
    expect(deck.active).toBe('a/1');
  });

  it('puts a new room at the right and keeps the order that somebody chose', () => {
    const moved = moveColumn(deck, 'a/3', -2);
    expect(withRooms(moved, ['a/1', 'a/2', 'a/3', 'a/4']).order).toEqual(['a/3', 'a/1', 'a/2', 'a/4']);
  });

  it('makes another column active when the active room is closed', () => {
    expect(withRooms(deck, ['a/2', 'a/3']).active).toBe('a/2');
    expect(withRooms(deck, []).active).toBeNull();
  });

  it('steps between columns and stops at the ends', () => {
    expect(stepActive(deck, 1).active).toBe('a/2');
    expect(stepActive(stepActive(deck, 1), 9).active).toBe('a/3');
    expect(stepActive(deck, -1)).toBe(deck);
  });

  it('stays the same object when the rooms are the same', () => {
    expect(withRooms(deck, ['a/1', 'a/2', 'a/3'])).toBe(deck);
  });

  it('remembers which columns are filtered', () => {
    expect([...withFilter(deck, 'a/2', true).filters]).toEqual(['a/2']);
    expect([...withFilter(withFilter(deck, 'a/2', true), 'a/2', false).filters]).toEqual([]);
  });
});
