import { z } from 'zod';
import { type Answer, refuse } from '../../answer.ts';
import type { RoomKey } from '../../keys.ts';
import { anonymousPrefix, joinAnonymously, readmit } from '../../rooms/membership.ts';
import type { Room } from '../../state/room.ts';
import type { LogEntry } from '../../state/room-log.ts';
import type { World } from '../../world.ts';
import { openCommand, type RawBody, type Reply, type SocketCommand, userCommand } from '../command.ts';
import { joinAnswer } from './rooms.ts';

const pollSchema = z.object({
  StartSeq: z.number().default(0),
  StartBroadcastSeq: z.number().optional(),
  Key: z.string(),
});
type Poll = z.infer<typeof pollSchema>;

/** Changes what a poll answers, for the faults. */
export type PollFilter = (room: Room, userId: string, entries: readonly LogEntry[]) => readonly LogEntry[];

/** A cursor may lie in the future only if it is not from here; the room's end is then the place to go on. */
const futureMs = 60_000;

const startOf = (world: World, room: Room, poll: Poll, key: RoomKey): number => {
  const wanted = poll.StartSeq === 0 ? key.start : poll.StartSeq;
  return wanted > (world.clock.wall() + futureMs) * 1000 ? room.log.end() : wanted;
};

const pollBody = (
  world: World,
  poll: Poll,
  start: number,
  entries: readonly LogEntry[],
  shown: readonly LogEntry[],
): RawBody => {
  const next = entries.at(-1)?.cursor ?? start;
  const messages = shown.map((entry) => entry.json).join(',');
  const broadcasts =
    poll.StartBroadcastSeq === undefined ? [] : world.broadcasts.after(poll.StartBroadcastSeq);
  const broadcastPart = broadcasts.length === 0 ? '' : `,"RspBroadcastMsgList":[${broadcasts.join(',')}]`;
  return {
    raw:
      `{"ActionStatus":"OK","ErrorCode":0,"ErrorInfo":"","Key":${JSON.stringify(poll.Key)},"NextSeq":${next},` +
      `"NextBroadcastSeq":${world.broadcasts.end()},"RspMsgList":[${messages}]${broadcastPart}}`,
  };
};

type Place = { readonly room: Room; readonly key: RoomKey };

/** The room of a poll, with the one who polls counted in; or why there is nothing to poll. */
const placeOf = (world: World, poll: Poll, userId: string | undefined): Place | Answer => {
  const key = world.keys.openRoomKey(poll.Key);
  if (key === undefined || (userId !== undefined && key.userId !== userId))
    return refuse(10004, 'Key is not valid');
  const room = world.rooms.get(key.roomId);
  if (room === undefined) return refuse(10010, key.roomId);
  const member = room.members.get(key.userId);
  if (member === undefined && !readmit(world, room, key.userId)) return refuse(10007, 'not a member');
  if (member !== undefined) member.lastSeen = world.clock.monotonic();
  return { room, key };
};

const readRoom = async (
  world: World,
  poll: Poll,
  { room, key }: Place,
  filter: PollFilter,
): Promise<Reply> => {
  world.metrics.counts.polls += 1;
  const start = startOf(world, room, poll, key);
  const { holdMs, gatherMs, batchLimit } = world.settings;
  let entries = room.log.after(start, batchLimit);
  if (entries.length === 0 && holdMs > 0) {
    await world.delivery.nextEntry(room, holdMs);
    if (gatherMs > 0) await new Promise((resolve) => setTimeout(resolve, gatherMs));
    entries = room.log.after(start, batchLimit);
  }
  return pollBody(world, poll, start, entries, filter(room, key.userId, entries));
};

const pollAs = (
  world: World,
  poll: Poll,
  userId: string | undefined,
  filter: PollFilter,
): Reply | Promise<Reply> => {
  const place = placeOf(world, poll, userId);
  return 'ErrorCode' in place ? place : readRoom(world, poll, place, filter);
};

/** A viewer without a login: reads, and is counted (sdk-wire 6.4). */
const joinWithoutLogin = openCommand(z.object({ GroupId: z.string() }), ({ world }, { GroupId }) => {
  const room = world.rooms.get(GroupId);
  if (room === undefined) return refuse(10010, GroupId);
  const userId = `${anonymousPrefix}${world.random.uint32().toString(36)}`;
  joinAnonymously(world, room, userId);
  return joinAnswer(world, room, userId, false);
});

export const createPollCommands = (filter: PollFilter): Readonly<Record<string, SocketCommand>> => ({
  'group_open_long_polling_http_svc.get_msg': userCommand(pollSchema, ({ world, account }, poll) =>
    pollAs(world, poll, account.userId, filter),
  ),
  'group_open_long_polling_http_noauth_svc.get_msg': openCommand(pollSchema, ({ world }, poll) =>
    pollAs(world, poll, undefined, filter),
  ),
  'group_open_http_noauth_svc.apply_join_group': joinWithoutLogin,
});
