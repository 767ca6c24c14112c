/** Counts failed verifications: too many, and the account must wait a minute (70050, tencent-im A2). */
export type LoginGuard = {
  blocked(userId: string, now: number): boolean;
  failed(userId: string, now: number): void;
};

const minuteMs = 60_000;
/** The vendor names no number; 30 a minute is far from what a person or a retrying client does. */
const failuresPerMinute = 30;
const keepUsers = 5_000;

export const createLoginGuard = (): LoginGuard => {
  const failures = new Map<string, { count: number; since: number }>();
  const current = (userId: string, now: number) => {
    const entry = failures.get(userId);
    return entry !== undefined && now - entry.since < minuteMs ? entry : undefined;
  };
  return {
    blocked: (userId, now) => (current(userId, now)?.count ?? 0) >= failuresPerMinute,
    failed(userId, now) {
      const entry = current(userId, now);
      if (entry !== undefined) {
        entry.count += 1;
        return;
      }
      if (failures.size >= keepUsers) failures.clear();
      failures.set(userId, { count: 1, since: now });
    },
  };
};
