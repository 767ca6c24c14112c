import type { AppError } from '../../contract/app-error.ts';
import type { FeedEvent, Link, ModerateCommand, VendorFailure } from '../../contract/feed-port.ts';
import type { Account } from '../../contract/models/account.ts';
import type { FeedItem, Gap, RoomKey } from '../../contract/models/feed-item.ts';
import type { PassRight } from '../../contract/models/pass.ts';
import type { Convention } from '../../contract/models/room.ts';
import { assertNever, type Result } from '../../contract/result.ts';
import { createFeedLink } from '../feed/feed-link.ts';
import { createPendingSends } from '../feed/pending-sends.ts';
import type { ImAdmin } from '../im-admin/im-admin.ts';
import type { Ports } from '../ports.ts';
import { type RoomBoard, roomKeyOf } from '../rooms/room-board.ts';
import type { Mirror } from '../state/mirror.ts';
import type { FeedWords } from '../word-book/feed-words.ts';
import { createEndedRooms } from './ended-rooms.ts';
import { createSeats, type Seat } from './seats.ts';
import { actUnanswered, kickCodes, noSeat } from './session-problems.ts';
import type { UserSigSource } from './user-sig-source.ts';

export type AccountIdentity = {
  readonly id: string;
  readonly kind: Account['kind'];
  readonly label: string;
  readonly sdkAppId: number;
  readonly userId: string;
  readonly nick: string;
  /** Where the SDK connects; absent = the vendor's own hosts. */
  readonly socketUrl?: string;
};

/** What comes out of an account's feed, for the hub. */
export type FeedSink = (roomKey: RoomKey, items: readonly FeedItem[]) => void;

/** A UserSig source for a further user, made known to the service under the account's nickname. */
export type SeatSigner = (
  userId: string,
  onRenewed: (userSig: string) => void,
) => Pick<UserSigSource, 'get' | 'dispose'>;

/** What a pass lets its holder do; a key holder may do everything everywhere. */
export type Rights = Readonly<{ rooms: readonly string[]; may: readonly PassRight[] }>;

/**
 * One open account: its feed process, its admin client where it may have one, its rooms on the board. The signing key
 * is behind `userSig` and does not pass through here.
 */
