import { type CallQueue, createCallQueue, type QueueTimer } from './call-queue.ts';

export type CallQueues = Readonly<{
  of: (sdkAppId: number) => CallQueue;
  dispose: () => void;
}>;

/** One queue for each app: the service counts the calls of all its accounts together (tencent-im A1). */
export const createCallQueues = (clock: QueueTimer): CallQueues => {
  const queues = new Map<number, CallQueue>();
  return {
    of: (sdkAppId) => {
      const known = queues.get(sdkAppId);
      if (known !== undefined) return known;
      const made = createCallQueue(clock);
      queues.set(sdkAppId, made);
      return made;
    },
    dispose: () => {
      for (const queue of queues.values()) queue.dispose();
    },
  };
};
