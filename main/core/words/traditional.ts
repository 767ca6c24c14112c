import pairs from 'opencc-js/dict/TSCharacters';

/** Forms that are one character to a reader and that OpenCC keeps apart (zh.wikipedia's one-to-many notes). */
const EXTRA = '妳 你|祢 你|牠 它|喫 吃|衹 只|祗 只|佈 布|裡 里|麽 么|麼 么|幺 么';

/**
 * Traditional character → simplified character, as code points. Only the character table: phrases would need
 * segmentation and change nothing for matching, since rules and comments go through the same table.
 */
export const createTraditionalTable = (): ReadonlyMap<number, number> => {
  const direct = new Map<number, number>();
  for (const pair of `${pairs}|${EXTRA}`.split('|')) {
    const [from, to] = pair.split(' ');
    const source = from?.codePointAt(0);
    const target = to?.codePointAt(0);
    if (source !== undefined && target !== undefined && source !== target) direct.set(source, target);
  }
  return closed(direct);
};

/** Follows chains to their end, so that converting twice is the same as converting once. */
const closed = (direct: ReadonlyMap<number, number>): ReadonlyMap<number, number> => {
  const result = new Map<number, number>();
  for (const source of direct.keys()) {
    const seen = new Set([source]);
    let target = source;
    for (let next = direct.get(target); next !== undefined && !seen.has(next); next = direct.get(target)) {
      seen.add(next);
      target = next;
    }
    if (target !== source) result.set(source, target);
  }
  return result;
};
