import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { FeedItem } from '../../../main/contract/models/feed-item.ts';
import { withoutUser } from '../../../main/core/history/forget.ts';
import { isHidden } from '../../../main/core/history/hidden.ts';
import { aComment, must, openTestHistory, said } from './test-history.ts';

const DAY = 86_400_000;
let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'history-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

describe('retention', () => {
  it('deletes what is older than the days, with its index entries, counts and people', async () => {
    const { history, clock } = openTestHistory();
    const now = clock.now();
    const old = Array.from({ length: 700 }, (_, index) =>
      said('ann', `old ${index}`, { at: now - 31 * DAY + index }),
    );
    history.addItems('main/room', [
      ...old,
      said('bob', 'new', { at: now - 29 * DAY }),
      said('cid', 'old', { at: now - 40 * DAY }),
    ]);
    history.addItems('main/room', [said('ann', 'recent', { at: now })]);
    expect(must(await history.applyRetention())).toBe(701);
    expect(must(history.recent('main/room')).items).toHaveLength(2);
    expect(must(history.search({ text: 'old' })).hits).toEqual([]);
    expect(must(history.user({ app: 1, userId: 'ann' }))).toMatchObject({ comments: 1 });
    expect(must(history.user({ app: 1, userId: 'cid' })).aliases).toEqual([]);
    // Those who were deleted are taken up again without trouble.
    history.addItems('main/room', [said('cid', 'back again', { at: now })]);
    expect(must(history.user({ app: 1, userId: 'cid' }))).toMatchObject({ comments: 1 });
  });

  it('deletes the oldest beyond the size, and gives the space back to the disk', async () => {
    const file = join(folder, 'history.db');
    const { history, clock } = openTestHistory({ file });
    const now = clock.now();
    const all = Array.from({ length: 6000 }, (_, index) =>
      said(`user${index % 50}`, `${'text '.repeat(20)}${index}`, { at: now - DAY + index * 1000 }),
    );
    history.addItems('main/room', all);
    history.flush();
    history.setRetention({ days: 30, bytes: 1_000_000 });
    const removed = must(await history.applyRetention());
    history.dispose();
    expect(removed).toBeGreaterThan(1000);
    expect(removed).toBeLessThan(6000);
    expect(statSync(file).size).toBeLessThan(1_100_000);
    const again = openTestHistory({ file }).history;
    const left = must(again.recent('main/room', { limit: 1000 })).items;
    expect(left.at(-1)?.id).toBe(all.at(-1)?.id);
    again.dispose();
  });

  it('runs by itself soon after the start and then hourly', async () => {
    const { history, clock } = openTestHistory();
    history.addItems('main/room', [said('ann', 'old', { at: clock.now() - 60 * DAY })]);
    history.flush();
    clock.advance(30_000);
    // Joins the sweep that the clock has just begun.
    await history.applyRetention();
    expect(must(history.recent('main/room')).items).toEqual([]);
    expect(clock.asked).toContain(3_600_000);
  });
});

