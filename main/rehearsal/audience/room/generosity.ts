import { dearGiftWorth, gifts } from '../convention/gifts.ts';
import type { Random } from '../random.ts';
import type { Agenda } from './agenda.ts';
import type { Broadcast } from './broadcast.ts';
import type { Crowd } from './crowd.ts';
import type { PersonalDeed } from './deed.ts';
import { habitShares } from './habit-shares.ts';

/** Likes, gifts and counters. */
type Generosity = {
  readonly like: (nowMs: number) => PersonalDeed | undefined;
  readonly gift: (nowMs: number) => PersonalDeed | undefined;
  readonly count: () => PersonalDeed | undefined;
};

type GenerosityDeps = {
  readonly random: Random;
  readonly crowd: Crowd;
  readonly agenda: Agenda;
  readonly broadcast: Broadcast;
};

const giftShares = gifts.map((gift) => [gift, gift.share] as const);

export const createGenerosity = ({ random, crowd, agenda, broadcast }: GenerosityDeps): Generosity => {
  /** Most tap once or twice; some keep tapping. */
  const burstLength = (tapper: boolean): number =>
    Math.min(40, Math.floor(-Math.log(1 - random.float()) * (tapper ? 5 : 0.8)));

  return {
    like: (nowMs) => {
      const person = crowd.drawPresent(habitShares.like);
      if (person === undefined) return undefined;
      const one: PersonalDeed = { person, deed: { kind: 'like' } };
      const more = Array.from({ length: burstLength(person.habit === 'tapper') }, () => one);
      agenda.add({ deeds: more, pull: 0.12, notBeforeMs: nowMs });
      return one;
    },
    gift: (nowMs) => {
      const person = crowd.drawPresent(habitShares.gift);
      if (person === undefined) return undefined;
      const gift = random.pickWeighted(giftShares);
      const combo = gift.worth < 100 && random.chance(0.3) ? random.between(2, 9) : 1;
      const counted = (count: number): PersonalDeed => ({ person, deed: { kind: 'gift', gift, count } });
      const more = Array.from({ length: combo - 1 }, (_, at) => counted(at + 2));
      agenda.add({ deeds: more, pull: 0.2, notBeforeMs: nowMs });
      if (gift.worth >= dearGiftWorth) broadcast.giftGiven(nowMs, person);
      return counted(1);
    },
    count: () => {
      const person = crowd.drawPresent(habitShares.count);
      if (person === undefined) return undefined;
      const key = random.pickWeighted([
        ['likes', 7],
        ['heat', 2],
        ['shares', 1],
      ]);
      const delta = key === 'shares' ? 1 : random.between(1, key === 'heat' ? 50 : 15);
      return { person, deed: { kind: 'count', key, delta } };
    },
  };
};
