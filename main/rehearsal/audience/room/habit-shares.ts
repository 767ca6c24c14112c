import type { HabitWeights } from './pool.ts';

/** Who does what, by habit: the weight of one person of that habit. */
export const habitShares = {
  chat: { regular: 12, gifter: 5, newcomer: 4, tapper: 2, lurker: 1, troll: 1 },
  greet: { regular: 3, newcomer: 3, lurker: 1 },
  like: { tapper: 15, regular: 2, gifter: 2, lurker: 1, newcomer: 1 },
  gift: { gifter: 24, regular: 1, newcomer: 0.2 },
  count: { tapper: 6, lurker: 2, regular: 1, newcomer: 1 },
  advert: { spammer: 1 },
  insult: { troll: 1 },
  flood: { troll: 3, spammer: 2, newcomer: 0.02 },
  join: { newcomer: 4, regular: 3, lurker: 3, tapper: 3, gifter: 3, troll: 2, spammer: 2 },
  leave: { raider: 12, newcomer: 4, lurker: 2, spammer: 2, troll: 1, regular: 0.6, tapper: 1, gifter: 0.5 },
  anyone: { regular: 1, lurker: 1, newcomer: 1, tapper: 1, gifter: 1, troll: 1, spammer: 1, raider: 1 },
  raid: { raider: 1 },
} as const satisfies Readonly<Record<string, HabitWeights>>;
