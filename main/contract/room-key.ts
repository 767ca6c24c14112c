import type { RoomKey } from './models/feed-item.ts';

/** A room's key is its account's ID in this console, a slash, and the service's own ID of the room. */
export const accountIdOf = (roomKey: RoomKey): string => roomKey.slice(0, roomKey.indexOf('/'));
export const roomIdOf = (roomKey: RoomKey): string => roomKey.slice(roomKey.indexOf('/') + 1);
/** Who somebody is among all open rooms: a user ID is somebody else with another account. */
export const personKeyOf = (roomKey: RoomKey, userId: string): string => `${accountIdOf(roomKey)}/${userId}`;
