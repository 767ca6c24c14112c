import { describe, expect, it } from 'vitest';
import type { Comment } from '../../../main/contract/models/feed-item.ts';
import { cleanVerdict } from '../../../main/contract/models/verdict.ts';
import {
  type Chosen,
  choosePerson,
  chooseSame,
  chooseUpTo,
  isChosen,
  MOST_CHOSEN,
  noChoice,
  toggleRow,
} from '../../../renderer/panel/features/feed/choice.ts';
import { isHeld } from '../../../renderer/panel/features/feed/hold.ts';
import { append, choose, emptyFeed, hold } from '../../../renderer/panel/features/feed/room-feed.ts';
import { rowsOf } from '../../../renderer/panel/features/feed/rows.ts';

const said = (id: string, userId: string, text: string, own = false): Comment => ({
  id,
  at: 0,
  receivedAt: Number(id) * 60_000,
  kind: 'comment',
  person: { userId, nick: userId },
  text,
  danmaku: false,
  own,
  verdict: cleanVerdict,
});
const items = [
  said('1', 'ann', 'hello'),
  said('2', 'bob', 'buy now'),
  said('3', 'vj', 'buy now', true),
  said('4', 'cyd', 'Buy  NOW'),
  said('5', 'ann', 'bye'),
];
const feed = append({ ...emptyFeed('a/r'), status: 'ready' }, items);
const rows = rowsOf(feed);
const idsOf = (chosen: Chosen) => [...chosen.values()].map(({ comment }) => comment.id).sort();
const rowAt = (index: number) => {
  const row = rows[index];
  if (row === undefined) throw new Error(`no row ${index}`);
  return row;
};

describe('a choice of comments', () => {
  it('takes a row in and out again, and never one’s own words', () => {
    const one = toggleRow(noChoice, rowAt(1));
    expect(idsOf(one.chosen)).toEqual(['2']);
    expect(isChosen(one, rowAt(1))).toBe(true);
    expect(toggleRow(one, rowAt(1)).chosen.size).toBe(0);
    expect(toggleRow(noChoice, rowAt(2)).chosen.size).toBe(0);
  });

  it('grows and shrinks with the range, and keeps what was chosen before it', () => {
    const base = toggleRow(noChoice, rowAt(4));
    const from = { ...base, anchor: null };
    const wide = chooseUpTo(from, rows, rowAt(3).id, rowAt(0).id);
    expect(idsOf(wide.chosen)).toEqual(['1', '2', '4', '5']);
    expect(idsOf(chooseUpTo(wide, rows, null, rowAt(1).id).chosen)).toEqual(['2', '4', '5']);
  });

  it('takes all of a person, and all that say the same whatever the case and spaces', () => {
    expect(idsOf(choosePerson(noChoice, feed.lines, 'ann').chosen)).toEqual(['1', '5']);
    const like = items[1];
    if (like === undefined) throw new Error('no comment');
    expect(idsOf(chooseSame(noChoice, feed.lines, like).chosen)).toEqual(['2', '4']);
  });

  it('holds the feed still until it is let go, and has an upper limit', () => {
    const held = choose(feed, (choice) => toggleRow(choice, rowAt(0)));
    expect(isHeld(held.hold)).toBe(true);
    expect(hold(held, 'return').choice.chosen.size).toBe(0);
    expect(isHeld(choose(held, () => noChoice).hold)).toBe(false);
    const many = Array.from({ length: 300 }, (_, n) => said(String(n + 10), 'zed', `word ${n}`));
    const full = append(feed, many);
    expect(choosePerson(noChoice, full.lines, 'zed').chosen.size).toBe(MOST_CHOSEN);
  });
});
