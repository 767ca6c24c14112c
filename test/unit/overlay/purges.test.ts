import { randomBytes } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import type { Draft } from '../../../main/core/overlay/display-item.ts';
import { createOpaqueIds } from '../../../main/core/overlay/opaque-ids.ts';
import { createPurges, type PurgeTarget } from '../../../main/core/overlay/purges.ts';
import { createManualClock } from '../../support/manual-clock.ts';

const roomKey = 'main/show';

const rig = () => {
  const clock = createManualClock();
  const ids = createOpaqueIds(randomBytes);
  const purges = createPurges({ clock, ids, randomBytes });
  /** As it would be received now. */
  const draft = (userId: string) =>
    ({ receivedAt: clock.now(), item: { userKey: ids.userKey(roomKey, userId) } }) as Draft;
  return { clock, purges, draft };
};

describe('what was received before a purge and comes along after it', () => {
  const targets: readonly (readonly [string, PurgeTarget])[] = [
    ['everything', { all: true }],
    ['a person', { roomKey, userId: 'troll' }],
  ];

  it.each(targets)('stays off when it is of %s that was taken off', (_, target) => {
    const { clock, purges, draft } = rig();
    const before = draft('troll');
    clock.advance(5);
    purges.order(target);
    clock.advance(5);
    expect(purges.cameTooLate(before)).toBe(true);
    expect(purges.cameTooLate(draft('troll'))).toBe(false);
  });

  it.each(targets)('is told apart also where the clock is set back after %s was taken off', (_, target) => {
    const { clock, purges, draft } = rig();
    purges.order(target);
    clock.set(-600_000);
    clock.advance(1000);
    expect(purges.cameTooLate(draft('troll'))).toBe(false);
  });

  it('is of the person who was meant, and of nobody else', () => {
    const { clock, purges, draft } = rig();
    const other = draft('other');
    clock.advance(5);
    purges.order({ roomKey, userId: 'troll' });
    expect(purges.cameTooLate(other)).toBe(false);
  });
});
