import type { AppError } from '../../contract/app-error.ts';
import type { FeedEvent, Link, VendorFailure } from '../../contract/feed-port.ts';
import type { RoomKey } from '../../contract/models/feed-item.ts';
import type { Room, RoomConnection } from '../../contract/models/room.ts';
import type { Clock } from '../ports.ts';
import type { Mirror } from '../state/mirror.ts';
import { explainShutOut } from './shut-out.ts';

type RoomEvent = Extract<FeedEvent, { type: 'room' }>;

/** Which rooms of an account are meant. */
type RoomTest = (roomId: string) => boolean;
const everyRoom: RoomTest = () => true;

export const roomKeyOf = (accountId: string, roomId: string): RoomKey => `${accountId}/${roomId}`;

/**
 * What is known of each open room, as windows see it. Entries change only through here; the gauge is refreshed once a
 * second while rooms are open.
 */
export const createRoomBoard = (options: {
  readonly mirror: Mirror;
  readonly clock: Clock;
  readonly pressure: (roomKey: RoomKey) => number[];
  readonly explain: (failure: VendorFailure) => AppError;
  readonly onClosed: (roomKey: RoomKey) => void;
}) => {
  const { mirror, clock } = options;
  let timer: NodeJS.Timeout | undefined;

  const get = (key: RoomKey): Room | undefined => mirror.get('rooms')[key];
  const all = (): Room[] => Object.values(mirror.get('rooms'));

  const update = (key: RoomKey, change: Partial<Room>) => {
    const room = get(key);
    if (room !== undefined) mirror.patch('rooms', { [key]: { ...room, ...change } });
  };

  const connection = (key: RoomKey, next: RoomConnection) => update(key, { connection: next });

  const refreshGauges = () => {
    const told = mirror.get('pressure');
    const changed = all().flatMap(({ key }) => {
      const pressure = options.pressure(key);
      return pressure.every((count, index) => count === told[key]?.[index]) ? [] : [[key, pressure] as const];
    });
    if (changed.length > 0) mirror.patch('pressure', Object.fromEntries(changed));
  };

  const open = (accountId: string, roomId: string): RoomKey => {
    const key = roomKeyOf(accountId, roomId);
    if (get(key) !== undefined) return key;
    const room: Room = {
      key,
      accountId,
      roomId,
      name: roomId,
      ownerId: '',
      connection: { state: 'joining', since: clock.now() },
      muteAll: false,
      convention: 'plain',
      muted: {},
    };
    mirror.patch('rooms', { [key]: room });
    timer ??= clock.setInterval(refreshGauges, 1000);
    return key;
  };

  const close = (key: RoomKey) => {
    mirror.patch('rooms', { [key]: null });
    mirror.patch('pressure', { [key]: null });
    options.onClosed(key);
    if (all().length > 0 || timer === undefined) return;
    clock.clearInterval(timer);
    timer = undefined;
  };

  const takeRoomEvent = (accountId: string, { roomId, state }: RoomEvent) => {
    const key = roomKeyOf(accountId, roomId);
    const since = clock.now();
    if (state.state === 'joining') connection(key, { state: 'joining', since });
    else if (state.state === 'stalled') connection(key, { state: 'reconnecting', since, attempt: 1 });
    else if (state.state === 'live') {
      if (get(key)?.connection.state === 'reconnecting') connection(key, { state: 'live', since });
    } else if (state.state === 'joined') {
      const { name, ownerId, muteAll } = state;
      update(key, { name, ownerId, muteAll, connection: { state: 'live', since } });
    } else if (state.failure !== undefined) {
      const error = explainShutOut(state.failure) ?? options.explain(state.failure);
      connection(key, { state: 'failed', since, error });
    }
  };

  /** The line of an account's user changed: every room read with that user follows. */
  const takeLink = (accountId: string, link: Link, rooms: RoomTest = everyRoom) => {
    for (const room of all()) {
      if (room.accountId !== accountId || room.connection.state === 'failed' || !rooms(room.roomId)) continue;
      if (link.state === 'down') {
        connection(room.key, { state: 'reconnecting', since: link.lastSeen, attempt: link.attempt });
      } else if (link.state === 'up' && room.connection.state === 'reconnecting') {
        connection(room.key, { state: 'live', since: clock.now() });
      }
    }
  };

  /** The account's feed process is gone; its rooms are blind until it is back. */
  const blind = (accountId: string, attempt: number, rooms: RoomTest = everyRoom) => {
    for (const room of all()) {
      if (room.accountId !== accountId || room.connection.state === 'failed' || !rooms(room.roomId)) continue;
      const since = room.connection.state === 'reconnecting' ? room.connection.since : clock.now();
      connection(room.key, { state: 'reconnecting', since, attempt });
    }
  };

  const setMuted = (key: RoomKey, userId: string, until: number | null | undefined) => {
    const room = get(key);
    if (room === undefined) return;
    const { [userId]: _gone, ...others } = room.muted;
    update(key, { muted: until === undefined ? others : { ...others, [userId]: until } });
  };

  return {
    get,
    all,
    open,
    close,
    update,
    connection,
    takeRoomEvent,
    takeLink,
    blind,
    setMuted,
    dispose: () => {
      if (timer !== undefined) clock.clearInterval(timer);
    },
  };
};
export type RoomBoard = ReturnType<typeof createRoomBoard>;
