import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Verdict } from '../../../main/contract/models/verdict.ts';
import { feedItem } from './feed-item-arbitrary.ts';
import { aComment, must, openTestHistory, said } from './test-history.ts';

describe("a room's recent items", () => {
  it('come back exactly as they were given, whatever their kind', () => {
    fc.assert(
      fc.property(fc.uniqueArray(feedItem, { selector: (item) => item.id, maxLength: 12 }), (items) => {
        const { history } = openTestHistory();
        history.addItems('main/room', items);
        const stored = must(history.recent('main/room', { limit: 50 })).items;
        expect(new Map(stored.map((item) => [item.id, item]))).toEqual(
          new Map(items.map((item) => [item.id, item])),
        );
        history.dispose();
      }),
      { numRuns: 60 },
    );
  });

  it('are known as recalled where something later in the room says so', () => {
    const { history } = openTestHistory();
    const [kept, gone] = [aComment({ id: 'kept' }), aComment({ id: 'gone "1"' })];
    const { at, receivedAt } = gone;
    const recalled = { kind: 'moderation' as const, act: 'recall' as const, targets: [], itemIds: [gone.id] };
    history.addItems('main/room', [kept, gone, { ...recalled, id: 'recall', at, receivedAt }]);
    const isRecalled = (roomKey: string, id: string) => must(history.isRecalled(roomKey, id));
    expect(isRecalled('main/room', gone.id)).toBe(true);
    expect(isRecalled('main/room', kept.id)).toBe(false);
    expect(isRecalled('main/other', gone.id)).toBe(false);
  });

  it('are the newest, oldest first, and page back without a gap or a repeat', () => {
    const { history } = openTestHistory();
    const all = Array.from({ length: 95 }, (_, index) => aComment({ text: `line ${index}` }));
    history.addItems('main/room', all);
    const pages: string[][] = [];
    let before: string | undefined;
    let more = true;
    while (more) {
      const page = must(history.recent('main/room', { limit: 20, before }));
      pages.unshift(page.items.map((item) => item.id));
      before = page.items[0]?.id;
      more = page.more;
    }
    expect(pages.flat()).toEqual(all.map((item) => item.id));
    expect(pages).toHaveLength(5);
  });

  it('page back from an item that ended no page', () => {
    const { history } = openTestHistory();
    const all = Array.from({ length: 30 }, () => aComment());
    history.addItems('main/room', all);
    const page = must(history.recent('main/room', { limit: 5, before: all[20]?.id }));
    expect(page.items.map((item) => item.id)).toEqual(all.slice(15, 20).map((item) => item.id));
  });

  it('are none before an item that was never stored', () => {
    const { history } = openTestHistory();
    history.addItems('main/room', [aComment()]);
    expect(must(history.recent('main/room', { before: 'nobody knows' }))).toEqual({
      items: [],
      more: false,
    });
    expect(must(history.recent('main/empty'))).toEqual({ items: [], more: false });
  });

  it('hold a message once that the service delivered twice, also after a restart', () => {
    const { history } = openTestHistory();
    const comment = aComment();
    history.addItems('main/room', [comment, comment]);
    history.flush();
    history.addItems('main/room', [comment]);
    expect(must(history.recent('main/room')).items).toHaveLength(1);
    expect(must(history.user({ app: 1, userId: 'viewer' })).comments).toBe(1);
  });

  it('are one list for two accounts of one app, and two lists for two apps', () => {
    const { history } = openTestHistory();
    history.addItems('main/room', [said('ann', 'one')]);
    history.addItems('second/room', [said('bob', 'two')]);
    history.addItems('other/room', [said('cid', 'three')]);
    expect(must(history.recent('main/room')).items).toHaveLength(2);
    expect(must(history.recent('second/room')).items).toHaveLength(2);
    expect(must(history.recent('other/room')).items).toHaveLength(1);
  });

  it('take a late message where its time says, and a nonsensical time without harm', () => {
    const { history } = openTestHistory();
    history.addItems('main/room', [said('ann', 'now', { at: 1_760_000_100_000 })]);
    history.flush();
    history.addItems('main/room', [
      said('ann', 'an hour ago', { at: 1_759_996_500_000 }),
      said('ann', 'before time', { at: -5 }),
      said('ann', 'far future', { at: 1e17 }),
    ]);
    const texts = must(history.recent('main/room')).items.map((item) => ('text' in item ? item.text : ''));
    expect(texts).toEqual(['before time', 'an hour ago', 'now', 'far future']);
  });

  it('show a held comment that was let through as clean, count it so, and know it later', () => {
    const { history } = openTestHistory();
    const verdict: Verdict = { level: 'hold', hits: [] };
    const comments = [
      said('ann', 'let through', { verdict, danmaku: true }),
      said('ann', 'held', { verdict }),
    ] as const;
    history.addItems('main/room', comments);
    must(history.approve('main/room', comments[0]));
    must(history.approve('main/room', comments[0]));
    must(history.approve('main/room', aComment({ id: 'never stored' })));
    must(history.approve('main/elsewhere', comments[1]));
    const stored = must(history.recent('main/room')).items;
    expect(stored).toEqual([{ ...comments[0], verdict: { level: 'clean', hits: [] } }, comments[1]]);
    expect(must(history.user({ app: 1, userId: 'ann' })).verdicts).toMatchObject({ hold: 1 });
    expect([...must(history.kept('main/room', [...comments, aComment()])).values()]).toEqual(stored);
    expect(must(history.find('main/room', comments[0].id))).toEqual(stored[0]);
    expect(must(history.find('main/elsewhere', comments[0].id))).toBeUndefined();
  });

  it('are found by an account that is added anew, and by no other app under the same name', () => {
    let app = 1;
    const { history } = openTestHistory({ appOf: () => app });
    history.addItems('main/room', [said('ann', 'one')]);
    expect(must(history.recent('anew/room')).items).toHaveLength(1);
    app = 2;
    expect(must(history.recent('main/room')).items).toEqual([]);
    history.addItems('main/room', [said('bob', 'two'), said('bob', 'three')]);
    expect(must(history.recent('main/room')).items).toHaveLength(2);
    // The account is closed, and what was under way is stored where it belongs.
    app = 0;
    history.addItems('main/room', [said('bob', 'four')]);
    app = 2;
    history.addItems('main/elsewhere', [said('bob', 'closed before this is written')]);
    app = 0;
    history.flush();
    app = 2;
    expect(must(history.recent('main/room')).items).toHaveLength(3);
    expect(must(history.recent('anew/elsewhere')).items).toHaveLength(1);
    app = 1;
    expect(must(history.recent('main/room')).items).toHaveLength(1);
  });

  it('leave out one whose cell is damaged, and show the rest', () => {
    const folder = mkdtempSync(join(tmpdir(), 'history-'));
    const file = join(folder, 'history.db');
    const { history } = openTestHistory({ file });
    history.addItems('main/room', [said('ann', 'whole'), said('bob', 'damaged', { danmaku: true })]);
    history.dispose();
    const database = new DatabaseSync(file);
    database.exec(`UPDATE items SET rest = '{"danmaku":' WHERE text = 'damaged'`);
    database.close();
    const again = openTestHistory({ file }).history;
    expect(must(again.recent('main/room')).items).toMatchObject([{ text: 'whole' }]);
    again.dispose();
    rmSync(folder, { recursive: true });
  });
});
