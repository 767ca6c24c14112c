import type { Random } from '../random.ts';
import { wordList } from '../talk/lists.ts';

const firstParts = wordList(`
  xiao mao tian feng yu ning dou hai qing lan kiwi nova echo lark moss fizz dune opal rook sage
`);
const secondParts = wordList(`
  mi zi er bao xing he ya le box fox jam kid ray top pie ink
`);

/** Letters, digits, `_` and `-`, at most 32 bytes (tencent-im B3). The mark makes each one the only one of its kind. */
export const createUserIds = (random: Random): (() => string) => {
  let made = 0;
  return () => {
    made += 1;
    const mark = `${made.toString(36)}${random.int(1296).toString(36).padStart(2, '0')}`;
    const shape = random.int(4);
    if (shape === 0) return `${random.pick(firstParts)}${random.pick(secondParts)}_${mark}`;
    if (shape === 1) return `u${random.between(10_000, 99_999)}-${mark}`;
    if (shape === 2) return `${random.pick(firstParts)}-${random.pick(secondParts)}${mark}`;
    return `${random.pick(secondParts)}${random.between(1980, 2012)}_${mark}`;
  };
};
