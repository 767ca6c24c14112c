import type { MischiefMaker, RaidMood } from '../mischief/mischief-maker.ts';
import type { Person } from '../people/person.ts';
import type { ProfileTraits } from '../profile.ts';
import type { Random } from '../random.ts';
import type { Agenda } from './agenda.ts';
import type { Crowd } from './crowd.ts';
import type { PersonalDeed } from './deed.ts';
import { habitShares } from './habit-shares.ts';

/** A wave of people from another room: they join together and repeat one line, then drift off. */
export type Raids = { readonly tick: (nowMs: number) => void };

type RaidsDeps = {
  readonly random: Random;
  readonly crowd: Crowd;
  readonly agenda: Agenda;
  readonly words: MischiefMaker;
  readonly traits: ProfileTraits;
  readonly startMs: number;
};

const fewest = 6;

const drawRaiders = (crowd: Crowd, count: number): Person[] => {
  const raiders = new Set<Person>();
  for (let attempt = 0; attempt < count * 3 && raiders.size < count; attempt += 1) {
    const person = crowd.drawAbsent(habitShares.raid);
    if (person !== undefined) raiders.add(person);
  }
  return [...raiders];
};

export const createRaids = (deps: RaidsDeps): Raids => {
  const { random, crowd, agenda, words } = deps;
  const { raidEveryS: everyS, perSecond } = deps.traits;
  const pauseMs = () => (everyS / 3 - Math.log(1 - random.float()) * ((everyS * 2) / 3)) * 1000;
  let nextMs = deps.startMs + pauseMs();

  /** One line with small changes, as people do who were told what to paste. */
  const pasted = (line: string): string =>
    random.chance(0.75) ? line : `${line}${random.pick(['！', '!!', '~', '🔥', ' ', '。', '😂'])}`;

  const plan = (raiders: readonly Person[]): PersonalDeed[] => {
    const mood: RaidMood = random.chance(0.5) ? 'friendly' : 'hostile';
    const line = words.raidLine(mood);
    const say = (): PersonalDeed => ({
      person: random.pick(raiders),
      deed: { kind: 'comment', text: pasted(line) },
    });
    const joins = raiders.map((person): PersonalDeed => ({ person, deed: { kind: 'join' } }));
    const half = Math.ceil(joins.length / 2);
    const early = joins.slice(0, half);
    const late = joins
      .slice(half)
      .flatMap((join): PersonalDeed[] => [join, { ...join, deed: { kind: 'comment', text: line } }]);
    const chorus = Math.min(300, Math.max(raiders.length, perSecond * 4));
    return [...early, ...late, ...Array.from({ length: chorus }, say)];
  };

  return {
    tick: (nowMs) => {
      if (nowMs < nextMs) return;
      nextMs = nowMs + pauseMs();
      const raiders = drawRaiders(crowd, Math.min(36, Math.max(10, perSecond * 2)));
      if (raiders.length < fewest) return;
      agenda.add({ deeds: plan(raiders), pull: 0.75, notBeforeMs: nowMs });
    },
  };
};
