import type { Clock } from '../clock.ts';
import type { Metrics } from '../metrics.ts';
import type { Parcel, Room } from '../state/room.ts';
import type { LogEntry } from '../state/room-log.ts';
import type { GateResult, Rank } from '../state/send-gate.ts';

/** Something to be said in a room; becomes a log entry when the gate lets it through. */
export type Draft = {
  readonly event: number;
  readonly fromId: string;
  readonly tinyId: string;
  /** Unix seconds; the moment of delivery when absent. */
  readonly clientTime?: number | undefined;
  readonly random: number;
  /** Fields of the item that go beside the ones every item has. */
  readonly fields: Readonly<Record<string, unknown>>;
};

type Settled = (delivered: boolean, seq: number, seconds: number) => void;

/** Brings drafts through the rooms' gates into their logs, and wakes whoever waits for them. */
export type Delivery = {
  post(room: Room, rank: Rank, draft: Draft, settled?: Settled): void;
  /** Resolves at the next entry of the room, or after `ms`. */
  nextEntry(room: Room, ms: number): Promise<void>;
  onEntry(listener: (room: Room, entry: LogEntry) => void): void;
  /** Forgets the timers of a room that is gone. */
  forget(room: Room): void;
  dispose(): void;
};

export const createDelivery = ({
  clock,
  metrics,
}: {
  readonly clock: Clock;
  readonly metrics: Metrics;
}): Delivery => {
  const timers = new Map<Room, NodeJS.Timeout>();
  const waiters = new Map<Room, Set<() => void>>();
  const listeners: ((room: Room, entry: LogEntry) => void)[] = [];

  const wake = (room: Room): void => {
    const waiting = waiters.get(room);
    if (waiting === undefined) return;
    waiters.delete(room);
    for (const resume of waiting) resume();
  };

  const deliver = (room: Room, draft: Draft, settled?: Settled): void => {
    const seq = room.log.nextSeq();
    const seconds = clock.seconds();
    const clientTime = draft.clientTime ?? seconds;
    const item = {
      Event: draft.event,
      ToGroupId: room.id,
      From_Account: draft.fromId,
      TinyId: draft.tinyId,
      MsgSeq: seq,
      MsgRandom: draft.random,
      MsgTimeStamp: seconds,
      MsgClientTime: clientTime,
      ...draft.fields,
    };
    const { event, fromId, tinyId, random } = draft;
    const json = JSON.stringify(item);
    const entry = room.log.append({ seq, event, json, fromId, tinyId, clientTime, random });
    metrics.counts.delivered += 1;
    settled?.(true, seq, seconds);
    for (const listener of listeners) listener(room, entry);
    wake(room);
  };

  const settle = ({ delivered, dropped }: GateResult<Parcel>): void => {
    for (const parcel of delivered) parcel.deliver();
    for (const parcel of dropped) parcel.drop();
  };

  const plan = (room: Room): void => {
    if (timers.has(room)) return;
    const at = room.gate.nextAt();
    if (at === null) return;
    const run = (): void => {
      timers.delete(room);
      settle(room.gate.advance(clock.monotonic()));
      plan(room);
    };
    timers.set(room, setTimeout(run, Math.max(1, Math.ceil(at - clock.monotonic()))));
  };

  return {
    post(room, rank, draft, settled) {
      metrics.counts.offered += 1;
      const parcel: Parcel = {
        deliver: () => deliver(room, draft, settled),
        drop() {
          metrics.counts.dropped += 1;
          settled?.(false, room.log.nextSeq(), clock.seconds());
        },
      };
      settle(room.gate.offer(parcel, rank, clock.monotonic()));
      plan(room);
    },
    nextEntry: (room, ms) =>
      new Promise((resolve) => {
        const waiting = waiters.get(room) ?? new Set();
        waiters.set(room, waiting);
        const resume = (): void => {
          clearTimeout(timer);
          waiting.delete(resume);
          resolve();
        };
        const timer = setTimeout(resume, ms);
        waiting.add(resume);
      }),
    onEntry(listener) {
      listeners.push(listener);
    },
    forget(room) {
      clearTimeout(timers.get(room));
      timers.delete(room);
      wake(room);
    },
    dispose() {
      for (const timer of timers.values()) clearTimeout(timer);
      for (const waiting of [...waiters.values()]) for (const resume of [...waiting]) resume();
      timers.clear();
      waiters.clear();
    },
  };
};
