import { createStore, type StoreApi } from 'zustand/vanilla';
import type { RoomKey } from '../../../../main/contract/models/feed-item.ts';
import type { TopicValues } from '../../bridge/index.ts';

/** In which rooms the next act on people is carried out. */
export type ReachState = {
  readonly scope: 'here' | 'chosen' | 'all';
  readonly rooms: ReadonlySet<RoomKey>;
  /** Whether the list of rooms is open. */
  readonly picking: boolean;
};

export type Reach = StoreApi<ReachState>;

export const createReach = (): Reach =>
  createStore<ReachState>(() => ({ scope: 'here', rooms: new Set(), picking: false }));

/** Takes a room in or out; without any, acts stay where they are taken. */
export const withRoom = (state: ReachState, roomKey: RoomKey, on: boolean): ReachState => {
  const rooms = new Set(state.rooms);
  if (on) rooms.add(roomKey);
  else rooms.delete(roomKey);
  return { ...state, rooms, scope: rooms.size === 0 ? 'here' : 'chosen' };
};

/** The app of a room's account; people are one across the rooms of an app and strangers across apps. */
export const appOfRoom = ({ rooms, accounts }: TopicValues, roomKey: RoomKey): number | undefined =>
  accounts?.[rooms?.[roomKey]?.accountId ?? '']?.sdkAppId;

/** The open rooms that an act on a person of this room reaches: never one of another app. */
export const roomsInReach = (
  state: ReachState,
  values: TopicValues,
  roomKey: RoomKey,
): readonly RoomKey[] => {
  if (state.scope === 'here') return [roomKey];
  const app = appOfRoom(values, roomKey);
  const sameApp = Object.keys(values.rooms ?? {}).filter((key) => appOfRoom(values, key) === app);
  const wanted = state.scope === 'all' ? sameApp : sameApp.filter((key) => state.rooms.has(key));
  return wanted.length === 0 ? [roomKey] : wanted;
};
