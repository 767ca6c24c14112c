import type { Room, RoomProfile } from '../state/room.ts';
import type { World } from '../world.ts';
import { noticeTypes, postNotice, pushNotice } from './notices.ts';
import { postTip, tipTypes } from './tips.ts';

type ProfileChange = { readonly [K in keyof RoomProfile]?: RoomProfile[K] | undefined };

/** Names of `MsgGroupNewInfo` (sdk-wire 7.3, OpType 6). */
const newInfoNames: Readonly<Partial<Record<keyof RoomProfile, string>>> = {
  name: 'GroupName',
  introduction: 'GroupIntroduction',
  notification: 'GroupNotification',
  faceUrl: 'GroupFaceUrl',
  ownerId: 'Owner_Account',
  muteAll: 'ShutupAll',
};

const apply = <K extends keyof RoomProfile>(
  profile: RoomProfile,
  key: K,
  value: RoomProfile[K] | undefined,
): void => {
  if (value !== undefined) profile[key] = value;
};

const profileKeys = [
  'name',
  'introduction',
  'notification',
  'faceUrl',
  'ownerId',
  'muteAll',
  'appDefined',
] as const;

/** Changes the room's public face and tells the room what is new. */
export const changeProfile = (world: World, room: Room, operatorId: string, change: ProfileChange): void => {
  const news: Record<string, unknown> = {};
  for (const key of profileKeys) {
    apply(room.profile, key, change[key]);
    const name = newInfoNames[key];
    const value = change[key];
    if (value !== undefined && name !== undefined)
      news[name] = typeof value === 'boolean' ? Number(value) : value;
  }
  room.infoSeq += 1;
  room.lastInfoAt = world.clock.seconds();
  if (Object.keys(news).length === 0) return;
  postTip(world, room, 'system', { type: tipTypes.profile, operatorId, fields: { MsgGroupNewInfo: news } });
};

/** Ends a room: everyone is told by the log and by push, since the room is gone at the next poll. */
export const dissolveRoom = (world: World, room: Room, operatorId: string): void => {
  const notice = { type: noticeTypes.dismissed, operatorId };
  postNotice(world, room, notice);
  for (const member of room.members.values()) {
    pushNotice(world, room, member.userId, notice);
    for (const watcher of world.watchers) watcher.removed(room.id, member.userId);
  }
  world.rooms.delete(room.id);
  world.delivery.forget(room);
};
