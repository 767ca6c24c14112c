import type { MischiefMaker } from '../mischief/mischief-maker.ts';
import type { Person } from '../people/person.ts';
import type { Random } from '../random.ts';
import type { Agenda } from './agenda.ts';
import type { Crowd } from './crowd.ts';
import type { PersonalDeed } from './deed.ts';
import { habitShares } from './habit-shares.ts';

/** Adverts, link spam, insults, floods and walls of text. */
type Misbehaving = { readonly deed: (nowMs: number) => PersonalDeed | undefined };

type MisbehavingDeps = {
  readonly random: Random;
  readonly crowd: Crowd;
  readonly agenda: Agenda;
  readonly words: MischiefMaker;
};

type Kind = 'advert' | 'insult' | 'flood' | 'wall';

const kinds: readonly (readonly [Kind, number])[] = [
  ['advert', 42],
  ['insult', 40],
  ['flood', 9],
  ['wall', 4],
];

export const createMisbehaving = ({ random, crowd, agenda, words }: MisbehavingDeps): Misbehaving => {
  const comment = (person: Person, text: string): PersonalDeed => ({
    person,
    deed: { kind: 'comment', text },
  });

  const textOf = (kind: Kind, person: Person): string => {
    switch (kind) {
      case 'advert':
        return words.advert();
      case 'insult':
        return words.insult(person);
      case 'flood':
        return words.flood();
      case 'wall':
        return words.wall();
    }
  };

  const timesMore = (kind: Kind): number => {
    if (kind === 'flood') return random.between(4, 14);
    return kind === 'advert' && random.chance(0.35) ? random.between(1, 4) : 0;
  };

  return {
    deed: (nowMs) => {
      const kind = random.pickWeighted(kinds);
      const shares = kind === 'wall' ? habitShares.flood : habitShares[kind];
      const person = crowd.drawPresent(shares);
      if (person === undefined) {
        const newcomer = crowd.drawAbsent(shares);
        return newcomer === undefined ? undefined : { person: newcomer, deed: { kind: 'join' } };
      }
      const text = textOf(kind, person);
      const again = Array.from({ length: timesMore(kind) }, () => comment(person, text));
      agenda.add({ deeds: again, pull: 0.2, notBeforeMs: nowMs + 400 });
      return comment(person, text);
    },
  };
};
