import fc from 'fast-check';
import type { FeedItem } from '../../../main/contract/models/feed-item.ts';
import type { Person } from '../../../main/contract/models/person.ts';

/** Text of any language; unpaired surrogates are no text and do not survive UTF-8. */
const text = fc.string({ unit: 'grapheme', maxLength: 40 });
const person: fc.Arbitrary<Person> = fc.record(
  {
    userId: fc.string({ unit: 'grapheme', minLength: 1, maxLength: 8 }),
    nick: text,
    avatar: fc.webUrl(),
    role: fc.constantFrom('vj' as const, 'admin' as const, 'member' as const),
  },
  { requiredKeys: ['userId', 'nick'] },
);
const time = fc.integer({ min: 0, max: 4_000_000_000_000 });
const base = { id: fc.uuid(), at: time, receivedAt: time };
const byPerson = { ...base, person };
const count = fc.integer({ min: 1, max: 1_000_000 });
const people = fc.array(person, { maxLength: 4 });

const verdict = fc.record({
  level: fc.constantFrom('clean' as const, 'flag' as const, 'hold' as const, 'block' as const),
  hits: fc.array(
    fc.record({
      ruleId: fc.string(),
      word: text,
      field: fc.constantFrom('text' as const, 'nick' as const),
      start: fc.nat(),
      end: fc.nat(),
      layers: fc.array(fc.string()),
      level: fc.constantFrom('flag' as const, 'block' as const),
    }),
    { maxLength: 2 },
  ),
});

/** Any item of any kind. */
export const feedItem: fc.Arbitrary<FeedItem> = fc.oneof(
  fc.record(
    {
      ...byPerson,
      kind: fc.constant('comment' as const),
      text,
      danmaku: fc.boolean(),
      own: fc.boolean(),
      seq: fc.nat(),
      verdict,
    },
    { requiredKeys: ['id', 'at', 'receivedAt', 'person', 'kind', 'text', 'danmaku', 'own', 'verdict'] },
  ),
  fc.record({ ...byPerson, kind: fc.constant('like' as const), count }),
  fc.record({ ...byPerson, kind: fc.constant('gift' as const), giftId: text, name: text, count }),
  fc.record({ ...base, kind: fc.constantFrom('join' as const, 'leave' as const), people }),
  fc.record(
    { ...base, kind: fc.constant('notice' as const), text, person },
    { requiredKeys: ['id', 'at', 'receivedAt', 'kind', 'text'] },
  ),
  fc.record(
    {
      ...base,
      kind: fc.constant('moderation' as const),
      act: fc.constantFrom('mute' as const, 'recall' as const),
      targets: people,
      by: person,
      seconds: fc.nat(),
      itemIds: fc.array(fc.uuid(), { maxLength: 2 }),
    },
    { requiredKeys: ['id', 'at', 'receivedAt', 'kind', 'act', 'targets'] },
  ),
  fc.record(
    { ...base, kind: fc.constant('room-changed' as const), name: text, notification: text },
    { requiredKeys: ['id', 'at', 'receivedAt', 'kind'] },
  ),
  fc.record({ ...byPerson, kind: fc.constant('custom' as const), label: text, sample: text }),
  fc.record({ ...base, kind: fc.constant('counter' as const), key: text, value: fc.integer() }),
  fc.record({
    ...base,
    kind: fc.constant('gap' as const),
    from: time,
    to: time,
    cause: fc.constantFrom('connection' as const, 'feed-process' as const),
    recovered: fc.boolean(),
  }),
);
