import type { HighlightRules } from '../../../../main/contract/models/deck.ts';
import type { Comment } from '../../../../main/contract/models/feed-item.ts';
import type { HighlightReason } from '../feed/index.ts';

/** What decides about a comment besides the rules: how the VJ is called there, and who is watched. */
export type HighlightContext = {
  readonly names: readonly string[];
  readonly isWatched: (userId: string) => boolean;
};

const plain = (text: string): string => text.normalize('NFKC').toLowerCase();

const isLatin = (sign: string | undefined): boolean =>
  sign !== undefined && /[\p{Script=Latin}\p{N}]/u.test(sign);

/** Whether a word stands in a text: as a whole where it is written in Latin letters, anywhere in Chinese. */
const stands = (text: string, word: string): boolean => {
  for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) {
    const end = at + word.length;
    const cutBefore = isLatin(word[0]) && isLatin(text[at - 1]);
    const cutAfter = isLatin(word.at(-1)) && isLatin(text[end]);
    if (!cutBefore && !cutAfter) return true;
  }
  return false;
};

/** Rules made ready: why a comment is a highlight, if it is one. */
export const createReasonFinder = (rules: HighlightRules) => {
  const words = rules.words.map((word) => ({ word, plain: plain(word) })).filter((one) => one.plain !== '');
  return (comment: Comment, { names, isWatched }: HighlightContext): HighlightReason | undefined => {
    if (comment.own) return undefined;
    const text = plain(comment.text);
    if (rules.mentions && names.some((name) => stands(text, plain(name)))) return { kind: 'mention' };
    const found = words.find((one) => stands(text, one.plain));
    if (found !== undefined) return { kind: 'word', word: found.word };
    return rules.watched && isWatched(comment.person.userId) ? { kind: 'watched' } : undefined;
  };
};
