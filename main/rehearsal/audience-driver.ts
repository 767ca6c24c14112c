import type { Audience, AudienceMember, AudienceProfile, AudienceStep } from './audience/audience.ts';
import { updateCounters } from './rooms/counters.ts';
import { joinRoom, leaveRoom } from './rooms/membership.ts';
import { sendToRoom } from './rooms/send.ts';
import { type Account, imageTag, levelTag, nickTag } from './state/accounts.ts';
import type { Room } from './state/room.ts';
import type { World } from './world.ts';

export type AudienceDriver = {
  setProfile(profile: AudienceProfile): void;
  profile(): AudienceProfile;
  dispose(): void;
};

/** Steps are due at absolute moments, so that a late timer is caught up and the offered rate holds. */
const maxBatch = 2_000;
/** After a long stall (a sleeping machine) the steps missed are let go. */
const maxLagMs = 2_000;

const introduce = (world: World, person: AudienceMember): Account => {
  const account = world.accounts.ensure(person.userId, world.clock.seconds(), true);
  account.profile.set(nickTag, person.nick);
  account.profile.set(imageTag, person.avatar);
  account.profile.set(levelTag, person.level);
  return account;
};

/** Does one step by the same ways as real users: the service may refuse it. */
const act = (world: World, room: Room, account: Account, step: AudienceStep): void => {
  switch (step.act.type) {
    case 'join':
      joinRoom(world, room, account, 'local');
      return;
    case 'leave':
      leaveRoom(world, room, account.userId, true);
      return;
    case 'count':
      if (world.limits().counters)
        updateCounters(world, room, 'Increase', [{ Key: step.act.key, Value: step.act.delta }]);
      return;
    case 'say': {
      const random = world.random.uint32();
      if (joinRoom(world, room, account, 'local') === 'banned') return;
      // A refusal (muted, a blocked word) is the person's own business; the service keeps a list of them.
      void sendToRoom(world, {
        room,
        from: account,
        elements: step.act.elements,
        priority: step.act.priority,
        random,
        cloudCustomData: '',
        skipWords: false,
        skipVeto: false,
        onceKey: `audience ${account.userId} ${random}`,
      });
    }
  }
};

/** Plays the audience in real time. */
export const createAudienceDriver = (world: World, audience: Audience): AudienceDriver => {
  const people = new Map(audience.people.map((person) => [person.userId, introduce(world, person)]));
  let profile: AudienceProfile = 'off';
  let timer: NodeJS.Timeout | undefined;
  let pending: AudienceStep | null = null;
  let due = 0;

  const watcher = {
    removed: (roomId: string, userId: string) => audience.gone(roomId, userId),
    allowedBack(roomId: string, userId: string) {
      audience.back(roomId, userId);
      // With everybody gone there was no next step.
      if (pending === null && profile !== 'off') restart();
    },
  };
  world.watchers.add(watcher);

  const take = (): void => {
    pending = audience.next();
    if (pending !== null) due += pending.afterMs;
  };

  const run = (): void => {
    timer = undefined;
    const now = world.clock.monotonic();
    if (now - due > maxLagMs) due = now;
    for (let count = 0; pending !== null && due <= now && count < maxBatch; count += 1) {
      const room = world.rooms.get(pending.roomId);
      const account = people.get(pending.userId);
      if (room !== undefined && account !== undefined) act(world, room, account, pending);
      take();
    }
    plan();
  };

  const plan = (): void => {
    if (pending !== null) timer = setTimeout(run, Math.max(1, due - world.clock.monotonic()));
  };

  const restart = (): void => {
    clearTimeout(timer);
    due = world.clock.monotonic();
    take();
    plan();
  };

  return {
    profile: () => profile,
    setProfile(next) {
      profile = next;
      audience.setProfile(next);
      restart();
    },
    dispose() {
      clearTimeout(timer);
      world.watchers.delete(watcher);
    },
  };
};
