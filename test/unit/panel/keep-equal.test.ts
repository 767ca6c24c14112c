import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { keepEqual } from '../../../renderer/panel/bridge/keep-equal.ts';

describe('the new value of a mirrored topic', () => {
  it('is what came, whatever stood there before', () => {
    const text = (value: unknown) => JSON.stringify(value);
    fc.assert(
      fc.property(fc.jsonValue(), fc.jsonValue(), (before, now) => {
        expect(text(keepEqual(before, now))).toBe(text(now));
      }),
    );
  });

  it('is the very value that stood there when it is equal', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        expect(keepEqual(value, structuredClone(value))).toBe(value);
      }),
    );
  });

  it('keeps every entry that did not change, in a record that tells that one did', () => {
    const before = { a: { name: 'one', muted: { ann: null } }, b: { name: 'two', muted: {} }, c: [1, 2] };
    const now = keepEqual(before, { ...structuredClone(before), b: { name: 'three', muted: {} } });
    expect(now).not.toBe(before);
    expect(now).toMatchObject({ b: { name: 'three' } });
    expect((now as typeof before).a).toBe(before.a);
    expect((now as typeof before).b.muted).toBe(before.b.muted);
    expect((now as typeof before).c).toBe(before.c);
  });

  it('holds apart what only looks alike: a list and a record, an entry that went', () => {
    expect(keepEqual([], {})).toEqual({});
    expect(keepEqual({ a: 1, b: undefined }, { a: 1, c: undefined })).toEqual({ a: 1, c: undefined });
    expect(keepEqual({ a: 1, b: 2 }, { a: 1 })).toEqual({ a: 1 });
    expect(keepEqual([1, 2], [1])).toEqual([1]);
  });
});
