import type { Ports } from '../ports.ts';

const ID_BYTES = 9;
/** A long list takes an ID a line: many are drawn at once, since each draw costs more than the ID. */
const DRAWN_AT_ONCE = 256;

/** IDs of rules, groups and uploads: random, 12 characters. */
export const createIds = (randomBytes: Ports['randomBytes']) => {
  let drawn = randomBytes(0);
  let at = 0;
  return (): string => {
    if (at + ID_BYTES > drawn.length) {
      drawn = randomBytes(ID_BYTES * DRAWN_AT_ONCE);
      at = 0;
    }
    at += ID_BYTES;
    return drawn.toString('base64url', at - ID_BYTES, at);
  };
};
