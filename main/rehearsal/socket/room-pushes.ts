import type { Room } from '../state/room.ts';
import type { LogEntry } from '../state/room-log.ts';
import type { World } from '../world.ts';

/** Brings what happens in rooms to those who joined in push mode, one frame each 20 ms (sdk-wire 7.7). */
type RoomPushes = { dispose(): void };

const gatherMs = 20;

/** The name of the array that carries an event in a push. */
const arrayOf = (event: number): string => (event === 3 || event === 17 ? 'GroupMsgArray' : 'GroupTips');

/** A recall has another form in a push than in a poll (sdk-wire 7.7): event 5 with the list of what is gone. */
const recallItem = (json: string): unknown => {
  const item: unknown = JSON.parse(json);
  const { ToGroupId, GroupInfo, RevokerInfo, MsgBody } = item as {
    readonly ToGroupId: string;
    readonly GroupInfo: unknown;
    readonly RevokerInfo: unknown;
    readonly MsgBody: { readonly RevokeMsgList: readonly Record<string, unknown>[] };
  };
  const gone = MsgBody.RevokeMsgList.map((entry) => ({ ...entry, GroupId: ToGroupId, RevokerInfo }));
  return { ToGroupId, GroupInfo, MsgBody: { GroupWithdrawInfoArray: gone } };
};

const eventOf = (entry: LogEntry): string =>
  entry.event === 20
    ? `{"Event":5,"GroupTips":[${JSON.stringify(recallItem(entry.json))}]}`
    : `{"Event":${entry.event},"${arrayOf(entry.event)}":[${entry.json}]}`;

export const createRoomPushes = (world: World): RoomPushes => {
  const waiting = new Map<string, LogEntry[]>();
  let timer: NodeJS.Timeout | undefined;

  const flush = (): void => {
    timer = undefined;
    for (const [userId, entries] of waiting) {
      const body = `{"EventArray":[${entries.map(eventOf).join(',')}]}`;
      for (const link of world.links.of(userId)) link.push('im_open_push.msg_push', body);
    }
    waiting.clear();
  };

  world.delivery.onEntry((room: Room, entry: LogEntry) => {
    for (const userId of world.links.users()) {
      if (room.members.get(userId)?.via !== 'push') continue;
      const list = waiting.get(userId) ?? [];
      list.push(entry);
      waiting.set(userId, list);
      timer ??= setTimeout(flush, gatherMs);
    }
  });

  return { dispose: () => clearTimeout(timer) };
};
