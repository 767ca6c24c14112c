import type { Comment } from '../../../main/contract/models/feed-item.ts';
import { cleanVerdict } from '../../../main/contract/models/verdict.ts';
import { lines, nicks } from '../../support/panel-host/texts.ts';

const at = <T>(list: readonly T[], index: number): T => {
  const value = list[index % list.length];
  if (value === undefined) throw new Error('empty list');
  return value;
};

/** What stands in every text, so that a comment is known again wherever it turns up. */
export const markOf = (index: number): string => `#${index}#`;

/** The same people and words on every run; no two texts are equal, so that nothing is folded away. */
export const textOf = (index: number): string => `${at(lines, index * 7)} ${markOf(index)}`;

/** The comment with that number, as the feed process would hand it on now. */
export const commentOf = (index: number): Comment => ({
  kind: 'comment',
  id: `trace-${index}`,
  at: Date.now(),
  receivedAt: Date.now(),
  person: { userId: `viewer_${(index * 13) % 400}`, nick: `${at(nicks, index * 13)}${(index * 13) % 400}` },
  text: textOf(index),
  danmaku: false,
  own: false,
  seq: index,
  verdict: cleanVerdict,
});

export const commentsFrom = (from: number, count: number): Comment[] =>
  Array.from({ length: count }, (_, step) => commentOf(from + step));
