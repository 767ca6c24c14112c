/** How a person behaves; the shares are in `habit-shares.ts`. */
export type Habit =
  | 'lurker'
  | 'regular'
  | 'gifter'
  | 'tapper'
  | 'spammer'
  | 'troll'
  | 'newcomer'
  /** Comes only with a wave of others, from another room. */
  | 'raider';

export type Language = 'hans' | 'hant' | 'en';

export type Ending = 'none' | 'tilde' | 'bang' | 'dots' | 'emoji' | 'kaomoji' | 'particle';

/** What a person's app is like; it decides the form of all that they send. */
export type App = {
  readonly platform: 'iOS' | 'Android' | 'web';
  /** Not the app that the rest of the room has: it speaks another convention. */
  readonly foreign: boolean;
  /** An early version: `sender` in place of `extInfo`, no words in a like, gifts by its own number. */
  readonly early: boolean;
  /** A late version of a Mini LVB app: its JSON goes in a custom message. */
  readonly late: boolean;
};

/** A person writes the same way all evening; that is what makes a nickname a person. */
export type Style = {
  readonly ending: Ending;
  /** How often the ending is used. */
  readonly endingRate: number;
  readonly emoji: string;
  /** Types in a hurry: no capitals, no apostrophes, now and then two letters swapped. */
  readonly hasty: boolean;
};

export type Person = {
  readonly userId: string;
  readonly nick: string;
  readonly avatar: string;
  readonly level: number;
  readonly habit: Habit;
  readonly language: Language;
  readonly style: Style;
  readonly app: App;
  /** Index of the one room this person visits; undefined for those who go everywhere. */
  readonly home: number | undefined;
};
