import { type Arrivals, createArrivals } from './arrivals.ts';
import type { AudienceStep } from './audience-step.ts';
import { createPeople } from './people/create-people.ts';
import { type AudienceProfile, profileTraits } from './profile.ts';
import { createRandom, type Random } from './random.ts';
import { createRoomLife, type RoomLife } from './room/room-life.ts';

export type { AudienceAct, AudienceElement, AudiencePriority, AudienceStep } from './audience-step.ts';
export type { AudienceProfile } from './profile.ts';

export type AudienceMember = {
  readonly userId: string;
  readonly nick: string;
  readonly avatar: string;
  readonly level: number;
};

export type Audience = {
  readonly people: readonly AudienceMember[];
  /**
   * Steps offered per second and room: calm 1, busy 10, cap 40 (the service's own limit), storm 200. They come
   * unevenly, with bursts, but every five seconds have their full number. Starts as `off`.
   */
  readonly setProfile: (profile: AudienceProfile) => void;
  /** The next step, or null when the audience is off or when everybody is gone from every room. */
  readonly next: () => AudienceStep | null;
  /** The service has sent this person away: no step in that room until `back`. Strangers are ignored. */
  readonly gone: (roomId: string, userId: string) => void;
  /** The person may join the room again, when they feel like it. */
  readonly back: (roomId: string, userId: string) => void;
};

export type AudienceOptions = {
  /** The same seed and the same calls give the same steps. */
  readonly seed: number;
  readonly roomIds: readonly string[];
};

type Room = { readonly roomId: string; readonly random: Random; readonly life: RoomLife };
type Clocked = { readonly room: Room; readonly arrivals: Arrivals };

const earliest = (clocks: readonly Clocked[]): Clocked | undefined =>
  clocks.reduce<Clocked | undefined>(
    (best, clock) => (best === undefined || clock.arrivals.dueMs() < best.arrivals.dueMs() ? clock : best),
    undefined,
  );

/** A simulated audience of some four hundred people with habits; it has no clock of its own and does nothing by itself. */
export const createAudience = ({ seed, roomIds }: AudienceOptions): Audience => {
  const random = createRandom(seed);
  const people = createPeople(random.fork('people'), Math.max(1, roomIds.length));
  const byId = new Map(people.map((person) => [person.userId, person]));
  const rooms = roomIds.map((roomId, index): Room => {
    const own = random.fork(`room ${index}`);
    return { roomId, random: own, life: createRoomLife(own.fork('life'), index, people) };
  });
  let clocks: readonly Clocked[] = [];
  let profile: AudienceProfile = 'off';
  let nowMs = 0;
  let changes = 0;

  const step = (clock: Clocked): AudienceStep | undefined => {
    const { room, arrivals } = clock;
    const dueMs = arrivals.dueMs();
    arrivals.advance();
    const done = room.life.step(dueMs);
    if (done === undefined) return undefined;
    const afterMs = Math.floor(dueMs) - Math.floor(nowMs);
    nowMs = dueMs;
    return { afterMs, roomId: room.roomId, userId: done.person.userId, act: done.act };
  };

  const inRoom = (roomId: string, userId: string, change: 'gone' | 'back') => {
    const person = byId.get(userId);
    const room = rooms.find((each) => each.roomId === roomId);
    if (person !== undefined) room?.life[change](person);
  };

  return {
    people: people.map(({ userId, nick, avatar, level }) => ({ userId, nick, avatar, level })),
    setProfile: (next) => {
      if (next === profile) return;
      profile = next;
      changes += 1;
      clocks =
        next === 'off'
          ? []
          : rooms.map((room) => {
              room.life.setTraits(profileTraits[next], nowMs);
              const arrivals = createArrivals(
                room.random.fork(`arrivals ${changes}`),
                profileTraits[next].perSecond,
                nowMs,
              );
              return { room, arrivals };
            });
    },
    next: () => {
      // A room that everybody has been sent away from is silent; the others go on.
      const awake = [...clocks];
      while (awake.length > 0) {
        const clock = earliest(awake);
        if (clock === undefined) return null;
        const taken = step(clock);
        if (taken !== undefined) return taken;
        awake.splice(awake.indexOf(clock), 1);
      }
      return null;
    },
    gone: (roomId, userId) => inRoom(roomId, userId, 'gone'),
    back: (roomId, userId) => inRoom(roomId, userId, 'back'),
  };
};
