import type { Lexicon } from './template.ts';

/** A question and what others may answer; all are templates. */
export type Question = readonly [ask: string, ...answers: string[]];

export type Mood = 'high' | 'known' | 'fail' | 'scare' | 'laugh' | 'gift' | 'draw' | 'rush' | 'want';

/** What is said for some seconds when something happens in the broadcast. `echo` is repeated word for word by many. */
export type Moment = {
  readonly mood: Mood;
  readonly lines: readonly string[];
  readonly echo: readonly string[];
};

export type Speech =
  | 'greeting'
  | 'reaction'
  | 'praise'
  | 'smalltalk'
  | 'request'
  | 'reply'
  | 'laugh'
  | 'goodbye'
  | 'long';

export type Phrasebook = {
  readonly lexicon: Lexicon;
  readonly lines: Readonly<Partial<Record<Speech, readonly string[]>>>;
  readonly questions: readonly Question[];
  readonly moments: readonly Moment[];
};

/** What a room is about; it decides what its people talk of beyond the everyday. */
export type Topic = 'song' | 'game' | 'shop';

/** What may happen in a broadcast of this kind; `gift` happens whenever somebody is generous. */
export const moodsOf: Readonly<Record<Topic, readonly Mood[]>> = {
  song: ['high', 'high', 'known', 'known', 'laugh', 'draw'],
  game: ['high', 'fail', 'fail', 'scare', 'laugh'],
  shop: ['rush', 'rush', 'want', 'laugh', 'draw'],
};
