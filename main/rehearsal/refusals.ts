/** A send that the service refused or dropped, for tests and for the person who rehearses. */
type RefusedSend = {
  /** Service time, ms. */
  readonly at: number;
  readonly roomId: string;
  readonly userId: string;
  readonly code: number;
  readonly info: string;
  readonly text: string;
};

export type Refusals = {
  add(refusal: RefusedSend): void;
  list(): readonly RefusedSend[];
};

const keepCount = 1_000;

export const createRefusals = (): Refusals => {
  let kept: RefusedSend[] = [];
  return {
    add(refusal) {
      kept.push(refusal);
      if (kept.length > keepCount * 2) kept = kept.slice(-keepCount);
    },
    list: () => kept.slice(-keepCount),
  };
};
