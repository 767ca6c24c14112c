import type { Person } from '../people/person.ts';
import type { Random } from '../random.ts';
import { createPool, type HabitWeights } from './pool.ts';

/** Who of the audience is in one room, who could come, and who has been sent away. */
export type Crowd = {
  readonly join: (person: Person) => void;
  readonly leave: (person: Person) => void;
  readonly gone: (person: Person) => void;
  readonly back: (person: Person) => void;
  readonly isPresent: (person: Person) => boolean;
  readonly canJoin: (person: Person) => boolean;
  readonly drawPresent: (weights: HabitWeights) => Person | undefined;
  readonly drawAbsent: (weights: HabitWeights) => Person | undefined;
  readonly presentCount: () => number;
  readonly absentCount: () => number;
};

export const createCrowd = (random: Random, visitors: readonly Person[]): Crowd => {
  const visitorIds = new Set(visitors.map((person) => person.userId));
  const present = createPool(random);
  const absent = createPool(random);
  for (const person of visitors) absent.add(person);
  const move = (person: Person, from: typeof present, to: typeof present) => {
    if (from.remove(person)) to.add(person);
  };
  return {
    join: (person) => move(person, absent, present),
    leave: (person) => move(person, present, absent),
    gone: (person) => {
      present.remove(person);
      absent.remove(person);
    },
    back: (person) => {
      if (visitorIds.has(person.userId) && !present.has(person)) absent.add(person);
    },
    isPresent: present.has,
    canJoin: absent.has,
    drawPresent: present.draw,
    drawAbsent: absent.draw,
    presentCount: present.size,
    absentCount: absent.size,
  };
};
