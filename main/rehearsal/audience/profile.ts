export type AudienceProfile = 'off' | 'calm' | 'busy' | 'cap' | 'storm';

/** What a person may set out to do; `mischief` is spam, adverts, links, insults and floods. */
export type Intent = 'chat' | 'like' | 'gift' | 'traffic' | 'count' | 'mischief';

export type ProfileTraits = {
  /** Steps per second and room. 40/s is the service's own limit for a room (tencent-im D). */
  readonly perSecond: number;
  readonly intents: readonly (readonly [Intent, number])[];
  /** Mean pause between two raids on one room, in seconds. */
  readonly raidEveryS: number;
};

/** The fuller the room, the more of it is taps on the screen and the less is talk. */
export const profileTraits: Readonly<Record<Exclude<AudienceProfile, 'off'>, ProfileTraits>> = {
  calm: {
    perSecond: 1,
    raidEveryS: 420,
    intents: [
      ['chat', 70],
      ['like', 5],
      ['gift', 3],
      ['traffic', 12],
      ['count', 4],
      ['mischief', 5],
    ],
  },
  busy: {
    perSecond: 10,
    raidEveryS: 240,
    intents: [
      ['chat', 70],
      ['like', 6],
      ['gift', 3],
      ['traffic', 10],
      ['count', 4],
      ['mischief', 5],
    ],
  },
  cap: {
    perSecond: 40,
    raidEveryS: 180,
    intents: [
      ['chat', 64],
      ['like', 9],
      ['gift', 2.5],
      ['traffic', 8],
      ['count', 4],
      ['mischief', 5],
    ],
  },
  storm: {
    perSecond: 200,
    raidEveryS: 90,
    intents: [
      ['chat', 58],
      ['like', 13],
      ['gift', 2.5],
      ['traffic', 6],
      ['count', 4],
      ['mischief', 6],
    ],
  },
};
