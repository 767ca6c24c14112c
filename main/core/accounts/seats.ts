import type { FeedCommand, FeedEvent } from '../../contract/feed-port.ts';
import type { FeedLink } from '../feed/feed-link.ts';
import type { Clock } from '../ports.ts';
import { seatUserId } from './seat-user.ts';

/** With this code the service refuses the polls of somebody who is not in the room any more (tencent-im A2). */
const NOT_A_MEMBER = 10007;
/** For so long after rooms were moved, the seat's own polls for them may still be on their way. ms. */
const SETTLE_MS = 10_000;
/** Feed processes of further seats are started this far apart: each is a process, a sign-in and a join. ms. */
const START_EVERY_MS = 250;

/** One user of the service in this console: the account's own (`n` = 1), or a further one that reads another room. */
export type Seat = { readonly n: number; readonly userId: string };

export type SeatHandlers = {
  /** `rooms` tells whether a room is read from this seat. */
  readonly onEvent: (event: FeedEvent, seat: Seat, rooms: (roomId: string) => boolean) => void;
  readonly onCrash: (attempt: number, seat: Seat, rooms: (roomId: string) => boolean) => void;
};

export type SeatLink = Pick<
  FeedLink,
  'start' | 'join' | 'leave' | 'forget' | 'send' | 'signInAgain' | 'pid' | 'close'
>;

type Taken = Seat & {
  readonly link: SeatLink;
  readonly rooms: Set<string>;
  lastJoined: string | undefined;
  /** When rooms were moved away from it, ms since the epoch. */
  spreadAt: number;
};
type RoomEvent = Extract<FeedEvent, { type: 'room' }>;
type RoomCommand = Extract<FeedCommand, { type: 'send' | 'moderate' }>;

/**
 * The users under which one account is in its rooms. As a rule that is one for all rooms, on one connection. Where the
 * service lets a user be in one room at a time (the Web FAQ says so; whether `unlimitedAVChatRoom` lifts it depends on
 * the app), the room joined before is lost; then every further room gets a user and a feed process of its own.
 */
export const createSeats = (options: {
  readonly userId: string;
  readonly clock: Pick<Clock, 'monotonic' | 'setTimeout' | 'clearTimeout'>;
  /** Makes the feed process of a seat; not started yet. */
  readonly makeLink: (
    seat: Seat,
    on: { readonly onEvent: (event: FeedEvent) => void; readonly onCrash: (attempt: number) => void },
  ) => SeatLink;
  /** Whether further users can be signed here: with the key only. */
  readonly maySign: boolean;
  /** It is known from before that the service allows one room a user. */
  readonly oneRoomEach: boolean;
  /** It was found out just now. */
  readonly onOneRoomEach: () => void;
  /** A room is read from this seat from now on. */
  readonly onSeat: (roomId: string, seat: Seat) => void;
  /** A room was lost because another was joined, and comes back under another seat. */
  readonly onDisplaced: (roomId: string) => void;
  /** There is no seat for a room, and none can be had. */
  readonly onNoSeat: (roomId: string) => void;
  readonly handlers: SeatHandlers;
}) => {
  const { clock, handlers } = options;
  const seats: Taken[] = [];
  const homes = new Map<string, Taken>();
  const starting: Taken[] = [];
  let pace: NodeJS.Timeout | undefined;
  let oneRoomEach = options.oneRoomEach;

  /** What a room's state means for its seat; answers whether it is nobody else's business. */
  const takeRoom = (seat: Taken, { roomId, state }: RoomEvent): boolean => {
    if (state.state === 'joined') seat.lastJoined = roomId;
    if (state.state === 'left') vacate(seat, roomId);
    if (state.state !== 'stalled' || state.failure.code !== NOT_A_MEMBER) return false;
    // A membership can lapse for other reasons; one that was lost again by joining the others is of this policy.
    if (seat.rooms.size > 1 && state.again === true) {
      spread(seat);
      return true;
    }
    return clock.monotonic() - seat.spreadAt < SETTLE_MS;
  };

  const take = (seat: Taken, event: FeedEvent) => {
    // A seat that a room was moved away from still says good-bye to it.
    if ('roomId' in event && homes.get(event.roomId) !== seat) return;
    if (event.type === 'room' && takeRoom(seat, event)) return;
    handlers.onEvent(event, seat, (id) => seat.rooms.has(id));
  };

  const vacate = (seat: Taken, roomId: string) => {
    seat.rooms.delete(roomId);
    homes.delete(roomId);
    seat.link.forget(roomId);
  };

  const open = (n: number): Taken => {
    const seat: Seat = { n, userId: seatUserId(options.userId, n) };
    const taken: Taken = {
      ...seat,
      rooms: new Set(),
      lastJoined: undefined,
      spreadAt: Number.NEGATIVE_INFINITY,
      link: options.makeLink(seat, {
        onEvent: (event) => take(taken, event),
        onCrash: (attempt) => handlers.onCrash(attempt, seat, (id) => taken.rooms.has(id)),
      }),
    };
    seats.push(taken);
    return taken;
  };

  const startNext = () => {
    pace = undefined;
    const next = starting.shift();
    if (next === undefined) return;
    next.link.start();
    pace = clock.setTimeout(startNext, START_EVERY_MS);
  };

  const openFurther = (): Taken => {
    const seat = open(seats.length + 1);
    starting.push(seat);
    if (pace === undefined) startNext();
    return seat;
  };

  const first = open(1);

  const seatFor = (): Taken | undefined => {
    if (!oneRoomEach) return first;
    const free = seats.find((seat) => seat.rooms.size === 0);
    return free ?? (options.maySign ? openFurther() : undefined);
  };

  const join = (roomId: string) => {
    const seat = homes.get(roomId) ?? seatFor();
    if (seat === undefined) return options.onNoSeat(roomId);
    seat.rooms.add(roomId);
    homes.set(roomId, seat);
    options.onSeat(roomId, seat);
    seat.link.join(roomId);
  };

  /** The service took this seat out of all rooms but the one it joined last: the others need seats of their own. */
  const spread = (seat: Taken) => {
    seat.spreadAt = clock.monotonic();
    if (!oneRoomEach) {
      oneRoomEach = true;
      options.onOneRoomEach();
    }
    for (const roomId of [...seat.rooms]) {
      if (roomId === seat.lastJoined) continue;
      vacate(seat, roomId);
      seat.link.leave(roomId);
      options.onDisplaced(roomId);
      join(roomId);
    }
  };

  return {
    start: () => first.link.start(),
    join,
    leave: (roomId: string) => {
      const seat = homes.get(roomId);
      if (seat === undefined) return;
      seat.rooms.delete(roomId);
      homes.delete(roomId);
      seat.link.leave(roomId);
    },
    send: (command: RoomCommand): boolean => (homes.get(command.roomId) ?? first).link.send(command),
    signInAgain: () => {
      for (const { link } of seats) link.signInAgain();
    },
    pid: () => first.link.pid(),
    /** How many users this account is in its rooms with. */
    count: () => seats.length,
    close: async (): Promise<void> => {
      if (pace !== undefined) clock.clearTimeout(pace);
      starting.length = 0;
      await Promise.all(seats.map((seat) => seat.link.close()));
    },
  };
};
export type Seats = ReturnType<typeof createSeats>;
