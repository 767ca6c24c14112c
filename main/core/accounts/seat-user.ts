/** A UserID has at most 32 bytes of UTF-8 (tencent-im B3). */
const MOST_BYTES = 32;

/** The user of the `n`th seat: the account's own for the first, then `<user>~2` and so on, cut where that is too long. */
export const seatUserId = (userId: string, n: number): string => {
  if (n === 1) return userId;
  const ending = `~${n}`;
  const signs = [...userId];
  while (Buffer.byteLength(signs.join('')) + ending.length > MOST_BYTES) signs.pop();
  return `${signs.join('')}${ending}`;
};
