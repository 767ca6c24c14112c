/** How many readable hues there are; the styles name them --nick-0 and up. */
export const NICK_HUES = 12;

/** A user's hue, the same in every room and every session: FNV-1a over the userID. */
export const nickHue = (userId: string): number => {
  let hash = 0x811c9dc5;
  for (let index = 0; index < userId.length; index += 1) {
    hash = Math.imul(hash ^ userId.charCodeAt(index), 0x01000193);
  }
  return ((hash ^ (hash >>> 15)) >>> 0) % NICK_HUES;
};
