import { untilOnWire } from '../rooms/moderation.ts';
import type { Account } from '../state/accounts.ts';
import type { Room } from '../state/room.ts';
import type { World } from '../world.ts';

const describe = (room: Room): Record<string, unknown> => ({
  id: room.id,
  createdAt: room.createdAt,
  ...room.profile,
  members: [...room.members.values()].map(({ userId, joinedAt, via, marks }) => ({
    userId,
    joinedAt,
    via,
    marks: [...marks],
  })),
  admins: [...room.admins],
  mutes: [...room.mutes].map(([userId, until]) => ({ userId, until: untilOnWire(until) })),
  bans: [...room.bans].map(([userId, ban]) => ({
    userId,
    until: untilOnWire(ban.until),
    reason: ban.reason,
  })),
  counters: Object.fromEntries(room.counters),
  attributes: Object.fromEntries([...room.attributes].map(([key, { value }]) => [key, value])),
  log: { end: room.log.end(), kept: room.log.size() },
  lastMessages: room.log.lastMessages(50).map((entry): unknown => JSON.parse(entry.json)),
});

const describeAccount = (world: World, account: Account): Record<string, unknown> => ({
  userId: account.userId,
  tinyId: account.tinyId,
  profile: Object.fromEntries(account.profile),
  simulated: account.simulated,
  online: world.links.of(account.userId).length > 0,
  blacklisted: account.blacklisted,
  groupMutedUntil: untilOnWire(account.groupMutedUntil),
  c2cMutedUntil: untilOnWire(account.c2cMutedUntil),
});

/** All that the service knows, without the key. Times are Unix seconds; 4294967295 is for ever. */
export const snapshot = (world: World): Record<string, unknown> => ({
  now: world.clock.now(),
  seed: world.identity.seed,
  sdkAppId: world.identity.sdkAppId,
  settings: { ...world.settings },
  rooms: [...world.rooms.values()].map(describe),
  accounts: [...world.accounts.all()].map((account) => describeAccount(world, account)),
  words: {
    dirty: world.words.dirty.list(),
    local: [...world.words.local.values()],
    libraries: [...world.words.libraries.values()].map(({ id, name, suggestion, words }) => ({
      id,
      name,
      suggestion,
      words: [...words.values()],
    })),
    vetoes: world.words.vetoes,
  },
});
