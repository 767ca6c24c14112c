import { describe, expect, it } from 'vitest';
import type { Display } from '../../../main/contract/models/desktop.ts';
import { displayOf, placeWindow } from '../../../main/core/desktop/window-places.ts';

const display = (id: string, x: number, primary = false): Display => ({
  id,
  name: id,
  bounds: { x, y: 0, width: 1920, height: 1080 },
  workArea: { x, y: 0, width: 1920, height: 1040 },
  primary,
});
const first = display('1', 0, true);
const second = display('2', 1920);
const size = { width: 1280, height: 720 };
const onSecond = { x: 2200, y: 100, width: 1280, height: 720 };

describe('a window', () => {
  it('comes back to where it was', () => {
    const place = placeWindow({ bounds: onSecond, display: '2' }, [first, second], { size, shrink: true });
    expect(place).toEqual(onSecond);
    expect(displayOf(place, [first, second])).toBe('2');
  });

  it('is brought to the main display when its own is gone', () => {
    const place = placeWindow({ bounds: onSecond, display: '2' }, [first], { size, shrink: true });
    expect(place).toEqual({ x: 320, y: 160, width: 1280, height: 720 });
  });

  it('is brought back to its own display when that has moved', () => {
    const moved = display('2', -1920);
    const place = placeWindow({ bounds: onSecond, display: '2' }, [first, moved], { size, shrink: true });
    expect(displayOf(place, [first, moved])).toBe('2');
  });

  it('that only a sliver of can be seen is brought back, too', () => {
    const place = placeWindow(
      { bounds: { x: 1900, y: 1030, width: 800, height: 600 }, display: '1' },
      [first],
      { size, shrink: true },
    );
    expect(place).toEqual({ x: 560, y: 220, width: 800, height: 600 });
  });

  it('is fitted into a smaller display, unless its size is that of a picture', () => {
    const bounds = { x: 5000, y: 0, width: 1080, height: 1920 };
    const where = { bounds, display: '' };
    expect(placeWindow(where, [first], { size, shrink: true })).toMatchObject({ width: 1080, height: 1040 });
    expect(placeWindow(where, [first], { size, shrink: false })).toEqual({ ...bounds, x: 420 });
  });

  it('has a place even before any display is known', () => {
    expect(placeWindow({ bounds: null, display: '' }, [], { size, shrink: true })).toEqual({
      x: 0,
      y: 0,
      ...size,
    });
  });
});
