import { refuse } from '../answer.ts';
import type { Room } from '../state/room.ts';
import type { LogEntry } from '../state/room-log.ts';
import type { World } from '../world.ts';
import { systemDraft } from './tips.ts';

type RecallResult = { readonly MsgSeq: number; readonly RetCode: number; readonly ErrorInfo?: string };

type Recall = {
  readonly operatorId: string;
  readonly reason: string;
  /** Why this operator may not recall this entry; 0 when they may. */
  readonly refusal: (entry: LogEntry) => number;
};

const recallOne = (room: Room, seq: number, recall: Recall): LogEntry | number => {
  const entry = room.log.bySeq(seq);
  if (entry === undefined || entry.recalled) return 10030;
  if (entry.event !== 3) return 10032;
  const refusal = recall.refusal(entry);
  return refusal === 0 ? entry : refusal;
};

/** Takes messages back: one event tells the room of all of them (sdk-wire 7.6). */
export const recallMessages = (
  world: World,
  room: Room,
  seqs: readonly number[],
  recall: Recall,
): readonly RecallResult[] => {
  const gone: LogEntry[] = [];
  const results = seqs.map((seq): RecallResult => {
    const found = recallOne(room, seq, recall);
    if (typeof found === 'number') return { MsgSeq: seq, RetCode: found, ErrorInfo: refuse(found).ErrorInfo };
    found.recalled = true;
    gone.push(found);
    return { MsgSeq: seq, RetCode: 0 };
  });
  if (gone.length > 0) {
    const list = gone.map(({ tinyId, clientTime, random, seq }) => ({
      TinyId: tinyId,
      MsgClientTime: clientTime,
      MsgRandom: random,
      MsgSeq: seq,
    }));
    const revoker = { Revoker_Account: recall.operatorId, Reason: recall.reason };
    world.delivery.post(
      room,
      'system',
      systemDraft(world, room, 20, { RevokeMsgList: list }, { RevokerInfo: revoker }),
    );
  }
  return results;
};
