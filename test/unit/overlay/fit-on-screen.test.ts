import { describe, expect, it } from 'vitest';
import { fitOnScreen } from '../../../renderer/overlay/fit-on-screen.ts';

const picture = { width: 1920, height: 1080 };
const frame = { width: 2, height: 32 };

describe('an overlay’s window', () => {
  it('is as large as the picture where the screen has room for it and its frame', () => {
    expect(fitOnScreen(picture, frame, { width: 2560, height: 1400 })).toEqual(picture);
  });

  it('keeps the shape of the picture on a smaller screen', () => {
    for (const screen of [
      { width: 1920, height: 1040 },
      { width: 1600, height: 1000 },
      { width: 1280, height: 1000 },
    ]) {
      const { width, height } = fitOnScreen(picture, frame, screen);
      expect(width + frame.width).toBeLessThanOrEqual(screen.width);
      expect(height + frame.height).toBeLessThanOrEqual(screen.height);
      expect(Math.abs(width / height / (16 / 9) - 1)).toBeLessThan(0.002);
    }
  });

  it('stays a window on a screen that tells no size', () => {
    expect(fitOnScreen(picture, frame, { width: 0, height: 0 }).width).toBeGreaterThanOrEqual(0);
  });
});
