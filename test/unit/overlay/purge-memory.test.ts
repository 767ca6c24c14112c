import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { OverlayPurge } from '../../../main/contract/overlay-protocol.ts';
import { createPurgeMemory } from '../../../main/core/overlay/purge-memory.ts';

const purge = (more: Partial<OverlayPurge>): OverlayPurge => ({ purgeId: 'p', upTo: 10, ...more });

describe('the memory of purges', () => {
  it('refuses a purged item for good', () => {
    const memory = createPurgeMemory();
    memory.remember(purge({ ids: ['a'] }));
    expect(memory.refuses({ id: 'a', seq: 99 })).toBe(true);
    expect(memory.refuses({ id: 'b', seq: 99 })).toBe(false);
  });

  it('refuses a person’s items up to the purge and lets later ones pass', () => {
    const memory = createPurgeMemory();
    memory.remember(purge({ userKey: 'u' }));
    expect(memory.refuses({ id: 'a', userKey: 'u', seq: 10 })).toBe(true);
    expect(memory.refuses({ id: 'b', userKey: 'u', seq: 11 })).toBe(false);
  });

  it('refuses everything up to a purge of all', () => {
    const memory = createPurgeMemory();
    memory.remember(purge({ all: true }));
    expect(memory.refuses({ id: 'a', seq: 10 })).toBe(true);
    expect(memory.refuses({ id: 'a', seq: 11 })).toBe(false);
  });

  it('stays within its bounds and forgets nothing that was numbered before the purge', () => {
    const target = fc.oneof(
      fc.record({ ids: fc.array(fc.constantFrom('a', 'b', 'c', 'd'), { maxLength: 3 }) }),
      fc.record({ userKey: fc.constantFrom('u', 'v') }),
      fc.constant({ all: true }),
    );
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 4 }),
        fc.array(target, { maxLength: 20 }),
        (capacity, targets) => {
          const memory = createPurgeMemory(capacity);
          const purges = targets.map((one, index) => purge({ ...one, upTo: index * 5 }));
          for (const one of purges) memory.remember(one);
          expect(memory.recent().length).toBeLessThanOrEqual(capacity);
          for (const { ids, userKey, all, upTo } of purges) {
            for (const id of ids ?? []) expect(memory.refuses({ id, seq: upTo })).toBe(true);
            if (userKey) expect(memory.refuses({ id: 'x', userKey, seq: upTo })).toBe(true);
            if (all) expect(memory.refuses({ id: 'x', seq: upTo })).toBe(true);
          }
        },
      ),
    );
  });
});
