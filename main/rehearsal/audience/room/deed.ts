import type { Utterance } from '../convention/utterance.ts';
import type { Person } from '../people/person.ts';

/** What somebody does in a room. */
type Deed =
  | Utterance
  | { readonly kind: 'join' }
  | { readonly kind: 'leave' }
  | { readonly kind: 'count'; readonly key: string; readonly delta: number };

export type PersonalDeed = { readonly person: Person; readonly deed: Deed };
