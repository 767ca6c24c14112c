import type { Habit, Person } from '../people/person.ts';
import type { Random } from '../random.ts';

export type HabitWeights = Readonly<Partial<Record<Habit, number>>>;

/** People grouped by habit, from whom one can be drawn in constant time. */
type Pool = {
  readonly add: (person: Person) => void;
  readonly remove: (person: Person) => boolean;
  readonly has: (person: Person) => boolean;
  readonly size: () => number;
  readonly draw: (weights: HabitWeights) => Person | undefined;
};

export const createPool = (random: Random): Pool => {
  const groups = new Map<Habit, Person[]>();
  const places = new Map<string, number>();

  const remove = (person: Person): boolean => {
    const place = places.get(person.userId);
    const group = groups.get(person.habit);
    const last = group?.at(-1);
    if (place === undefined || group === undefined || last === undefined) return false;
    group[place] = last;
    places.set(last.userId, place);
    group.pop();
    places.delete(person.userId);
    return true;
  };

  const drawGroup = (weights: HabitWeights): readonly Person[] | undefined => {
    const shares = [...groups].map(
      ([habit, group]) => [group, (weights[habit] ?? 0) * group.length] as const,
    );
    return shares.some(([, share]) => share > 0) ? random.pickWeighted(shares) : undefined;
  };

  return {
    add: (person) => {
      if (places.has(person.userId)) return;
      const group = groups.get(person.habit) ?? [];
      groups.set(person.habit, group);
      places.set(person.userId, group.length);
      group.push(person);
    },
    remove,
    has: (person) => places.has(person.userId),
    size: () => places.size,
    draw: (weights) => {
      const group = drawGroup(weights);
      // A few talk much and many talk little: the draw leans to the front of the group.
      return group?.[Math.floor(random.float() ** 1.6 * group.length)];
    },
  };
};
