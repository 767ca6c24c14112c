/** One-to-one messages that wait for their receiver, and what is needed to withdraw one. */
export type PrivateMessages = {
  /** Keeps a message for the next login, at most 100 a user. */
  hold(toId: string, json: string): void;
  take(toId: string): readonly string[];
  remember(key: string, pair: PrivatePair): void;
  find(key: string): PrivatePair | undefined;
};

type PrivatePair = {
  readonly fromId: string;
  readonly toId: string;
  readonly seq: number;
  readonly random: number;
  readonly seconds: number;
  withdrawn: boolean;
};

const keepPerUser = 100;
const keepKeys = 10_000;

export const createPrivateMessages = (): PrivateMessages => {
  const held = new Map<string, string[]>();
  const byKey = new Map<string, PrivatePair>();
  return {
    hold(toId, json) {
      held.set(toId, [...(held.get(toId) ?? []).slice(1 - keepPerUser), json]);
    },
    take(toId) {
      const waiting = held.get(toId) ?? [];
      held.delete(toId);
      return waiting;
    },
    remember(key, pair) {
      byKey.set(key, pair);
      if (byKey.size <= keepKeys) return;
      for (const oldest of byKey.keys()) {
        byKey.delete(oldest);
        break;
      }
    },
    find: (key) => byKey.get(key),
  };
};
