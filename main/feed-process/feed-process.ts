import { clearInterval, clearTimeout, setInterval, setTimeout } from 'node:timers';
import { z } from 'zod';
import { type FeedCommand, type FeedEvent, feedCommandSchema } from '../contract/feed-port.ts';
import { assertNever } from '../contract/result.ts';
import { writeComment } from './convention.ts';
import { createInbox } from './inbox.ts';
import { createJudge } from './judge.ts';
import { moderate } from './moderate.ts';
import { createPollWatch } from './poll-watch.ts';
import { createRooms } from './rooms.ts';
import { type Sdk, sdkEvent, vendorFailure } from './sdk.ts';
import { createSession } from './session.ts';

const sentSchema = z.object({ data: z.object({ message: z.unknown() }) });

/** Why the service took us out of a room, as the vendor codes that say the same (tencent-im A2). */
const removalCodes = { kicked: 10007, dissolved: 10010, banned: 10016 } as const;

/** All of a feed process but its port: commands in, events out. */
export const createFeedProcess = (emit: (event: FeedEvent) => void) => {
  const timers = { setTimeout, clearTimeout };
  const now = Date.now;
  const monotonic = () => performance.now();

  const rooms = createRooms({
    sdk: () => session.sdk(),
    timers,
    emit,
    onJoined: (roomId) => joinedAgain(roomId),
    countOnline: () => countOnline,
  });
  let accountId = '';
  let countOnline = false;
  const judge = createJudge({ now, emit, beforeCompiling: () => inbox.flush() });
  const inbox = createInbox({
    now,
    monotonic,
    timers,
    emit,
    judge: (roomId, comment) => judge.verdictOf(`${accountId}/${roomId}`, comment),
    joinedRooms: () => rooms.joined(),
    isWanted: (roomId) => rooms.has(roomId),
    isJoining: (roomId) => rooms.isJoining(roomId),
    // The SDK tells no roles of others; the room's owner and this account are the ones that are known.
    roleOf: (roomId, userId) =>
      userId === session.who()?.userId || userId === rooms.ownerOf(roomId) ? 'vj' : undefined,
    onRemoved: (roomId, why) => rooms.removed(roomId, { code: removalCodes[why], info: why }),
  });

  const lostBeforeJoin = new Map<string, number>();
  const joinedAgain = (roomId: string) => {
    const from = lostBeforeJoin.get(roomId);
    lostBeforeJoin.delete(roomId);
    if (from !== undefined) inbox.gap(roomId, { from, cause: 'signed-out' });
  };

  const attach = (sdk: Sdk) => {
    sdk.on(sdkEvent.messages, function onMessages(event) {
      inbox.received(event.data);
    });
    sdk.on(sdkEvent.revoked, function onRevoked(event) {
      inbox.revoked(event.data);
    });
    sdk.on(sdkEvent.counter, function onCounter(event) {
      inbox.counter(event.data);
    });
  };

  /** A refused poll tells no room; asking for each room tells which one is gone (sdk-wire 7.5). */
  const findGoneRooms = async () => {
    for (const roomId of rooms.joined()) {
      try {
        await session.sdk()?.searchGroupByID(roomId);
      } catch (reason) {
        const failure = vendorFailure(reason);
        if (failure.code === 10010) rooms.removed(roomId, failure);
      }
    }
  };

  const polls = createPollWatch({
    now,
    monotonic,
    rooms: () => rooms.joined().length,
    onStalled: (code, again) => {
      const failure = { code, info: '' };
      for (const roomId of rooms.joined())
        emit({ type: 'room', roomId, state: { state: 'stalled', failure, again } });
      void findGoneRooms();
    },
    onStuck: (since) => void session.startOver(since),
    onAnswered: () => {
      for (const roomId of rooms.joined()) emit({ type: 'room', roomId, state: { state: 'live' } });
    },
  });

  const session = createSession({
    clock: { now, monotonic, timers, setInterval, clearInterval },
    emit,
    attach,
    onReady: (lostSince) => {
      polls.reset();
      if (lostSince !== undefined) for (const roomId of rooms.joined()) lostBeforeJoin.set(roomId, lostSince);
      rooms.joinAll();
    },
    onBack: (lastSeen) => {
      polls.reset();
      for (const roomId of rooms.joined()) inbox.gap(roomId, { from: lastSeen, cause: 'connection' });
    },
    probeRoom: () => rooms.joined()[0] ?? 'livedeck',
    onFailedPoll: (code) => {
      // Which room a join costs is known when all are joined; a poll that is refused for good is so again in 2 s.
      if (!rooms.areChanging()) polls.refused(code);
    },
    onGoodPoll: polls.answered,
  });

  const send = async (command: Extract<FeedCommand, { type: 'send' }>) => {
    const { requestId, roomId, text, danmaku, convention, priority } = command;
    const sdk = session.sdk();
    const who = session.who();
    if (sdk === undefined || who === undefined) {
      emit({ type: 'sent', requestId, failure: { code: 2024, info: '' } });
      return;
    }
    try {
      const outgoing = writeComment({ roomId, text, danmaku, convention, priority, ...who });
      const answer = sentSchema.parse(await sdk.sendMessage(sdk.createTextMessage(outgoing)));
      const { message } = answer.data;
      const itemId = inbox.sent({ ...(message as object), nick: who.nick });
      inbox.flush();
      emit({ type: 'sent', requestId, ...(itemId !== undefined && { itemId }) });
    } catch (reason) {
      emit({ type: 'sent', requestId, failure: vendorFailure(reason) });
    }
  };

  const run = (command: FeedCommand): void => {
    switch (command.type) {
      case 'sign-in':
        accountId = command.accountId;
        countOnline = command.countOnline;
        session.signIn(command);
        return;
      case 'renew':
        session.renew(command.userSig, command.asked ?? false);
        return;
      case 'join':
        rooms.join(command.roomId);
        return;
      case 'leave':
        void rooms.leave(command.roomId);
        inbox.forget(command.roomId);
        return;
      case 'send':
        void send(command);
        return;
      case 'moderate':
        void moderate(session.sdk(), command).then((failure) =>
          emit({ type: 'moderated', requestId: command.requestId, ...(failure && { failure }) }),
        );
        return;
      case 'words':
        judge.load(command);
        return;
      case 'words-change':
        judge.change(command);
        return;
      case 'quit':
        void close();
        return;
      default:
        assertNever(command);
    }
  };

  const close = async () => {
    inbox.flush();
    rooms.dispose();
    inbox.dispose();
    await session.close();
    process.exit(0);
  };

  return {
    /** Takes one command as it came from the port. A malformed one is a bug of ours and is thrown. */
    handle: (raw: unknown) => run(feedCommandSchema.parse(raw)),
    close,
  };
};
