import type { FeedItem } from '../../../main/contract/models/feed-item.ts';
import type { Person } from '../../../main/contract/models/person.ts';
import { cleanVerdict } from '../../../main/contract/models/verdict.ts';
import { pick, type Random } from '../random.ts';
import { gifts, lines, nicks, repeated, spam } from './texts.ts';

export type Audience = { readonly next: (now: number) => FeedItem };

const member = (index: number): Person => ({
  userId: `viewer_${index}`,
  nick: `${nicks[index % nicks.length]}${index >= nicks.length ? index : ''}`,
  ...(index === 3 ? { role: 'admin' as const } : {}),
});

export const person = (random: Random): Person => member(Math.floor(random() ** 1.6 * 160));

/** People as they are in a busy room: mostly talk, some likes and joins, now and then spam. */
export const createAudience = (room: string, random: Random): Audience => {
  let ids = 0;
  const base = (now: number) => {
    ids += 1;
    return { id: `${room}-${ids}`, at: now, receivedAt: now };
  };
  const say = (now: number, who: Person, text: string, danmaku = false): FeedItem => ({
    ...base(now),
    kind: 'comment',
    person: who,
    text,
    danmaku,
    own: false,
    seq: ids,
    verdict: cleanVerdict,
  });
  const sayBadly = (now: number): FeedItem => {
    const { text, word, start, end, level, layers } = pick(random, spam);
    const hit = { ruleId: 'r1', word, field: 'text' as const, start, end, layers: [...layers], level };
    const who = {
      userId: `troll_${Math.floor(random() * 4)}`,
      nick: pick(random, ['加油小助手', 'troll', '客服007']),
    };
    return {
      ...(say(now, who, text) as Extract<FeedItem, { kind: 'comment' }>),
      verdict: { level, hits: [hit] },
    };
  };
  const kinds: readonly (readonly [number, (now: number) => FeedItem])[] = [
    [0.5, (now) => say(now, person(random), pick(random, lines), random() < 0.08)],
    [0.62, (now) => say(now, person(random), pick(random, repeated))],
    [0.645, sayBadly],
    [
      0.84,
      (now) => ({ ...base(now), kind: 'like', person: person(random), count: 1 + Math.floor(random() * 5) }),
    ],
    [0.93, (now) => ({ ...base(now), kind: 'join', people: [person(random)] })],
    [0.975, (now) => ({ ...base(now), kind: 'leave', people: [person(random)] })],
    [
      1,
      (now) => {
        const name = pick(random, gifts);
        return {
          ...base(now),
          kind: 'gift',
          person: person(random),
          giftId: name,
          name,
          count: 1 + Math.floor(random() * 3),
        };
      },
    ],
  ];
  return {
    next: (now) => {
      const dice = random();
      const kind = kinds.find(([upTo]) => dice <= upTo);
      return (kind?.[1] ?? sayBadly)(now);
    },
  };
};
