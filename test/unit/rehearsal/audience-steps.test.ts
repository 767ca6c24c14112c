import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createAudience } from '../../../main/rehearsal/audience/audience.ts';
import { started, take, takeSeconds } from './audience-stream.ts';

const rooms = ['a', 'b', 'c'];

describe('an audience can be repeated', () => {
  test('the same seed and the same calls give the same steps, in every profile', () => {
    for (const profile of ['calm', 'busy', 'cap', 'storm'] as const) {
      expect(take(started(profile, 42, rooms), 600)).toEqual(take(started(profile, 42, rooms), 600));
    }
  });

  test('also when people are sent away and let back, and the profile changes on the way', () => {
    const run = () => {
      const audience = started('busy', 7, rooms);
      const first = take(audience, 300);
      for (const step of first.slice(0, 40)) audience.gone(step.roomId, step.userId);
      audience.setProfile('storm');
      const second = take(audience, 300);
      for (const step of first.slice(0, 20)) audience.back(step.roomId, step.userId);
      audience.setProfile('off');
      audience.setProfile('calm');
      return [...first, ...second, ...take(audience, 300)];
    };
    expect(run()).toEqual(run());
  });

  test('another seed gives other people and other steps', () => {
    const [one, two] = [
      createAudience({ seed: 1, roomIds: rooms }),
      createAudience({ seed: 2, roomIds: rooms }),
    ];
    expect(one.people).not.toEqual(two.people);
    expect(take(started('busy', 1, rooms), 100)).not.toEqual(take(started('busy', 2, rooms), 100));
  });

  test('what happens to people in one room leaves the other rooms as they were', () => {
    const [left, right] = [started('busy', 5, rooms), started('busy', 5, rooms)];
    for (const { userId } of left.people) left.gone('a', userId);
    const inB = (steps: ReturnType<typeof take>) =>
      steps.filter(({ roomId }) => roomId === 'b').map(({ userId, act }) => ({ userId, act }));
    expect(inB(take(left, 400)).slice(0, 150)).toEqual(inB(take(right, 600)).slice(0, 150));
  });
});

describe('an audience is silent', () => {
  test('until a profile is set, and after it is set to off', () => {
    const audience = createAudience({ seed: 1, roomIds: rooms });
    expect(audience.next()).toBeNull();
    audience.setProfile('busy');
    expect(audience.next()).not.toBeNull();
    audience.setProfile('off');
    expect(audience.next()).toBeNull();
  });

  test('without rooms, and when everybody is gone from every room', () => {
    expect(started('storm', 1, []).next()).toBeNull();
    const audience = started('busy', 1, rooms);
    for (const roomId of rooms) for (const { userId } of audience.people) audience.gone(roomId, userId);
    expect(audience.next()).toBeNull();
    for (const { userId } of audience.people) audience.back('b', userId);
    expect(new Set(take(audience, 200).map((step) => step.roomId))).toEqual(new Set(['b']));
  });
});

describe('the offered rate', () => {
  const rates = [
    ['calm', 1, 3],
    ['busy', 10, 3],
    ['cap', 40, 2],
    ['storm', 200, 1],
  ] as const;

  test.each(rates)(
    'of %s is %i steps per second and room, held to a twentieth in each of %i minutes',
    (profile, perSecond, minutes) => {
      fc.assert(
        fc.property(fc.integer(), (seed) => {
          const steps = takeSeconds(started(profile, seed, ['a', 'b']), minutes * 60);
          for (const roomId of ['a', 'b']) {
            for (let minute = 0; minute < minutes; minute += 1) {
              const from = minute * 60_000;
              const count = steps.filter(
                (step) => step.roomId === roomId && step.atMs >= from && step.atMs < from + 60_000,
              ).length;
              expect(Math.abs(count / (perSecond * 60) - 1)).toBeLessThanOrEqual(0.05);
            }
          }
        }),
        { numRuns: profile === 'storm' ? 2 : 6 },
      );
    },
  );

  test('is uneven like real people: at least as uneven as chance, with bursts of twice the mean', () => {
    const steps = takeSeconds(started('busy', 3), 300);
    const counts = new Array<number>(600).fill(0);
    for (const { atMs } of steps) counts[Math.floor(atMs / 500)] = (counts[Math.floor(atMs / 500)] ?? 0) + 1;
    const mean = counts.reduce((sum, count) => sum + count, 0) / counts.length;
    const variance = counts.reduce((sum, count) => sum + (count - mean) ** 2, 0) / counts.length;
    expect(variance / mean).toBeGreaterThan(1);
    expect(Math.max(...counts)).toBeGreaterThan(2 * mean);
  });

  test('follows a change of profile from that moment on, and time goes on whole milliseconds', () => {
    const audience = started('calm', 9);
    take(audience, 60);
    audience.setProfile('cap');
    const steps = takeSeconds(audience, 60);
    expect(Math.abs(steps.length / 2400 - 1)).toBeLessThanOrEqual(0.05);
    expect(steps.every(({ afterMs }) => Number.isInteger(afterMs) && afterMs >= 0)).toBe(true);
  });
});
