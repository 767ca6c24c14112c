import { describe, expect, it } from 'vitest';
import { feedCommandSchema } from '../../../main/contract/feed-port.ts';
import { createFeedWords, type WordCommand } from '../../../main/core/word-book/feed-words.ts';
import { createJudge } from '../../../main/feed-process/judge.ts';
import { bookOf, comment, macrotask, rule } from './parts.ts';

const rulesOf = (count: number) => Array.from({ length: count }, (_, index) => rule(`word${index}x`));

const rig = (count: number) => {
  const { book, changes } = bookOf({ rules: rulesOf(count) });
  const feeds = createFeedWords({ book: () => book, onLoading: () => undefined });
  const posted: WordCommand[] = [];
  const ready: number[] = [];
  const judge = createJudge({
    now: () => 0,
    emit: (event) => event.type === 'words-ready' && ready.push(event.load),
    beforeCompiling: () => undefined,
  });
  /** What a real feed process does with what is posted, crossing the port's own check. */
  const post = (raw: WordCommand) => {
    posted.push(raw);
    const command = feedCommandSchema.parse(structuredClone(raw));
    if (command.type === 'words') judge.load(command);
    if (command.type === 'words-change') judge.change(command);
  };
  const tell = () => {
    const change = changes.at(-1);
    if (change !== undefined) feeds.tell(change);
  };
  const levelOf = (text: string) => judge.verdictOf('a/r', comment(text)).level;
  return { book, feeds, posted, ready, post, tell, levelOf };
};

describe('the rules on their way to a feed process', () => {
  it('are all there before it signs in', async () => {
    const { feeds, posted, post, levelOf } = rig(2500);
    const attached = feeds.attach(post);
    await attached.sent;
    expect(posted.map((one) => one.type === 'words' && [one.part, one.last, one.rules.length])).toEqual([
      [0, false, 1000],
      [1, false, 1000],
      [2, true, 500],
    ]);
    expect(levelOf('this is word2499x')).toBe('hold');
  });

  it('are said to be loading until the process has them in force', async () => {
    const { feeds, ready, post } = rig(1);
    const attached = feeds.attach(post);
    await attached.sent;
    expect(feeds.loading()).toBe(true);
    attached.inForce(ready[0] ?? -1);
    expect(feeds.loading()).toBe(false);
  });

  it('judge the very next comment after a small change', async () => {
    const { book, feeds, post, tell, levelOf } = rig(3);
    await feeds.attach(post).sent;
    expect(levelOf('hello fresh')).toBe('clean');
    book.saveRules([rule('fresh')]);
    tell();
    expect(levelOf('hello fresh')).toBe('hold');
    book.removeRules(['rule.fresh']);
    tell();
    expect(levelOf('hello fresh')).toBe('clean');
  });

  it('keep a change that came while a long list was on its way', async () => {
    const { book, feeds, post, tell, levelOf } = rig(2500);
    const attached = feeds.attach(post);
    book.saveRules([rule('fresh')]);
    tell();
    expect(levelOf('hello fresh')).toBe('hold');
    book.removeRules(['rule.word0x']);
    tell();
    await attached.sent;
    expect([levelOf('hello fresh'), levelOf('word0x'), levelOf('word1x')]).toEqual(['hold', 'clean', 'hold']);
  });

  it('go over as a new load when they are many, and sign-in waits for the newest', async () => {
    const { book, feeds, posted, post, tell, levelOf } = rig(2500);
    const attached = feeds.attach(post);
    book.addList({ rules: rulesOf(4000), groups: [] });
    tell();
    await attached.sent;
    expect(posted.filter((one) => one.type === 'words' && one.last)).toHaveLength(1);
    expect(levelOf('word3999x')).toBe('hold');
  });

  it('are not posted to a process that is gone', async () => {
    const { feeds, posted, post } = rig(2500);
    const attached = feeds.attach(post);
    attached.detach();
    await attached.sent;
    expect(posted).toHaveLength(1);
    expect(feeds.loading()).toBe(false);
  });
});

describe('the judge in a feed process', () => {
  it('goes on judging by the rules before while a new list is compiled', async () => {
    const { book, feeds, ready, post, tell, levelOf } = rig(10);
    await feeds.attach(post).sent;
    book.addList({ rules: [...rulesOf(3000), rule('newest')], groups: [] });
    tell();
    while (ready.length < 2) {
      expect(levelOf('word1x')).toBe('hold');
      if (levelOf('newest') === 'clean') book.saveRules([rule('meanwhile')]);
      tell();
      expect(levelOf('meanwhile')).toBe('hold');
      await macrotask();
    }
    expect([levelOf('newest'), levelOf('word2999x'), levelOf('meanwhile')]).toEqual(['hold', 'hold', 'hold']);
  });

  it('takes thousands of small changes, each in force at once, and compiles them beside its work', async () => {
    const { book, feeds, post, tell, levelOf } = rig(10);
    await feeds.attach(post).sent;
    for (let round = 0; round < 60; round += 1) {
      book.saveRules(Array.from({ length: 50 }, (_, index) => rule(`fresh${round}n${index}`)));
      tell();
      expect(levelOf(`fresh${round}n49`)).toBe('hold');
      book.removeRules([`rule.fresh${round}n0`]);
      tell();
      expect(levelOf(`fresh${round}n0`)).toBe('clean');
      await macrotask();
    }
    for (let turn = 0; turn < 50; turn += 1) await macrotask();
    const levels = ['fresh0n0', 'fresh0n1', 'fresh59n0', 'fresh59n1', 'word3x'].map(levelOf);
    expect(levels).toEqual(['clean', 'hold', 'clean', 'hold', 'hold']);
  });

  it('says of every hit why, and lets our own comments be', async () => {
    const { book, feeds, post } = rig(0);
    book.saveRules([rule('微信', { also: ['vx'] })]);
    const judge = createJudge({ now: () => 0, emit: () => undefined, beforeCompiling: () => undefined });
    await feeds.attach((raw) => raw.type === 'words' && judge.load(raw)).sent;
    feeds.attach(post);
    const verdict = judge.verdictOf('a/r', comment('加 V x 聊'));
    expect(verdict.level).toBe('hold');
    expect(verdict.hits[0]?.why?.en).toContain('held: 微信 as `V x`');
    expect(judge.verdictOf('a/r', comment('加 V x 聊', { own: true })).level).toBe('clean');
  });

  it('judges nicknames, rooms, expiry and trusted people', () => {
    const judge = createJudge({ now: () => 5000, emit: () => undefined, beforeCompiling: () => undefined });
    const terms = { groups: [], settings: bookOf().book.settings(), strict: false };
    judge.change({
      type: 'words-change',
      removed: [],
      changed: [
        rule('adnick', { where: 'nick' }),
        rule('roomy', { rooms: ['a/r'] }),
        rule('gone', { expiresAt: 4000 }),
        rule('friend', { except: { words: [], userIds: ['troll'], roles: [] } }),
      ],
      ...terms,
    });
    const level = (text: string, roomKey = 'a/r', nick = 'Troll') =>
      judge.verdictOf(roomKey, comment(text, { person: { userId: 'troll', nick } })).level;
    expect([level('roomy'), level('roomy', 'a/other'), level('gone'), level('friend')]).toEqual([
      'hold',
      'clean',
      'clean',
      'clean',
    ]);
    expect([level('hi', 'a/r', 'adnick'), level('adnick')]).toEqual(['hold', 'clean']);
  });
});
