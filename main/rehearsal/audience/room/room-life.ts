import type { AudienceAct } from '../audience-step.ts';
import { createRoomVoice } from '../convention/room-voice.ts';
import { createMischiefMaker } from '../mischief/mischief-maker.ts';
import type { Person } from '../people/person.ts';
import type { Intent, ProfileTraits } from '../profile.ts';
import type { Random } from '../random.ts';
import { createTalker } from '../talk/talker.ts';
import { createAgenda } from './agenda.ts';
import { createBroadcast } from './broadcast.ts';
import { createChatting } from './chatting.ts';
import { createCrowd } from './crowd.ts';
import type { PersonalDeed } from './deed.ts';
import { createGenerosity } from './generosity.ts';
import { createMisbehaving } from './misbehaving.ts';
import { createRaids, type Raids } from './raids.ts';
import { roomSceneOf } from './room-scene.ts';
import { createTraffic } from './traffic.ts';

/** The people of one room, and what they do next. */
export type RoomLife = {
  readonly setTraits: (traits: ProfileTraits, nowMs: number) => void;
  /** Undefined when nobody is left who could do anything. */
  readonly step: (nowMs: number) => { readonly person: Person; readonly act: AudienceAct } | undefined;
  readonly gone: (person: Person) => void;
  readonly back: (person: Person) => void;
};

export const createRoomLife = (random: Random, roomIndex: number, people: readonly Person[]): RoomLife => {
  const visitors = people.filter((person) => person.home === undefined || person.home === roomIndex);
  const scene = roomSceneOf(roomIndex);
  const crowd = createCrowd(random.fork('crowd'), visitors);
  const agenda = createAgenda(random.fork('agenda'));
  const words = createMischiefMaker(random.fork('mischief'));
  const talker = createTalker(random.fork('talk'), scene.topic);
  const voice = createRoomVoice(random.fork('voice'), scene.convention);
  const broadcast = createBroadcast(random.fork('broadcast'), scene.topic, () =>
    crowd.drawPresent({ regular: 1, newcomer: 1 }),
  );
  let traits: ProfileTraits | undefined;
  const quietRoom = () => 12 + Math.min(60, 2 * (traits?.perSecond ?? 0));
  const traffic = createTraffic({ random, crowd, agenda, talker, scene, quietRoom });
  const chatting = createChatting({ random, crowd, agenda, talker, broadcast, scene });
  const generosity = createGenerosity({ random, crowd, agenda, broadcast });
  const misbehaving = createMisbehaving({ random, crowd, agenda, words });
  let raids: Raids | undefined;

  const possible = ({ person, deed }: PersonalDeed): boolean =>
    deed.kind === 'join' ? crowd.canJoin(person) : crowd.isPresent(person);

  const follow = (intent: Intent, nowMs: number): PersonalDeed | undefined => {
    switch (intent) {
      case 'chat':
        return chatting.deed(nowMs);
      case 'like':
        return generosity.like(nowMs);
      case 'gift':
        return generosity.gift(nowMs);
      case 'count':
        return generosity.count();
      case 'mischief':
        return misbehaving.deed(nowMs);
      case 'traffic':
        return traffic.deed(nowMs);
    }
  };

  const somethingNew = (nowMs: number): PersonalDeed | undefined => {
    if (traits === undefined) return undefined;
    const intent = traffic.roomIsEmpty() ? 'traffic' : random.pickWeighted(traits.intents);
    return follow(intent, nowMs) ?? chatting.deed(nowMs) ?? traffic.deed(nowMs) ?? chatting.anyone(nowMs);
  };

  const carryOut = ({ person, deed }: PersonalDeed): AudienceAct => {
    switch (deed.kind) {
      case 'join':
        crowd.join(person);
        return { type: 'join' };
      case 'leave':
        crowd.leave(person);
        return { type: 'leave' };
      case 'count':
        return { type: 'count', key: deed.key, delta: deed.delta };
      default:
        return voice(person, deed);
    }
  };

  return {
    setTraits: (next, nowMs) => {
      traits = next;
      agenda.clear();
      raids = createRaids({
        random: random.fork(`raids at ${nowMs}`),
        crowd,
        agenda,
        words,
        traits: next,
        startMs: nowMs,
      });
    },
    step: (nowMs) => {
      raids?.tick(nowMs);
      const next = agenda.take(nowMs, possible) ?? somethingNew(nowMs);
      return next === undefined ? undefined : { person: next.person, act: carryOut(next) };
    },
    gone: crowd.gone,
    back: crowd.back,
  };
};
