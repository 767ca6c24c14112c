/** Messages of the admin to all rooms at once, with a cursor of their own (sdk-wire 7.6). */
export type Broadcasts = {
  add(json: string): void;
  end(): number;
  after(cursor: number): readonly string[];
};

const keepCount = 500;

export const createBroadcasts = (now: () => number): Broadcasts => {
  let kept: { readonly cursor: number; readonly json: string }[] = [];
  let end = Math.floor(now() * 1000);
  return {
    add(json) {
      end = Math.max(end + 1, Math.floor(now() * 1000));
      kept = [...kept.slice(1 - keepCount), { cursor: end, json }];
    },
    end: () => end,
    after: (cursor) => kept.filter((entry) => entry.cursor > cursor).map((entry) => entry.json),
  };
};
