import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { StatePatch } from '../../../main/contract/state.ts';
import {
  emptyMirror,
  type Mirror,
  receivePatch,
  receiveSnapshot,
} from '../../../renderer/panel/bridge/mirror.ts';

const patch = (revision: number, values: Record<string, unknown>): StatePatch => ({
  topic: 'rooms',
  revision,
  patch: values,
});
const known = (revision: number, entries: Record<string, unknown>): Mirror => ({
  revision,
  entries,
  early: [],
});

describe('a mirrored topic', () => {
  it('follows patches one by one: an entry is replaced whole, null takes it away', () => {
    const step = receivePatch(known(3, { a: { x: 1, y: 1 }, b: 2 }), patch(4, { a: { x: 2 }, b: null }));
    expect(step).toEqual({ mirror: known(4, { a: { x: 2 } }), askAgain: false });
  });

  it('passes over a patch from the past', () => {
    const mirror = known(3, { a: 1 });
    expect(receivePatch(mirror, patch(3, { a: 9 }))).toEqual({ mirror, askAgain: false });
  });

  it('asks again when a revision is missing', () => {
    expect(receivePatch(known(3, { a: 1 }), patch(5, { a: 9 })).askAgain).toBe(true);
  });

  it('applies the patches that came while the snapshot was under way', () => {
    const early = receivePatch(
      receivePatch(emptyMirror, patch(6, { b: 6 })).mirror,
      patch(7, { c: 7 }),
    ).mirror;
    expect(receiveSnapshot(early, 6, { b: 6 })).toEqual({
      mirror: known(7, { b: 6, c: 7 }),
      askAgain: false,
    });
  });

  it('ends up with the host’s value, whatever patches were lost or came late on the way', () => {
    const change = fc.tuple(fc.constantFrom('a', 'b', 'c'), fc.option(fc.nat(9), { nil: null }));
    fc.assert(
      fc.property(fc.array(fc.tuple(change, fc.boolean()), { maxLength: 30 }), (changes) => {
        let truth: Record<string, unknown> = {};
        let revision = 0;
        let mirror = known(0, {});
        const settle = (step: { mirror: Mirror; askAgain: boolean }) => {
          mirror = step.mirror;
          if (step.askAgain) mirror = receiveSnapshot(mirror, revision, truth).mirror;
        };
        for (const [[key, value], lost] of changes) {
          revision += 1;
          truth = { ...truth, [key]: value };
          if (value === null)
            truth = Object.fromEntries(Object.entries(truth).filter(([name]) => name !== key));
          if (!lost) settle(receivePatch(mirror, patch(revision, { [key]: value })));
        }
        revision += 1;
        settle(receivePatch(mirror, patch(revision, {})));
        expect(mirror.entries).toEqual(truth);
        expect(mirror.revision).toBe(revision);
      }),
    );
  });
});
