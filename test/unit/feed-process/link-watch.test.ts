import { describe, expect, it } from 'vitest';
import { createLinkWatch, type LinkNews } from '../../../main/feed-process/link-watch.ts';

/** A line that the test opens, breaks and silences by hand, on a clock that it moves. */
const rig = () => {
  let now = 100_000;
  let set = 0;
  let tick: () => void = () => undefined;
  const line = { open: true, sign: now, heard: true };
  const news: LinkNews[] = [];
  const seen = { probes: 0, cuts: 0 };
  const watch = createLinkWatch({
    now: () => now + set,
    monotonic: () => now,
    tap: {
      isOpen: () => line.open,
      lastSign: () => line.sign,
      silence: () => now - line.sign,
      heard: () => line.heard,
      cut: () => {
        seen.cuts += 1;
        line.open = false;
      },
    },
    setInterval: (run) => {
      tick = run;
      return setTimeout(() => undefined, 0);
    },
    clearInterval: clearTimeout,
    probe: () => {
      seen.probes += 1;
    },
    onNews: (one) => news.push(one),
  });
  watch.start();
  return {
    line,
    news,
    seen,
    now: () => now,
    setClock: (ms: number) => {
      set += ms;
    },
    pass: (ms: number, each: () => void = () => undefined) => {
      for (let spent = 0; spent < ms; spent += 250) {
        now += 250;
        each();
        tick();
      }
    },
  };
};

describe('the link watch', () => {
  it('says nothing while frames come', () => {
    const { line, news, seen, now, pass } = rig();
    pass(60_000, () => {
      line.sign = now();
    });
    expect(news).toEqual([]);
    expect(seen.probes).toBe(0);
  });

  it('tells of a lost socket at once and pokes the SDK about once a second until it is back', () => {
    const { line, news, seen, now, pass } = rig();
    const before = now();
    line.open = false;
    line.heard = false;
    pass(250);
    expect(news[0]).toEqual({ state: 'down', lastSeen: before, attempt: 0 });
    pass(5000);
    expect(seen.probes).toBeGreaterThanOrEqual(5);
    expect(seen.probes).toBeLessThanOrEqual(8);
    line.open = true;
    line.heard = true;
    line.sign = now();
    pass(250);
    expect(news.at(-1)).toEqual({ state: 'up' });
  });

  it('pokes the SDK just as often when the clock was set back', () => {
    const { line, seen, setClock, pass } = rig();
    line.open = false;
    pass(1000);
    setClock(-600_000);
    const before = seen.probes;
    pass(5000);
    expect(seen.probes - before).toBeGreaterThanOrEqual(5);
  });

  it('does not believe an open socket on which nothing was heard yet', () => {
    const { line, news, now, pass } = rig();
    line.open = false;
    pass(250);
    line.open = true;
    line.heard = false;
    line.sign = now();
    pass(1000);
    expect(news.at(-1)?.state).toBe('down');
  });

  it('asks after 3 s of silence, and cuts a line that stays silent for 6 s', () => {
    const { seen, news, pass } = rig();
    pass(2750);
    expect(seen.probes).toBe(0);
    pass(500);
    expect(seen.probes).toBe(1);
    pass(3000);
    expect(seen.cuts).toBe(1);
    expect(news[0]?.state).toBe('down');
  });

  it('takes an answer to its question as a sign of life', () => {
    const { line, news, seen, now, pass } = rig();
    pass(12_000, () => {
      if (seen.probes > 0 && now() - line.sign > 3000) line.sign = now();
    });
    expect(news).toEqual([]);
    expect(seen.cuts).toBe(0);
  });
});
