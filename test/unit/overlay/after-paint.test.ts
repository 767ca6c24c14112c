import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createAfterPaint } from '../../../renderer/overlay/link/after-paint.ts';

/** Longer than the server waits for the answer to a purge. */
const longMs = 5_000;

describe('what is to happen once a frame is painted', () => {
  let waiting: FrameRequestCallback[] = [];
  const paint = () => {
    for (const run of waiting.splice(0)) run(0);
  };

  beforeEach(() => {
    waiting = [];
    vi.useFakeTimers();
    vi.stubGlobal('window', globalThis);
    vi.stubGlobal('requestAnimationFrame', (run: FrameRequestCallback) => waiting.push(run));
  });
  afterEach(() => {
    vi.useRealTimers();
    vi.unstubAllGlobals();
  });

  it('happens after the frame, however slowly the page paints', async () => {
    let done = false;
    const painted = new Promise<void>((resolve) =>
      createAfterPaint(() => true)(() => {
        done = true;
        resolve();
      }),
    );
    vi.advanceTimersByTime(1_000);
    expect(done).toBe(false);
    paint();
    await painted;
    expect(done).toBe(true);
  });

  it('never happens where a page that should be painted is not, nor when it goes on later', async () => {
    const [run, unpainted] = [vi.fn(), vi.fn()];
    createAfterPaint(() => true)(run, unpainted);
    vi.advanceTimersByTime(longMs);
    expect([run.mock.calls.length, unpainted.mock.calls.length]).toEqual([0, 1]);
    paint();
    await new Promise<void>((resolve) => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => {
        port1.close();
        resolve();
      };
      port2.postMessage(null);
    });
    expect(run).not.toHaveBeenCalled();
  });

  it('happens at once where nobody is to see the page, or is no longer', () => {
    let seen = false;
    const run = vi.fn();
    createAfterPaint(() => seen)(run);
    expect(run).toHaveBeenCalledTimes(1);
    seen = true;
    createAfterPaint(() => seen)(run);
    seen = false;
    vi.advanceTimersByTime(longMs);
    expect(run).toHaveBeenCalledTimes(2);
  });
});
