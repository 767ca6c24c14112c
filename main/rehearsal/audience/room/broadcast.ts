import type { Person } from '../people/person.ts';
import type { Random } from '../random.ts';
import { type Mood, moodsOf, type Topic } from '../talk/phrasebook.ts';

/** Something that happens in the broadcast and that the whole room talks of for a few seconds. */
export type Happening = {
  readonly mood: Mood;
  readonly untilMs: number;
  /** Who gave the gift or won the draw. */
  readonly subject: Person | undefined;
};

export type Broadcast = {
  /** What is going on, if anything; `began` is true the first time it is told. */
  readonly at: (nowMs: number) => { readonly happening: Happening; readonly began: boolean } | undefined;
  readonly giftGiven: (nowMs: number, giver: Person) => void;
};

const meanPauseMs = 26_000;

/** Where gifts rain, people thank for one now and then, not for each. */
const gratitudePauseMs = 40_000;

export const createBroadcast = (
  random: Random,
  topic: Topic,
  drawSubject: () => Person | undefined,
): Broadcast => {
  const pause = () => 8_000 - Math.log(1 - random.float()) * (meanPauseMs - 8_000);
  let nextMs = pause();
  let happening: Happening | undefined;
  let began = false;
  let gratefulAtMs = 0;

  const begin = (mood: Mood, nowMs: number, subject: Person | undefined) => {
    happening = { mood, untilMs: nowMs + random.between(4_000, 11_000), subject };
    began = true;
    nextMs = happening.untilMs + pause();
  };

  return {
    at: (nowMs) => {
      if (happening !== undefined && nowMs >= happening.untilMs) happening = undefined;
      if (happening === undefined && nowMs >= nextMs)
        begin(random.pick(moodsOf[topic]), nowMs, drawSubject());
      if (happening === undefined) return undefined;
      const told = { happening, began };
      began = false;
      return told;
    },
    giftGiven: (nowMs, giver) => {
      if (nowMs < gratefulAtMs) return;
      gratefulAtMs = nowMs + gratitudePauseMs;
      begin('gift', nowMs, giver);
    },
  };
};