export const createAccountSession = (options: {
  readonly ports: Ports;
  readonly identity: AccountIdentity;
  readonly userSig: UserSigSource['get'];
  /** Signs further users of this account in, where the service allows one room a user; with the key only. */
  readonly seats?: SeatSigner;
  /** The service allows one room a user, as was found out before. */
  readonly oneRoomEach?: boolean;
  readonly onOneRoomEach?: () => void;
  /** Of a key holder; without it the account moderates through the SDK. */
  readonly admin: ImAdmin | undefined;
  /** How far the service's clock is ahead of this computer's, as far as it is known. */
  readonly skewMs?: () => number;
  /** Absent: everything. */
  readonly rights?: Rights;
  /** The account as windows see it, beyond its identity. */
  readonly facts?: () => Partial<Account>;
  readonly mirror: Mirror;
  readonly board: RoomBoard;
  readonly sink: FeedSink;
  readonly explain: (failure: VendorFailure) => AppError;
  readonly words: FeedWords;
  /** A room was joined, for the first time or again. */
  readonly onLive: (roomKey: RoomKey) => void;
}) => {
  const { ports, identity, mirror, board, sink, explain } = options;
  const { clock } = ports;
  const pending = createPendingSends({ clock, explain });
  const acts = createPendingSends({ clock, explain, noAnswer: actUnanswered });
  /** Rooms that are blind, with the moment of their last sign of life. */
  const blindSince = new Map<string, { readonly from: number; readonly cause: Gap['cause'] }>();
  const ended = createEndedRooms({ accountId: identity.id, board, clock });
  const seatSources: { readonly dispose: () => void }[] = [];
  let sends = 0;

  const report = (session: Account['session']) => {
    const { id, kind, label, sdkAppId, userId, nick } = identity;
    const facts = { admin: options.admin !== undefined, ...options.facts?.() };
    mirror.patch('accounts', { [id]: { ...facts, id, kind, label, sdkAppId, userId, nick, session } });
  };

  const keyOf = (roomId: string) => roomKeyOf(identity.id, roomId);

  /** Why a user is signed out for good, if that is what the link says. */
  const endOf = (link: Link): AppError | undefined => {
    if (link.state === 'refused') return explain(link.failure);
    if (link.state !== 'kicked') return undefined;
    return explain({ code: kickCodes[link.reason] ?? 3001, info: link.reason });
  };

  const takeLink = (link: Link, seat: Seat, rooms: (roomId: string) => boolean) => {
    board.takeLink(identity.id, link, rooms);
    const error = endOf(link);
    if (error !== undefined) ended.signOut(rooms, error);
    // How the account is, its own user says; a further seat only speaks for its room.
    if (seat.n > 1) return;
    if (error !== undefined) report({ state: 'failed', error });
    else if (link.state === 'up') report({ state: 'ready' });
  };

  const signInAgain = () => {
    report({ state: 'starting' });
    ended.comeBack();
    feed.signInAgain();
  };

  const endBlindness = (roomId: string) => {
    const blind = blindSince.get(roomId);
    if (blind === undefined) return;
    blindSince.delete(roomId);
    const { from, cause } = blind;
    const to = clock.now();
    const id = `gap:${from}:${to}`;
    sink(keyOf(roomId), [{ id, at: to, receivedAt: to, kind: 'gap', from, to, cause, recovered: false }]);
  };

  const joined = (roomId: string) => {
    endBlindness(roomId);
    options.onLive(keyOf(roomId));
  };

  const take = (event: FeedEvent, seat: Seat, rooms: (roomId: string) => boolean) => {
    switch (event.type) {
      case 'link':
        takeLink(event.link, seat, rooms);
        return;
      case 'room':
        board.takeRoomEvent(identity.id, event);
        if (event.state.state === 'joined') joined(event.roomId);
        return;
      case 'online':
        board.update(keyOf(event.roomId), { online: event.count });
        return;
      case 'batch':
        if (event.convention !== undefined)
          board.update(keyOf(event.roomId), { convention: event.convention });
        sink(keyOf(event.roomId), event.items);
        return;
      case 'sent':
        if (event.failure !== undefined) pending.refused(event.requestId, event.failure);
        else pending.sent(event.requestId, event.itemId ?? '');
        return;
      case 'moderated':
        if (event.failure !== undefined) acts.refused(event.requestId, event.failure);
        else acts.sent(event.requestId, '');
        return;
      case 'started':
      case 'words-ready':
      case 'need-usersig':
        return;
      default:
        assertNever(event);
    }
  };

  const crashed = (attempt: number, seat: Seat, rooms: (roomId: string) => boolean) => {
    pending.lost();
    acts.lost();
    for (const room of board.all()) {
      if (room.accountId === identity.id && rooms(room.roomId) && !blindSince.has(room.roomId))
        blindSince.set(room.roomId, { from: clock.now(), cause: 'feed-process' });
    }
    board.blind(identity.id, attempt, rooms);
    if (seat.n === 1) report({ state: 'restarting', attempt });
  };

  const { sdkAppId, nick, socketUrl } = identity;
  const makeLink = (seat: Seat, on: Pick<Parameters<typeof createFeedLink>[0], 'onEvent' | 'onCrash'>) => {
    const further = seat.n === 1 ? undefined : options.seats?.(seat.userId, (userSig) => link.renew(userSig));
    if (further !== undefined) seatSources.push(further);
    const link = createFeedLink({
      start: ports.startFeedProcess,
      clock,
      log: ports.log,
      identity: {
        accountId: identity.id,
        sdkAppId,
        userId: seat.userId,
        nick,
        // Whoever may ask the admin interface gets a fresher number there.
        countOnline: options.admin === undefined,
        ...(socketUrl !== undefined && { proxyServer: socketUrl }),
      },
      userSig: further?.get ?? options.userSig,
      words: options.words,
      onNoUserSig: (error) => {
        if (seat.n === 1) report({ state: 'failed', error });
        else ended.fail((roomId) => board.get(keyOf(roomId))?.seat?.userId === seat.userId, error);
      },
      ...on,
    });
    if (seat.n === 1) renewOwn = link.renew;
    return link;
  };
  let renewOwn: (userSig: string) => void = () => undefined;
  const feed = createSeats({
    userId: identity.userId,
    clock,
    makeLink,
    maySign: options.seats !== undefined,
    oneRoomEach: options.oneRoomEach ?? false,
    onOneRoomEach: () => options.onOneRoomEach?.(),
    onSeat: (roomId, { n, userId }) =>
      board.update(keyOf(roomId), { seat: n === 1 ? undefined : { n, userId } }),
    onDisplaced: (roomId) => {
      if (!blindSince.has(roomId)) blindSince.set(roomId, { from: clock.now(), cause: 'moved' });
    },
    onNoSeat: (roomId) => ended.fail((id) => id === roomId, noSeat),
    handlers: { onEvent: take, onCrash: crashed },
  });

  return {
    identity,
    admin: options.admin,
    rights: options.rights,
    skewMs: options.skewMs ?? (() => 0),
    start: () => {
      report({ state: 'starting' });
      feed.start();
    },
    signInAgain,
    openRoom: (roomId: string): RoomKey => {
      const key = board.open(identity.id, roomId);
      feed.join(roomId);
      return key;
    },
    closeRoom: (roomId: string) => {
      feed.leave(roomId);
      board.close(keyOf(roomId));
    },
    say: (
      roomId: string,
      text: string,
      danmaku: boolean,
      convention: Convention,
    ): Promise<Result<{ itemId: string }>> => {
      sends += 1;
      const requestId = `say-${sends}`;
      const result = pending.wait(requestId);
      const posted = feed.send({
        type: 'send',
        requestId,
        roomId,
        text,
        danmaku,
        convention,
        priority: 'High',
      });
      if (!posted) pending.notConnected(requestId);
      return result;
    },
    /** Moderates as the signed-in user, through the SDK. */
    moderate: (roomId: string, act: ModerateCommand['act']): Promise<Result<unknown>> => {
      sends += 1;
      const requestId = `act-${sends}`;
      const result = acts.wait(requestId);
      if (!feed.send({ type: 'moderate', requestId, roomId, act })) acts.notConnected(requestId);
      return result;
    },
    /** A fresh signature in good time, for the next sign-in. */
    renew: (userSig: string) => renewOwn(userSig),
    /** Tells windows again what this account is. */
    refresh: () => {
      const shown = mirror.get('accounts')[identity.id];
      if (shown !== undefined) report(shown.session);
    },
    feedPid: () => feed.pid(),
    close: async (): Promise<void> => {
      options.admin?.dispose();
      pending.lost();
      acts.lost();
      for (const room of board.all()) if (room.accountId === identity.id) board.close(room.key);
      mirror.patch('accounts', { [identity.id]: null });
      for (const source of seatSources.splice(0)) source.dispose();
      await feed.close();
    },
  };
};
export type AccountSession = ReturnType<typeof createAccountSession>;
