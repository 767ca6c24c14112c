import { describe, expect, it } from 'vitest';
import type { EventPayload } from '../../../main/contract/events.ts';
import type { FeedItem } from '../../../main/contract/models/feed-item.ts';
import { ok } from '../../../main/contract/result.ts';
import { withoutPerson } from '../../../main/core/feed/without-person.ts';
import { createFirstTimers } from '../../../main/core/person-marks/first-timers.ts';
import { createManualClock } from '../../support/manual-clock.ts';
import { comment, join, like } from '../panel/feed-samples.ts';

const rig = () => {
  const clock = createManualClock();
  const first = new Map<string, string>();
  const asked: string[][] = [];
  const told: EventPayload<'feed:marks'>[] = [];
  const timers = createFirstTimers({
    clock,
    history: {
      firstComments: (_, userIds) => {
        asked.push([...userIds]);
        return ok(first);
      },
    },
    publish: (event, payload) => {
      if (event === 'feed:marks') told.push(payload as EventPayload<'feed:marks'>);
    },
  });
  const say = (item: FeedItem) => {
    if (item.kind === 'comment' && !first.has(item.person.userId)) first.set(item.person.userId, item.id);
    timers.take('a/r', [item]);
    return item.id;
  };
  return { clock, timers, asked, told, say };
};

describe('first-time chatters', () => {
  it('are told once for each person, some time after the comment', () => {
    const { clock, told, say, asked } = rig();
    const ann = say(comment('hi', { userId: 'ann' }));
    say(comment('again', { userId: 'ann' }));
    const bob = say(comment('hello', { userId: 'bob' }));
    expect(asked).toEqual([]);
    clock.advance(1_000);
    expect(told).toEqual([{ roomKey: 'a/r', firstTime: [ann, bob] }]);
    expect(asked).toEqual([['ann', 'bob']]);
  });

  it('are never the console itself, nor somebody who only likes or joins', () => {
    const { clock, told, asked, say } = rig();
    say(comment('on air', { own: true }));
    say(like());
    say(join());
    clock.advance(1_000);
    expect({ told, asked }).toEqual({ told: [], asked: [] });
  });

  it('in a crowd are asked about in small batches', () => {
    const { clock, asked, told, say } = rig();
    for (let index = 0; index < 250; index += 1) say(comment('hi', { userId: `u${index}` }));
    clock.advance(1_000);
    expect(asked.map((batch) => batch.length)).toEqual([100, 100, 50]);
    expect(told.flatMap(({ firstTime }) => firstTime)).toHaveLength(250);
  });
});

describe('a forgotten person', () => {
  it('is taken out of every kind of item, and others stay', () => {
    const people = [
      { userId: 'ann', nick: 'Ann' },
      { userId: 'bob', nick: 'Bob' },
    ];
    const both: FeedItem = { ...(join() as Extract<FeedItem, { kind: 'join' }>), people };
    expect(withoutPerson(both, 'ann')).toEqual([{ ...both, people: [people[1]] }]);
    expect(withoutPerson(comment('x', { userId: 'ann' }), 'ann')).toEqual([]);
    expect(withoutPerson(comment('x', { userId: 'bob' }), 'ann')).toHaveLength(1);
  });
});
