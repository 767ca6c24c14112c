import { describe, expect, it } from 'vitest';
import { aComment, must, openTestHistory, said } from './test-history.ts';

const HOUR = 3_600_000;
const at = 1_755_000_000_000;

describe("a user's card", () => {
  it('tells names, first and last sight, counts and rooms over all rooms of the app', () => {
    const { history } = openTestHistory();
    const held = { level: 'hold' as const, hits: [] };
    history.addItems('main/one', [
      aComment({ at, person: { userId: 'ann', nick: 'Ann' }, text: 'first' }),
      aComment({ at: at + 5 * HOUR, person: { userId: 'ann', nick: '安' }, verdict: held }),
    ]);
    history.flush();
    history.addItems('main/two', [
      aComment({ at: at + 7 * HOUR, person: { userId: 'ann', nick: '安', role: 'admin' }, text: 'last' }),
      {
        kind: 'like',
        id: 'like',
        at: at + 9 * HOUR,
        receivedAt: at,
        person: { userId: 'ann', nick: '安' },
        count: 3,
      },
      said('bob', 'not ann'),
    ]);
    history.addItems('other/one', [
      aComment({ at: at + 90 * HOUR, person: { userId: 'ann', nick: 'Another' } }),
    ]);

    const card = must(history.user({ app: 1, userId: 'ann' }));
    expect(card).toMatchObject({
      app: 1,
      person: { userId: 'ann', nick: '安' },
      firstSeen: at,
      lastSeen: at + 9 * HOUR,
      comments: 3,
      verdicts: { flag: 0, hold: 1, block: 0 },
      rooms: [
        { roomKey: 'main/two', comments: 1, firstSeen: at + 7 * HOUR, lastSeen: at + 9 * HOUR },
        { roomKey: 'main/one', comments: 2, firstSeen: at, lastSeen: at + 5 * HOUR },
      ],
    });
    expect(card.aliases).toEqual([
      { nick: '安', firstSeen: at + 5 * HOUR, lastSeen: at + 9 * HOUR },
      { nick: 'Ann', firstSeen: at, lastSeen: at },
    ]);
    expect(card.page.hits.map(({ item }) => item.text)).toEqual(['last', '来了来了', 'first']);
  });

  it('pages through the comments', () => {
    const { history } = openTestHistory();
    const all = Array.from({ length: 25 }, (_, index) => said('ann', `no. ${index}`));
    history.addItems('main/one', all);
    const texts: string[] = [];
    let cursor: string | undefined;
    do {
      const { page } = must(history.user({ app: 1, userId: 'ann', limit: 10, cursor }));
      texts.push(...page.hits.map(({ item }) => item.text));
      cursor = page.cursor;
    } while (cursor !== undefined);
    expect(texts).toEqual(all.map((item) => item.text).toReversed());
  });

  it('of somebody never seen is empty, yet keeps a note', () => {
    const { history } = openTestHistory();
    must(history.setNote(1, 'stranger', '**careful**'));
    const card = must(history.user({ app: 1, userId: 'stranger' }));
    expect(card).toMatchObject({ comments: 0, aliases: [], rooms: [], note: { text: '**careful**' } });
    expect(card).not.toHaveProperty('firstSeen');
    expect(card.page).toEqual({ hits: [] });
  });

  it('knows the first comment in each room', () => {
    const { history } = openTestHistory();
    const first = said('ann', 'hello', { at });
    history.addItems('main/one', [said('ann', 'again', { at: at + HOUR }), first]);
    history.flush();
    history.addItems('main/one', [said('ann', 'and again', { at: at + 2 * HOUR }), said('bob', 'hi')]);
    const firsts = must(history.firstComments('main/one', ['ann', 'cid']));
    expect(firsts).toEqual(new Map([['ann', first.id]]));
    expect(must(history.firstComments('main/two', ['ann']))).toEqual(new Map());
  });
});

describe('notes and watch flags', () => {
  it('belong to a user of an app and can be taken away', () => {
    const { history, clock } = openTestHistory();
    must(history.setNote(1, 'ann', 'sells *things*'));
    must(history.setWatch(1, 'ann', null));
    expect(must(history.marks())).toEqual([
      {
        app: 1,
        userId: 'ann',
        note: { text: 'sells *things*', at: clock.now() },
        watch: { since: clock.now(), until: null },
      },
    ]);
    expect(must(history.user({ app: 2, userId: 'ann' }))).not.toHaveProperty('note');
    must(history.setNote(1, 'ann', '  '));
    must(history.setWatch(1, 'ann', undefined));
    expect(must(history.marks())).toEqual([]);
  });

  it('a watch with an end is over when its time has come', () => {
    const { history, clock } = openTestHistory();
    must(history.setWatch(1, 'ann', clock.now() + HOUR));
    clock.advance(HOUR - 1);
    expect(must(history.marks())).toHaveLength(1);
    clock.advance(1);
    expect(must(history.marks())).toEqual([]);
  });
});
