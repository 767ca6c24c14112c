import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { hear, record, started, type TimedStep, take, takeSeconds } from './audience-stream.ts';

const rooms = ['a', 'b', 'c'];
const inRoom = (steps: readonly TimedStep[], roomId: string) =>
  steps.filter((step) => step.roomId === roomId);
const shareOf = (steps: readonly TimedStep[], fits: (step: TimedStep) => boolean) =>
  steps.filter(fits).length / steps.length;

describe('the messages of the audience', () => {
  test('can be read by one of the three conventions, and none is over 12 KB', () => {
    const profile = fc.constantFrom('calm', 'busy', 'cap', 'storm' as const);
    fc.assert(
      fc.property(fc.integer(), profile, (seed, chosen) => {
        for (const { act } of take(started(chosen, seed, rooms), 1500)) {
          const { kind } = hear(act);
          expect(['', 'unknown']).not.toContain(kind);
          if (act.type !== 'say') continue;
          expect(Buffer.byteLength(JSON.stringify(act.elements))).toBeLessThanOrEqual(12 * 1024);
        }
      }),
      { numRuns: 12 },
    );
  });

  test('have the priorities of their kind: gifts high, words normal, likes low', () => {
    const expected = new Map([
      ['comment', 'Normal'],
      ['danmaku', 'Normal'],
      ['sticker', 'Normal'],
      ['like', 'Low'],
      ['TUIGift_like', 'Low'],
      ['TUIGift', 'High'],
      ['app gift', 'High'],
      ['entered', 'Lowest'],
      ['left', 'Lowest'],
    ]);
    for (const { act } of take(started('storm', 3, rooms), 6000)) {
      if (act.type === 'say') expect(act.priority).toBe(expected.get(hear(act).kind));
    }
  });

  test('are a believable mix: mostly words, then likes, then coming and going, gifts and counters', () => {
    const steps = takeSeconds(started('busy', 6, ['a']), 600);
    const kinds = new Map<string, number>();
    for (const { act } of steps) kinds.set(hear(act).kind, (kinds.get(hear(act).kind) ?? 0) + 1);
    const share = (...names: string[]) =>
      names.reduce((sum, name) => sum + (kinds.get(name) ?? 0), 0) / steps.length;
    expect(share('comment', 'danmaku')).toBeGreaterThan(0.5);
    expect(share('like')).toBeGreaterThan(0.08);
    expect(share('like')).toBeLessThan(0.3);
    expect(share('TUIGift')).toBeGreaterThan(0.015);
    expect(share('join')).toBeGreaterThan(0.03);
    expect(share('leave')).toBeGreaterThan(0.01);
    expect(share('count')).toBeGreaterThan(0.02);
    expect(share('sticker')).toBeGreaterThan(0.003);
  });

  test('have one dominant convention in each room, with strangers to it in every room', () => {
    const steps = takeSeconds(started('cap', 5, rooms), 120);
    const comments = (roomId: string) =>
      inRoom(steps, roomId).filter(({ act }) => hear(act).kind === 'comment');
    const spoken = (convention: string) => (step: TimedStep) => hear(step.act).convention === convention;
    expect(shareOf(comments('a'), spoken('plain'))).toBeGreaterThan(0.95);
    expect(shareOf(comments('b'), spoken('mini-lvb'))).toBeGreaterThan(0.85);
    expect(shareOf(comments('b'), spoken('plain'))).toBeGreaterThan(0);
    expect(shareOf(comments('c'), spoken('plain'))).toBeGreaterThan(0.85);
    const likes = (roomId: string) => inRoom(steps, roomId).filter(({ act }) => /like/.test(hear(act).kind));
    expect(shareOf(likes('a'), spoken('mini-lvb'))).toBeGreaterThan(0.85);
    expect(shareOf(likes('c'), spoken('tui'))).toBeGreaterThan(0.85);
    expect(inRoom(steps, 'a').filter(({ act }) => hear(act).kind === 'danmaku').length).toBeGreaterThan(50);
    expect(inRoom(steps, 'b').filter(({ act }) => hear(act).kind === 'entered').length).toBeGreaterThan(20);
  });

  test('of the Mini LVB kind lie about the sender now and then', () => {
    const claims = takeSeconds(started('cap', 5, ['x', 'b']), 120).flatMap(({ act, userId, roomId }) => {
      if (act.type !== 'say' || roomId !== 'b') return [];
      const text = act.elements[0]?.MsgContent.Text;
      return typeof text === 'string' && text.startsWith('{"')
        ? [record(JSON.parse(text)).userId === userId]
        : [];
    });
    const lies = claims.filter((honest) => !honest).length / claims.length;
    expect(lies).toBeGreaterThan(0.01);
    expect(lies).toBeLessThan(0.1);
  });

  test('come in bursts of likes, gifts counted up, floods of one line and raids', () => {
    const steps = takeSeconds(started('cap', 12, ['a']), 600);
    const times = new Map<string, Set<string>>();
    for (const { act, userId } of steps) {
      const { kind, text } = hear(act);
      if (kind === 'comment') times.set(text, (times.get(text) ?? new Set()).add(userId));
    }
    const raided = [...times].filter(([text, by]) => by.size >= 10 && [...text].length >= 9);
    expect(raided.length).toBeGreaterThan(0);
    const repeated = steps.filter(({ act, userId }, index) => {
      const before = steps.slice(Math.max(0, index - 40), index);
      return (
        hear(act).kind === 'like' &&
        before.some((other) => other.userId === userId && hear(other.act).kind === 'like')
      );
    });
    expect(repeated.length).toBeGreaterThan(200);
    expect(steps.some(({ act }) => hear(act).kind === 'TUIGift' && / x[3-9]$/.test(hear(act).text))).toBe(
      true,
    );
  });

  test('hold no link that leads anywhere', () => {
    const reserved = /(?:\.example|\.test|\.invalid|192\.0\.2\.\d{1,3})$/;
    for (const { act } of take(started('storm', 21, rooms), 20_000)) {
      const raw = JSON.stringify(act);
      const hosts = raw.match(/(?<=:\/\/|\bwww[。.])[A-Za-z0-9.-]+/g) ?? [];
      expect(hosts.filter((host) => !reserved.test(host))).toEqual([]);
    }
  });
});
