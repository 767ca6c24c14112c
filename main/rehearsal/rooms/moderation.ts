import type { Room } from '../state/room.ts';
import type { World } from '../world.ts';
import { leaveRoom } from './membership.ts';
import { noticeTypes, pushNotice } from './notices.ts';
import { postTip, tipTypes } from './tips.ts';

/** 4294967295 seconds stand for ever (tencent-im A5). */
const forever = 0xffff_ffff;

export const untilOf = (world: World, seconds: number): number =>
  seconds === forever ? Number.POSITIVE_INFINITY : world.clock.seconds() + seconds;

/** Unix seconds as answers carry them. */
export const untilOnWire = (until: number): number => Math.min(until, forever);

/** Mutes, or unmutes with 0; it survives leaving and coming back. */
export const muteMembers = (
  world: World,
  room: Room,
  operatorId: string,
  userIds: readonly string[],
  seconds: number,
): void => {
  for (const userId of userIds) {
    if (seconds === 0) room.mutes.delete(userId);
    else room.mutes.set(userId, untilOf(world, seconds));
  }
  postTip(world, room, 'system', {
    type: tipTypes.member,
    operatorId,
    userIds,
    fields: { MsgMemberInfo: userIds.map((userId) => ({ User_Account: userId, ShutupTime: seconds })) },
  });
};

/** Removes people and keeps them out until the ban ends. The victims hear of it by push, the room by a tip. */
export const banMembers = (
  world: World,
  room: Room,
  operatorId: string,
  userIds: readonly string[],
  ban: { readonly seconds: number; readonly reason: string },
): void => {
  const fields = { BanDuration: ban.seconds, BanDescription: ban.reason };
  for (const userId of userIds) {
    room.bans.set(userId, { until: untilOf(world, ban.seconds), reason: ban.reason });
    leaveRoom(world, room, userId, false);
    pushNotice(world, room, userId, { type: noticeTypes.banned, operatorId, fields });
    for (const watcher of world.watchers) watcher.removed(room.id, userId);
  }
  postTip(world, room, 'system', { type: tipTypes.banned, operatorId, userIds, fields });
};

export const unbanMembers = (
  world: World,
  room: Room,
  operatorId: string,
  userIds: readonly string[],
): void => {
  for (const userId of userIds) {
    room.bans.delete(userId);
    room.left.delete(userId);
    for (const watcher of world.watchers) watcher.allowedBack(room.id, userId);
  }
  postTip(world, room, 'system', { type: tipTypes.unbanned, operatorId, userIds });
};

/** Live admins; at most 5 (tencent-im A8) is the caller's check. */
export const changeAdmins = (
  world: World,
  room: Room,
  operatorId: string,
  userIds: readonly string[],
  set: boolean,
): void => {
  for (const userId of userIds) {
    if (set) room.admins.add(userId);
    else room.admins.delete(userId);
    pushNotice(world, room, userId, {
      type: set ? noticeTypes.adminSet : noticeTypes.adminUnset,
      operatorId,
    });
  }
  postTip(world, room, 'system', {
    type: set ? tipTypes.adminSet : tipTypes.adminUnset,
    operatorId,
    userIds,
  });
};
