import { describe, expect, it } from 'vitest';
import type { Clock } from '../../../renderer/panel/bridge/clock.ts';
import { createPacer } from '../../../renderer/panel/features/feed/pacer.ts';

/** Time that moves only when it is told to; a frame comes every 16 ms. */
const createHandClock = () => {
  let now = 0;
  let set = 0;
  let tasks: { readonly at: number; readonly task: () => void }[] = [];
  const plan = (at: number, task: () => void) => {
    const entry = { at, task };
    tasks = [...tasks, entry];
    return () => {
      tasks = tasks.filter((one) => one !== entry);
    };
  };
  const clock: Clock = {
    now: () => now + set,
    monotonic: () => now,
    after: (ms, task) => plan(now + ms, task),
    frame: (task) => plan((Math.floor(now / 16) + 1) * 16, task),
    inputWaits: () => false,
  };
  const until = (end: number) => {
    for (;;) {
      const due = tasks.filter((one) => one.at <= end).sort((a, b) => a.at - b.at)[0];
      if (due === undefined) break;
      tasks = tasks.filter((one) => one !== due);
      now = Math.max(now, due.at);
      due.task();
    }
    now = Math.max(now, end);
  };
  return {
    clock,
    until,
    setClock: (ms: number) => {
      set += ms;
    },
    spend: (ms: number) => {
      now += ms;
    },
    waiting: () => tasks.length,
  };
};

/** How often a run that takes `costMs` comes in a second in which there is always something to do. */
const runsInASecond = (costMs: number, atLeastMs = 0): number => {
  const { clock, until, spend } = createHandClock();
  let runs = 0;
  const pacer = createPacer(clock, () => {
    runs += 1;
    spend(costMs);
    return { left: false, atLeastMs };
  });
  while (clock.now() < 1_000) {
    pacer.soon();
    until(clock.now() + 5);
  }
  pacer.dispose();
  return runs;
};

describe('the pace of taking things in', () => {
  it('is once a frame while it is cheap', () => {
    expect(runsInASecond(1)).toBeGreaterThan(55);
  });

  it('is as slow as the run asks for, however cheap it is', () => {
    const runs = runsInASecond(1, 64);
    expect(runs).toBeGreaterThanOrEqual(11);
    expect(runs).toBeLessThanOrEqual(16);
  });

  it('is before the next paint after a pause', () => {
    const { clock, until } = createHandClock();
    const runs: number[] = [];
    const pacer = createPacer(clock, () => {
      runs.push(clock.now());
      return { left: false, atLeastMs: 64 };
    });
    for (const at of [0, 100, 200]) {
      until(at);
      pacer.soon();
    }
    until(300);
    expect(runs).toEqual([16, 112, 208]);
  });

  it('leaves two thirds of the time to everything else when it is dear', () => {
    const runs = runsInASecond(30);
    expect(runs * 30).toBeLessThanOrEqual(400);
    expect(runs).toBeGreaterThanOrEqual(6);
  });

  it('keeps nothing back for longer than a quarter of a second, however dear it is', () => {
    const { clock, until, spend } = createHandClock();
    const runs: number[] = [];
    const pacer = createPacer(clock, () => {
      runs.push(clock.now());
      spend(200);
      return { left: false, atLeastMs: 0 };
    });
    pacer.soon();
    until(220);
    pacer.soon();
    until(1_000);
    expect((runs[1] ?? 0) - (runs[0] ?? 0)).toBeLessThanOrEqual(250 + 16);
  });

  it('is kept when the clock is set back', () => {
    const { clock, until, setClock } = createHandClock();
    let runs = 0;
    const pacer = createPacer(clock, () => {
      runs += 1;
      return { left: false, atLeastMs: 64 };
    });
    pacer.soon();
    until(50);
    setClock(-600_000);
    pacer.soon();
    until(200);
    expect(runs).toBe(2);
  });

  it('comes again without being asked while something is left', () => {
    const { clock, until } = createHandClock();
    let left = 3;
    const pacer = createPacer(clock, () => {
      left -= 1;
      return { left: left > 0, atLeastMs: 0 };
    });
    pacer.soon();
    until(100);
    expect(left).toBe(0);
  });

  it('runs once however often it is asked, and not at all once it is disposed of', () => {
    const { clock, until, waiting } = createHandClock();
    let runs = 0;
    const pacer = createPacer(clock, () => {
      runs += 1;
      return { left: false, atLeastMs: 0 };
    });
    pacer.soon();
    pacer.soon();
    until(100);
    expect(runs).toBe(1);
    pacer.soon();
    pacer.dispose();
    expect(waiting()).toBe(0);
  });
});