describe("deleting a user's data", () => {
  const joined = (id: string, ...userIds: string[]): FeedItem => ({
    kind: 'join',
    id,
    at: 1_755_000_000_000,
    receivedAt: 1_755_000_000_000,
    people: userIds.map((userId) => ({ userId, nick: userId })),
  });

  it('leaves no trace in any table, index or byte of the file, and leaves others alone', async () => {
    const file = join(folder, 'history.db');
    const { history } = openTestHistory({ file });
    const secret = Array.from({ length: 600 }, (_, index) => said('xsecretx', `zq${index} whispered`));
    history.addItems('main/one', [...secret, said('ann', 'stays')]);
    history.addItems('main/two', [joined('a', 'xsecretx'), joined('b', 'ann', 'xsecretx')]);
    history.addItems('main/two', [
      { kind: 'like', id: 'l', at: 1, receivedAt: 1, person: { userId: 'xsecretx', nick: 'x' }, count: 1 },
      {
        kind: 'moderation',
        id: 'm',
        at: 2,
        receivedAt: 2,
        act: 'mute',
        targets: [{ userId: 'xsecretx', nick: 'x' }],
        by: { userId: 'ann', nick: 'ann' },
      },
    ]);
    must(history.setNote(1, 'xsecretx', 'a note'));
    must(history.hidden.setReach('main/one', 'xsecretx', null));

    expect(must(await history.forgetUser(1, 'xsecretx'))).toBe(600);
    expect(must(history.search({ text: 'whispered' })).hits).toEqual([]);
    expect(must(history.user({ app: 1, userId: 'xsecretx' }))).toMatchObject({ comments: 0, aliases: [] });
    expect(must(history.marks())).toEqual([]);
    expect(must(history.recent('main/one')).items.map((item) => item.kind)).toEqual(['comment']);
    expect(must(history.recent('main/two')).items).toEqual([
      {
        kind: 'moderation',
        id: 'm',
        at: 2,
        receivedAt: 2,
        act: 'mute',
        targets: [],
        by: { userId: 'ann', nick: 'ann' },
      },
      joined('b', 'ann'),
    ]);
    history.dispose();
    const bytes = readFileSync(file);
    expect(['xsecretx', 'whispered', 'zq5', 'a note'].filter((part) => bytes.includes(part))).toEqual([]);
    expect(bytes.includes('stays')).toBe(true);
  });

  it('everything can be deleted at once, and storing goes on', () => {
    const file = join(folder, 'history.db');
    const { history } = openTestHistory({ file });
    history.addItems('main/room', [aComment()]);
    must(history.setNote(1, 'ann', 'note'));
    history.flush();
    must(history.forgetEverything());
    expect(must(history.recent('main/room')).items).toEqual([]);
    expect(must(history.marks())).toEqual([]);
    history.addItems('main/room', [aComment()]);
    expect(must(history.recent('main/room')).items).toHaveLength(1);
    history.dispose();
  });

  it('takes a name out of news about several people, and the news with it when nobody is left', () => {
    const names = (...ids: string[]) =>
      JSON.stringify({ people: ids.map((userId) => ({ userId, nick: userId })) });
    expect(withoutUser(names('a', 'b'), 'b')).toBe(names('a'));
    expect(withoutUser(names('b'), 'b')).toBeNull();
  });
});

describe('what moderators hid', () => {
  it('is remembered by comment and by user, and told for a whole room', () => {
    const { history } = openTestHistory();
    const { hidden } = history;
    must(hidden.setItem('main/room', 'one', 'ann', true));
    must(hidden.setItem('main/room', 'two', 'ann', true));
    must(hidden.setItem('main/room', 'two', 'ann', false));
    must(hidden.setReach('main/room', 'bob', 5000));
    must(hidden.setReach('main/room', 'cid', null));
    expect(must(hidden.inRoom('main/room'))).toEqual({
      itemIds: ['one'],
      users: { bob: 5000, cid: null },
    });
    expect(must(hidden.hasItem('main/room', 'one'))).toBe(true);
    expect(must(hidden.itemsOf('main/room', 'ann'))).toEqual(['one']);
    expect(must(hidden.reachOf('main/room', 'cid'))).toBeNull();
    expect(must(hidden.reachOf('main/room', 'ann'))).toBeUndefined();
    expect(must(hidden.inRoom('main/never'))).toEqual({ itemIds: [], users: {} });
  });

  it('covers a comment by its own ID, or by its author up to a time of this machine', () => {
    const hidden = {
      itemIds: new Set(['one']),
      users: new Map([
        ['bob', 5000],
        ['cid', null],
      ]),
    };
    const by = (userId: string, receivedAt: number, id = 'x') => said(userId, 'text', { id, receivedAt });
    expect(isHidden(hidden, by('ann', 1, 'one'))).toBe(true);
    expect(isHidden(hidden, by('ann', 1))).toBe(false);
    expect(isHidden(hidden, by('bob', 5000))).toBe(true);
    expect(isHidden(hidden, by('bob', 5001))).toBe(false);
    expect(isHidden(hidden, by('cid', 9e15))).toBe(true);
    expect(isHidden(hidden, by('toString', 1))).toBe(false);
  });
});
