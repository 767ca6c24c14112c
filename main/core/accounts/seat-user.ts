import { createHash } from 'node:crypto';
import { cutToBytes } from '../im-admin/fields.ts';

/** A UserID has at most 32 bytes of UTF-8 (tencent-im B3). */
const MOST_BYTES = 32;
const MARK_DIGITS = 6;

/**
 * The user of the `n`th seat: the account's own for the first, then `<user>-lvdk2` and so on, of signs that the service
 * takes in every UserID. One that would be too long is cut and marked, so that no two accounts get the same.
 */
export const seatUserId = (userId: string, n: number): string => {
  if (n === 1) return userId;
  const ending = `-lvdk${n}`;
  if (Buffer.byteLength(userId) + ending.length <= MOST_BYTES) return `${userId}${ending}`;
  const mark = createHash('sha256').update(userId).digest('hex').slice(0, MARK_DIGITS);
  return `${cutToBytes(userId, MOST_BYTES - ending.length - MARK_DIGITS - 1)}-${mark}${ending}`;
};
