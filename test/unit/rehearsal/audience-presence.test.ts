import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Audience } from '../../../main/rehearsal/audience/audience.ts';
import { started, take } from './audience-stream.ts';

const rooms = ['a', 'b'];
const place = (roomId: string, userId: string) => `${roomId} ${userId}`;

/** Follows who is where and fails on the first step that could not be. */
const createWatch = () => {
  const present = new Set<string>();
  const gone = new Set<string>();
  return {
    gone: (roomId: string, userId: string) => {
      gone.add(place(roomId, userId));
      present.delete(place(roomId, userId));
    },
    back: (roomId: string, userId: string) => gone.delete(place(roomId, userId)),
    see: (audience: Audience, count: number) => {
      for (const { roomId, userId, act } of take(audience, count)) {
        const spot = place(roomId, userId);
        expect(gone.has(spot), `${spot} acts though gone`).toBe(false);
        expect(present.has(spot), `${spot} does "${act.type}"`).toBe(act.type !== 'join');
        if (act.type === 'join') present.add(spot);
        if (act.type === 'leave') present.delete(spot);
      }
    },
    someone: (index: number): [string, string] | undefined => {
      const [roomId, userId] = [...present][index % Math.max(1, present.size)]?.split(' ') ?? [];
      return roomId === undefined || userId === undefined ? undefined : [roomId, userId];
    },
    presentCount: () => present.size,
  };
};

describe('people', () => {
  test('join before they do anything else, leave once, and may come again', () => {
    for (const profile of ['calm', 'busy', 'cap', 'storm'] as const)
      createWatch().see(started(profile, 4, rooms), 4000);
  });

  test('who were sent away never act in that room until they are let back', () => {
    const call = fc.record({ steps: fc.nat(60), index: fc.nat(200), back: fc.boolean() });
    fc.assert(
      fc.property(fc.integer(), fc.array(call, { minLength: 5, maxLength: 40 }), (seed, calls) => {
        const audience = started('cap', seed, rooms);
        const watch = createWatch();
        const away: [string, string][] = [];
        for (const { steps, index, back } of calls) {
          watch.see(audience, steps);
          const returning = back ? away.pop() : undefined;
          if (returning !== undefined) {
            audience.back(...returning);
            watch.back(...returning);
            continue;
          }
          const banned = watch.someone(index);
          if (banned === undefined) continue;
          audience.gone(...banned);
          watch.gone(...banned);
          away.push(banned);
        }
        watch.see(audience, 300);
      }),
      { numRuns: 30 },
    );
  });

  test('who were let back do come again', () => {
    const audience = started('cap', 8, ['a']);
    for (const { userId } of audience.people) audience.gone('a', userId);
    const few = audience.people.slice(0, 30).map(({ userId }) => userId);
    for (const userId of few) audience.back('a', userId);
    const seen = new Set(take(audience, 500).map(({ userId }) => userId));
    expect(seen.size).toBeGreaterThan(10);
    expect([...seen].filter((userId) => !few.includes(userId))).toEqual([]);
  });

  test('strangers and unknown rooms are ignored', () => {
    const audience = started('busy', 1, rooms);
    const expected = take(started('busy', 1, rooms), 50);
    audience.gone('a', 'nobody');
    audience.back('nowhere', audience.people[0]?.userId ?? '');
    expect(take(audience, 50)).toEqual(expected);
  });

  test('fill a room within the first minute and keep it filled', () => {
    const watch = createWatch();
    const audience = started('busy', 2, ['a']);
    watch.see(audience, 600);
    expect(watch.presentCount()).toBeGreaterThan(30);
    watch.see(audience, 12_000);
    expect(watch.presentCount()).toBeGreaterThan(60);
  });
});
