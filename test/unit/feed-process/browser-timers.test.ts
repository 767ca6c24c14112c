import { describe, expect, test } from 'vitest';
import { createBrowserTimers } from '../../../main/feed-process/browser-timers.ts';

describe('timers as a browser has them', () => {
  test('are numbers above zero, and run with what they were given', async () => {
    const { timers } = createBrowserTimers();
    const came = await new Promise<unknown[]>((done) => {
      const id = timers.setTimeout((...args) => done([id, ...args]), 1, 'a', 2);
    });
    expect(came).toEqual([1, 'a', 2]);
  });

  test('leave nothing behind when they ran, or were cleared', async () => {
    const { timers, live } = createBrowserTimers();
    let ran = false;
    const never = timers.setTimeout(() => {
      ran = true;
    }, 5);
    timers.clearTimeout(never);
    await new Promise<void>((done) => {
      timers.setTimeout(() => done(), 10);
    });
    expect(ran).toBe(false);
    expect(live()).toBe(0);
  });

  test('go on while they are repeated, and end when cleared by either name', async () => {
    const { timers, live } = createBrowserTimers();
    let turns = 0;
    await new Promise<void>((done) => {
      const id = timers.setInterval(() => {
        turns += 1;
        if (turns < 3) return;
        timers.clearTimeout(id);
        done();
      }, 1);
    });
    expect(turns).toBe(3);
    expect(live()).toBe(0);
  });

  test('take Node’s own, nothing, and what is long gone without a word', async () => {
    const { timers, live } = createBrowserTimers();
    const own = setTimeout(() => expect.unreachable(), 1);
    for (const odd of [own, undefined, null, -1, 0, 99]) timers.clearTimeout(odd);
    await new Promise((done) => setTimeout(done, 5));
    expect(live()).toBe(0);
  });
});
