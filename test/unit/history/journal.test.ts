import { describe, expect, it } from 'vitest';
import { must } from './test-history.ts';
import { actionOf, done, opened, openTestJournal } from './test-journal.ts';

describe('the journal', () => {
  it('opens an entry as pending and settles it', () => {
    const { journal, clock } = openTestJournal();
    const at = clock.now();
    const [state] = must(journal.append([opened('e1')]));
    expect(state?.entry).toEqual({
      id: 'e1',
      group: 'batch of e1',
      at,
      actor: 'moderator',
      roomKey: 'main/room',
      roomName: 'Night show 夜场',
      action: { type: 'mute', userId: 'troll', nick: '喷子', seconds: 600 },
      reason: 'spam',
      original: '加V 123',
      status: 'pending',
      confirmed: false,
    });
    clock.advance(500);
    must(journal.append([{ type: 'sending', entryId: 'e1', prior: { until: null } }, done('e1')]));
    expect(must(journal.entry('e1'))).toMatchObject({
      entry: { at, status: 'done', confirmed: true },
      prior: { until: null },
      sent: true,
      answers: [{ request: 'forbid_send_msg', code: 0 }],
    });
  });

  it('keeps failure, retry and undo as events of the one entry', () => {
    const { journal } = openTestJournal();
    const error = { code: 'timeout' as const, text: { en: 'late', 'zh-CN': '超时' }, retryable: true };
    const answers = [{ request: 'mute', code: 60008, info: 'busy' }];
    must(journal.append([opened('e1')]));
    must(
      journal.append([
        { type: 'settled', entryId: 'e1', status: 'failed', confirmed: false, error, answers },
      ]),
    );
    expect(must(journal.recent(1))[0]).toMatchObject({ status: 'failed', error });
    must(journal.append([{ type: 'reopened', entryId: 'e1', actor: 'other' }]));
    expect(must(journal.recent(1))[0]).toMatchObject({ status: 'pending' });
    expect(must(journal.recent(1))[0]).not.toHaveProperty('error');
    must(journal.append([done('e1'), { type: 'undone', entryId: 'e1', by: 'e2' }]));
    expect(must(journal.recent(1))[0]).toMatchObject({ status: 'done', undoneBy: 'e2' });
    expect(must(journal.entry('e1'))?.answers).toHaveLength(2);
  });

  it('writes no more of a failure than its check knows, so that the chain stays whole', async () => {
    const { journal } = openTestJournal();
    // As the admin client's failures carry it for those who decide about a retry.
    const error = {
      ...{ code: 'unavailable' as const, text: { en: 'away', 'zh-CN': '不可达' }, retryable: true },
      outcome: 'not-done',
    };
    must(journal.append([opened('e1')]));
    must(
      journal.append([
        { type: 'settled', entryId: 'e1', status: 'failed', confirmed: false, error, answers: [] },
      ]),
    );
    expect(await journal.verify()).toMatchObject({ ok: true, value: { entries: 1 } });
  });

  it('answers newest first, by filter, in pages', () => {
    const { journal, clock } = openTestJournal();
    for (let index = 0; index < 10; index += 1) {
      const type = index % 2 === 0 ? 'mute' : 'notice';
      const actor = index < 5 ? 'ann' : 'bob';
      must(
        journal.append([
          opened(`e${index}`, { action: actionOf(type), actor, roomKey: `main/${index % 3}` }),
        ]),
      );
      clock.advance(1000);
    }
    const ids = (...query: Parameters<typeof journal.recent>) =>
      must(journal.recent(...query)).map(({ id }) => id);
    expect(ids(3)).toEqual(['e9', 'e8', 'e7']);
    expect(ids(3, { before: 'e7' })).toEqual(['e6', 'e5', 'e4']);
    expect(ids(9, { types: ['mute'], actor: 'bob' })).toEqual(['e8', 'e6']);
    expect(ids(9, { roomKey: 'main/0', userId: 'troll' })).toEqual(['e6', 'e0']);
    expect(ids(9, { from: 1_760_000_002_000, to: 1_760_000_003_000 })).toEqual(['e3', 'e2']);
    expect(ids(9, { status: 'done' })).toEqual([]);
    expect(ids(9, { types: [] })).toEqual([]);
  });

  it('writes what comes together in one go, and answers each its own', async () => {
    const { journal } = openTestJournal();
    const answers = await Promise.all(
      ['a', 'b', 'c'].map((id) => journal.appendSoon([opened(id), done(id)])),
    );
    expect(answers.map((answer) => must(answer).map(({ entry }) => `${entry.id} ${entry.status}`))).toEqual([
      ['a pending', 'a done'],
      ['b pending', 'b done'],
      ['c pending', 'c done'],
    ]);
    expect(must(journal.head()).n).toBe(6);
  });

  it('writes nothing of a group that cannot be', () => {
    const { journal } = openTestJournal();
    expect(() => journal.append([opened('e1'), done('unknown')])).toThrow('not opened');
    expect(must(journal.entry('e1'))).toBeUndefined();
    expect(must(journal.head()).n).toBe(0);
    must(journal.append([opened('e1')]));
    expect(() => journal.append([opened('e1')])).toThrow('opened twice');
  });

  it('knows the newest success of each user in a room and of a user in each room, and counts', () => {
    const { journal } = openTestJournal();
    must(journal.append([opened('a'), done('a'), opened('b', { action: actionOf('unmute') }), done('b')]));
    must(journal.append([opened('c', { action: actionOf('mute', 'other') }), done('c')]));
    must(
      journal.append([opened('d', { roomKey: 'main/two' }), done('d'), opened('e', { roomKey: 'main/two' })]),
    );
    const ids = (...query: Parameters<typeof journal.latestDone>) =>
      must(journal.latestDone(...query)).map(({ entry }) => entry.id);
    expect(ids({ roomKey: 'main/room' }, ['mute', 'unmute'])).toEqual(['c', 'b']);
    expect(ids({ app: 1, userId: 'troll' }, ['mute', 'unmute'])).toEqual(['d', 'b']);
    must(journal.append([{ type: 'undone', entryId: 'd', by: 'x' }]));
    expect(Object.fromEntries(must(journal.countByType(1, 'troll')))).toEqual({ mute: 1, unmute: 1 });
  });

  it('answers after it was closed that it is closed', async () => {
    const { journal } = openTestJournal();
    const soon = journal.appendSoon([opened('e1')]);
    journal.dispose();
    expect(must(await soon)).toHaveLength(1);
    expect(journal.append([opened('e2')])).toMatchObject({ ok: false, error: { code: 'not-ready' } });
  });
});
