import type { Person } from '../people/person.ts';
import type { Random } from '../random.ts';
import type { Talker } from '../talk/talker.ts';
import type { Agenda } from './agenda.ts';
import type { Crowd } from './crowd.ts';
import type { PersonalDeed } from './deed.ts';
import { habitShares } from './habit-shares.ts';
import type { RoomScene } from './room-scene.ts';

/** Coming and going. */
type Traffic = {
  readonly deed: (nowMs: number) => PersonalDeed | undefined;
  /** Whether too few are in the room for it to be a live room; then people come first. */
  readonly roomIsEmpty: () => boolean;
};

type TrafficDeps = {
  readonly random: Random;
  readonly crowd: Crowd;
  readonly agenda: Agenda;
  readonly talker: Talker;
  readonly scene: RoomScene;
  /** As many should be there before the room feels open. */
  readonly quietRoom: () => number;
};

const firstVisitors = 3;
/** So much of all who know the room is there in the middle of an evening. */
const fullShare = 0.55;

export const createTraffic = ({ random, crowd, agenda, talker, scene, quietRoom }: TrafficDeps): Traffic => {
  const afterJoining = (person: Person, nowMs: number) => {
    if (random.chance(scene.announceRate)) {
      agenda.add({ deeds: [{ person, deed: { kind: 'entered' } }], pull: 0.5, notBeforeMs: nowMs });
    }
    if (person.habit === 'lurker' || !random.chance(0.3)) return;
    const text = talker.greet(person);
    agenda.add({
      deeds: [{ person, deed: { kind: 'comment', text } }],
      pull: 0.2,
      notBeforeMs: nowMs + random.between(1500, 6000),
    });
  };

  const join = (nowMs: number): PersonalDeed | undefined => {
    const person = crowd.drawAbsent(habitShares.join);
    if (person === undefined) return undefined;
    afterJoining(person, nowMs);
    return { person, deed: { kind: 'join' } };
  };

  const leave = (nowMs: number): PersonalDeed | undefined => {
    const person = crowd.drawPresent(habitShares.leave);
    if (person === undefined) return undefined;
    const deeds: PersonalDeed[] = [{ person, deed: { kind: 'leave' } }];
    if (random.chance(scene.announceRate)) deeds.unshift({ person, deed: { kind: 'left' } });
    if (person.habit === 'regular' && random.chance(0.5)) {
      deeds.unshift({ person, deed: { kind: 'comment', text: talker.takeLeave(person) } });
    }
    const [first, ...rest] = deeds;
    // Nothing may come between, or somebody would speak after having left.
    agenda.add({ deeds: rest, pull: 1, notBeforeMs: nowMs });
    return first;
  };

  const comes = (): boolean => {
    const present = crowd.presentCount();
    if (present <= quietRoom()) return true;
    return random.chance(present < (present + crowd.absentCount()) * fullShare ? 0.72 : 0.42);
  };

  return {
    deed: (nowMs) => (comes() ? (join(nowMs) ?? leave(nowMs)) : (leave(nowMs) ?? join(nowMs))),
    roomIsEmpty: () => {
      const present = crowd.presentCount();
      if (crowd.absentCount() === 0) return false;
      return present < firstVisitors || (present < quietRoom() && random.chance(0.45));
    },
  };
};
