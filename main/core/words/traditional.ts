import shinjitai from 'opencc-js/dict/JPShinjitaiCharacters';
import pairs from 'opencc-js/dict/TSCharacters';

/** Forms that are one character to a reader and that OpenCC keeps apart (zh.wikipedia's one-to-many notes). */
const EXTRA = '妳 你|祢 你|牠 它|喫 吃|衹 只|祗 只|佈 布|裡 里|麽 么|麼 么|幺 么';

/**
 * Traditional character, and Japanese form, → simplified character, as code points. Only the character tables: phrases
 * would need segmentation and change nothing for matching, since rules and comments go through the same tables.
 */
export const createTraditionalTable = (): ReadonlyMap<number, number> => {
  const direct = new Map<number, number>();
  for (const [source, target] of codePointPairs(`${pairs}|${EXTRA}`)) direct.set(source, target);
  const chinese = chineseCharacters();
  for (const [source, target] of codePointPairs(shinjitai))
    if (!chinese.has(source) && !direct.has(source)) direct.set(source, target);
  return closed(direct);
};

const codePointPairs = (table: string): [number, number][] =>
  table.split('|').flatMap((pair): [number, number][] => {
    const [from, to] = pair.split(' ');
    const source = from?.codePointAt(0);
    const target = to?.codePointAt(0);
    return source === undefined || target === undefined || source === target ? [] : [[source, target]];
  });

/** The 6 763 characters of GB 2312, which Chinese is written with: what Japan made of others is a trick beside them. */
const chineseCharacters = (): ReadonlySet<number> => {
  const bytes: number[] = [];
  for (let lead = 0xb0; lead <= 0xf7; lead += 1)
    for (let trail = 0xa1; trail <= 0xfe; trail += 1) bytes.push(lead, trail);
  const characters = new TextDecoder('gbk').decode(Uint8Array.from(bytes));
  return new Set([...characters].map((character) => character.codePointAt(0) ?? 0));
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
