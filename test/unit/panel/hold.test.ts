import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  following,
  type HoldInput,
  holdAfter,
  isHeld,
  isHeldByPointer,
} from '../../../renderer/panel/features/feed/hold.ts';

const holding = (...inputs: HoldInput[]) => inputs.reduce(holdAfter, following);

const inputs: readonly HoldInput[] = [
  'scrolled-up',
  'reached-end',
  'pause',
  'moved-selection',
  'picked',
  'unpicked',
  'pointer-in',
  'pointer-out',
  'aim',
  'aim-over',
];

describe('a feed holds still', () => {
  it('while the reader is scrolled up, until they are back at the end', () => {
    expect(isHeld(holding('scrolled-up'))).toBe(true);
    expect(isHeld(holding('scrolled-up', 'reached-end'))).toBe(false);
  });

  it('from one Space to the next', () => {
    expect(isHeld(holding('pause'))).toBe(true);
    expect(isHeld(holding('pause', 'pause'))).toBe(false);
  });

  it('when Space is pressed while the pointer happens to aim', () => {
    expect(isHeld(holding('aim', 'pause', 'aim-over', 'pointer-out'))).toBe(true);
  });

  it('while the selection is moved with the keys', () => {
    expect(isHeld(holding('moved-selection'))).toBe(true);
    expect(isHeld(holding('moved-selection', 'unpicked'))).toBe(false);
  });

  it('while the pointer is over it and a line is selected, and goes on when the pointer leaves', () => {
    expect(isHeld(holding('pointer-in'))).toBe(false);
    expect(isHeld(holding('pointer-in', 'picked'))).toBe(true);
    expect(isHeld(holding('pointer-in', 'picked', 'pointer-out'))).toBe(false);
  });

  it('while the pointer moves over it, and goes on when the pointer rests', () => {
    expect(isHeld(holding('aim'))).toBe(true);
    expect(isHeld(holding('aim', 'aim-over'))).toBe(false);
  });

  it('and goes on after "N new", whatever held it before', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...inputs)), (before) => {
        expect(isHeld(holding(...before, 'return'))).toBe(false);
      }),
    );
  });

  it('and stays the same object when nothing changes', () => {
    const held = holding('pause');
    expect(holdAfter(held, 'pointer-out')).toBe(held);
  });

  it('by the pointer alone only where nothing else would hold it', () => {
    expect(isHeldByPointer(following)).toBe(false);
    expect(isHeldByPointer(holding('aim'))).toBe(true);
    expect(isHeldByPointer(holding('pointer-in', 'picked'))).toBe(true);
    expect(isHeldByPointer(holding('aim', 'scrolled-up'))).toBe(false);
    expect(isHeldByPointer(holding('pause'))).toBe(false);
  });
});
