import type { enAccounts } from './en-accounts.ts';
import type { enActs } from './en-acts.ts';
import type { enColumns } from './en-columns.ts';
import type { enDeck } from './en-deck.ts';
import type { enDesktop } from './en-desktop.ts';
import type { enObs } from './en-obs.ts';
import type { enOverlay } from './en-overlay.ts';
import type { enPages } from './en-pages.ts';
import type { enPeople } from './en-people.ts';
import type { enPicture } from './en-picture.ts';
import type { enRooms } from './en-rooms.ts';
import type { enServiceWords } from './en-service-words.ts';
import type { enSettings } from './en-settings.ts';
import type { enWords } from './en-words.ts';

type English = typeof enActs &
  typeof enSettings &
  typeof enDesktop &
  typeof enPicture &
  typeof enOverlay &
  typeof enPeople &
  typeof enDeck &
  typeof enColumns &
  typeof enPages &
  typeof enAccounts &
  typeof enRooms &
  typeof enServiceWords &
  typeof enObs &
  typeof enWords;
type Stem<K> = K extends `${infer Base}_one` | `${infer Base}_other` ? Base : K;

/** Every message by name; the two forms of a counted one share a name. */
export type MessageKey = Stem<keyof English> & string;

type Trim<S extends string> = S extends `${infer Name}, ${string}` ? Name : S;
type Names<S> = S extends `${string}{{${infer Name}}}${infer Rest}` ? Trim<Name> | Names<Rest> : never;
type FormsOf<K extends MessageKey> = English[Extract<keyof English, K | `${K}_one` | `${K}_other`>];
type Values<K extends MessageKey> = {
  readonly [N in Names<FormsOf<K>>]: N extends 'count' ? number : string | number;
};

/** A message in the language of the screen. A missing name or a missing value does not compile. */
export type Translate = <K extends MessageKey>(
  key: K,
  ...values: [Names<FormsOf<K>>] extends [never] ? [] : [Values<K>]
) => string;

/** Chinese has one form where English has two. */
type SingleForm<T> = { readonly [K in keyof T as K extends `${string}_one` ? never : K]: string };
export type ChineseActs = SingleForm<typeof enActs>;
export type ChineseObs = SingleForm<typeof enObs>;
export type ChineseDesktop = SingleForm<typeof enDesktop>;
export type ChineseDeck = SingleForm<typeof enDeck>;
export type ChineseColumns = SingleForm<typeof enColumns>;
export type ChineseAccounts = SingleForm<typeof enAccounts>;
export type ChineseRooms = SingleForm<typeof enRooms>;
export type ChinesePages = SingleForm<typeof enPages>;
export type ChinesePeople = SingleForm<typeof enPeople>;
export type ChineseOverlay = SingleForm<typeof enOverlay>;
export type ChinesePicture = SingleForm<typeof enPicture>;
export type ChineseSettings = SingleForm<typeof enSettings>;
export type ChineseServiceWords = SingleForm<typeof enServiceWords>;
export type ChineseWords = SingleForm<typeof enWords>;
