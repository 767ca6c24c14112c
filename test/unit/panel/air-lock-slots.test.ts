import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { WaitingItem } from '../../../main/contract/models/overlay.ts';
import { placeInSlots } from '../../../renderer/panel/features/air-lock/slots.ts';

const item = (id: string): WaitingItem => ({
  id,
  roomKey: 'app/room',
  userId: 'u',
  nick: id,
  text: 'hello',
  level: 'clean',
  airAt: 0,
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
});
