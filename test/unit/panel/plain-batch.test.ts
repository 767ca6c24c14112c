import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { events } from '../../../main/contract/events.ts';
import { isPlainBatch } from '../../../renderer/panel/bridge/plain-batch.ts';

const comment = {
  kind: 'comment',
  id: 'a-1',
  at: 1,
  receivedAt: 2,
  person: { userId: 'ann', nick: 'Ann', avatar: 'https://img.example/a.png', role: 'member' },
  text: '来了',
  danmaku: false,
  own: false,
  seq: 7,
  verdict: { level: 'clean', hits: [] },
};
const batch = { roomKey: 'acct/room', items: [comment], dropped: 0 };

/** Values that a field could wrongly have. */
const odd = fc.oneof(
  fc.constantFrom(undefined, null, '', 'clean', 'hold', 'vj', 'comment', 0, 1.5, -1, true, [], {}),
  fc.constantFrom(Number.NaN, Number.POSITIVE_INFINITY, 2 ** 60),
  fc.constant({ level: 'clean', hits: [], more: 1 }),
  fc.constant({ userId: 'u', nick: 'n', more: 1 }),
  fc.jsonValue(),
);
const damaged = <T extends object>(whole: T) =>
  fc
    .tuple(
      fc.dictionary(fc.constantFrom(...Object.keys(whole), 'extra', 'toString'), odd, { maxKeys: 2 }),
      fc.subarray(Object.keys(whole), { maxLength: 1 }),
    )
    .map(([change, gone]) =>
      Object.fromEntries(Object.entries({ ...whole, ...change }).filter(([name]) => !gone.includes(name))),
    );

describe('the short way for everyday comments', () => {
  test('is taken by them', () => {
    const { seq: _seq, person, ...rest } = comment;
    const bare = { ...rest, person: { userId: person.userId, nick: person.nick } };
    for (const items of [[], [comment], [bare, comment]])
      expect(isPlainBatch({ ...batch, items })).toBe(true);
  });

  test('is taken by nothing that the contract refuses or would change', () => {
    const person = damaged(comment.person);
    const item = fc.oneof(
      damaged(comment),
      person.map((one) => ({ ...comment, person: one })),
      damaged(comment.verdict).map((verdict) => ({ ...comment, verdict })),
    );
    const whole = fc.oneof(
      damaged(batch),
      fc.array(item, { maxLength: 3 }).map((items) => ({ ...batch, items })),
      fc.jsonValue(),
    );
    let taken = 0;
    fc.assert(
      fc.property(whole, (value) => {
        if (!isPlainBatch(value)) return;
        taken += 1;
        expect(events['feed:batch'].payload.parse(value)).toEqual(value);
      }),
      { numRuns: 3000 },
    );
    expect(taken).toBeGreaterThan(50);
  });
});
