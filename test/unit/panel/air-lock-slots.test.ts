import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { WaitingItem } from '../../../main/contract/models/overlay.ts';
import { mergeWaiting, placeInSlots } from '../../../renderer/panel/features/air-lock/slots.ts';

const item = (id: string, airAt = 0, text = 'hello'): WaitingItem => ({
  id,
  roomKey: 'app/room',
  userId: 'u',
  nick: id,
  text,
  level: 'clean',
  airAt,
});

describe('the air-lock strip', () => {
  it('never moves anybody who is shown, and shows as many as there is place for', () =>
    fc.assert(
      fc.property(fc.array(fc.uniqueArray(fc.integer({ min: 0, max: 12 }), { maxLength: 9 })), (steps) => {
        let slots = placeInSlots([], [], 5);
        for (const ids of steps) {
          const items = ids.map((id) => item(String(id)));
          const next = placeInSlots(slots, items, 5);
          for (const [index, before] of slots.entries())
            if (before !== undefined && ids.includes(Number(before.id)))
              expect(next[index]?.id).toBe(before.id);
          const shown = next.flatMap((one) => one?.id ?? []);
          expect(new Set(shown).size).toBe(shown.length);
          expect(shown).toHaveLength(Math.min(5, ids.length));
          slots = next;
        }
      }),
    ));

  it('shows once what waits on several overlays, with the earliest time, first to go on air first', () => {
    const merged = mergeWaiting([[item('a', 9), item('b', 5)], [item('a', 3)]]);
    expect(merged.map(({ id, airAt }) => [id, airAt])).toEqual([
      ['a', 3],
      ['b', 5],
    ]);
  });

  it('leaves out joins, which are nothing but a nickname', () => {
    expect(mergeWaiting([[item('joined', 1, ''), item('said', 2)]]).map(({ id }) => id)).toEqual(['said']);
  });
});
