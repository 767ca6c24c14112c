import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { defaultWordSettings } from '../../../main/contract/models/word-rule.ts';
import { rule } from '../../unit/word-book/parts.ts';
import { type KeyHolder, openKeyHolder } from '../im-admin/key-holder.ts';
import { ACCOUNT, clearService, openRig as openRigOf, type Rig } from './rig.ts';

let holder: KeyHolder;
let rig: Rig;
beforeAll(async () => {
  holder = await openKeyHolder();
});
afterEach(async () => {
  rig.close();
  await clearService(holder);
});
afterAll(() => holder.stop());

const openRig = (first?: Parameters<typeof openRigOf>[1]) => openRigOf(holder, first);

const sides = () => Object.fromEntries(rig.rows().map(({ word, side }) => [word, side]));
const outcomeOf = (word: string) => rig.rows().find((row) => row.word === word)?.outcome;
const onList = async () => (await rig.restCall('openim_dirty_words/get', {})).DirtyWordsList;
const inLibrary = async () => {
  const page = { SdkAppId: rig.sdkAppId, LibID: 'lib_rehearsal_1', Offset: 0, Limit: 100 };
  const { Infos } = await rig.restCall('im_msg_audit_mgr/get_cloud_audit_keywords', page);
  return (Infos as { Content: string }[]).map(({ Content }) => Content);
};

describe('the lists that the service has', () => {
  test('are asked for, and the newest that it enforces itself is read first', async () => {
    rig = await openRig();
    expect(await rig.open()).toMatchObject({ ok: true });
    expect(rig.state().lists.map(({ id }) => id)).toEqual(['cloud:lib_rehearsal_1', 'dirty', 'local']);
    expect(rig.state()).toMatchObject({
      listId: 'cloud:lib_rehearsal_1',
      missing: [],
      job: null,
      error: null,
    });
  });

  test('are the old one alone for an app of old times, and the refusals of the others are told', async () => {
    rig = await openRig();
    await rig.controlCall('settings', { wordLists: ['dirty'] });
    await rig.open();
    expect(rig.state().listId).toBe('dirty');
    expect(rig.state().missing.map(({ kind, error }) => [kind, error.vendor?.code])).toEqual([
      ['cloud', 2015],
      ['local', 2015],
    ]);
  });

  test('are none for an app without any, which is not an error', async () => {
    rig = await openRig();
    await rig.controlCall('settings', { wordLists: [] });
    expect(await rig.open()).toMatchObject({ ok: true });
    expect(rig.state()).toMatchObject({ lists: [], listId: null });
    expect(rig.state().missing).toHaveLength(3);
  });

  test('stay closed to an account without the key', async () => {
    rig = await openRig();
    const answer = await rig.words.open({ accountId: 'guest' });
    expect(answer).toMatchObject({ ok: false, error: { code: 'not-allowed' } });
  });
});

describe('both sides of a list', () => {
  test('are told apart, with where the two disagree', async () => {
    rig = await openRig({
      rules: [
        rule('坏蛋'),
        rule('VX', { also: ['weixin'] }),
        rule('flagged', { level: 'flag' }),
        rule('resting', { enabled: false }),
        rule('local', { rooms: ['holder/night-show'] }),
        rule('ass', { except: { words: ['class'], userIds: [], roles: [] } }),
        rule('x'.repeat(201)),
        rule('eleven chars'),
        { ...rule('a+'), kind: 'pattern' },
      ],
      settings: { ...defaultWordSettings, allow: ['classic'] },
    });
    const words = ['坏蛋', 'vx', 'flagged', 'resting', 'local', 'ass', 'classic', 'stranger'];
    await rig.restCall('openim_dirty_words/add', { DirtyWordsList: words });
    await rig.open('dirty');
    expect(sides()).toMatchObject({ 坏蛋: 'both', vx: 'both', weixin: 'here', stranger: 'there' });
    const differences = rig.rows('different').map((row) => [row.word, ...row.differences]);
    expect(differences).toEqual([
      ['vx', 'written-differently'],
      ['flagged', 'flag-here'],
      ['resting', 'off-here'],
      ['local', 'some-rooms-here'],
      ['ass', 'exceptions-here'],
      ['classic', 'allowed-here'],
    ]);
    const bars = rig.rows().flatMap(({ bar, word }) => (bar === null ? [] : [[word.slice(0, 3), bar]]));
    expect(bars).toEqual([
      ['xxx', 'too-long'],
      ['a+', 'pattern'],
    ]);
    expect(rig.rows('here', 'eleven')[0]?.doubtful).toBe(true);
    expect(rig.state().counts).toMatchObject({ here: 4, both: 6, there: 2, different: 6 });
    expect(rig.state().ready).toEqual({ send: 2, take: 2, remove: 2 });
  });

  test('call a word of a strict group on while the panic lasts, and still do not send it with the whole list', async () => {
    rig = await openRig({
      rules: [rule('tight', { groupId: 'strict' })],
      groups: [{ id: 'strict', name: 'Strict', on: false, strict: true }],
    });
    await rig.open('dirty');
    expect(rig.rows()).toMatchObject([{ word: 'tight', off: true, forPanic: false }]);
    rig.book.setStrict(true);
    await rig.until(() => rig.rows()[0]?.forPanic === true);
    expect(rig.state().ready.send).toBe(0);
    rig.book.setStrict(false);
    await rig.until(() => rig.rows()[0]?.forPanic === false);
  });

  test('follow the rules here as they change', async () => {
    rig = await openRig();
    await rig.open('dirty');
    expect(rig.state().counts.all).toBe(0);
    rig.book.saveRules([rule('fresh')]);
    await rig.until(({ counts }) => counts.all === 1);
    expect(sides()).toEqual({ fresh: 'here' });
    rig.book.removeRules(['rule.fresh']);
    await rig.until(({ counts }) => counts.all === 0);
  });
});

describe('synchronising', () => {
  test('sends what is only here, takes what is only there, and takes words off, each read back', async () => {
    rig = await openRig({ rules: ['一号', '二号', '三号'].map((word) => rule(word)) });
    const add = { SdkAppId: rig.sdkAppId, LibID: 'lib_rehearsal_1' };
    const UserKeywords = ['four', 'five'].map((Content) => ({ Content, Label: 'Ad' }));
    await rig.restCall('im_msg_audit_mgr/add_cloud_audit_keywords', { ...add, UserKeywords });
    await rig.open();
    expect(await rig.sync('send', ['一号'])).toBe(1);
    expect(await inLibrary()).toEqual(['four', 'five', '一号']);
    expect(outcomeOf('一号')).toMatchObject({ deed: 'send', state: 'done' });
    expect((outcomeOf('一号')?.actsBy ?? 0) - (outcomeOf('一号')?.at ?? 0)).toBe(120_000);
    expect(await rig.sync('send')).toBe(2);
    expect(await rig.sync('take', ['four'])).toBe(1);
    expect([...rig.book.rules().values()].map(({ text }) => text)).toContain('four');
    expect(await rig.sync('remove')).toBe(1);
    expect(await inLibrary()).toEqual(['four', '一号', '二号', '三号']);
    expect(new Set(Object.values(sides()))).toEqual(new Set(['both']));
    expect(rig.state().last).toMatchObject({ deed: 'remove', done: 1, failed: 0, left: 0 });
  });

  test('keeps to the words of one request, and finds the word that the service refuses, with its reason', async () => {
    const good = Array.from({ length: 120 }, (_, index) => rule(`词${index}`));
    rig = await openRig({ rules: [...good, rule('too long for it'), rule('twelve chars')] });
    await rig.open('dirty');
    expect(await rig.sync('send')).toBe(122);
    expect(rig.state().last).toMatchObject({ done: 120, failed: 2, left: 0 });
    expect(rig.rows('failed').map(({ word }) => word)).toEqual(['too long for it', 'twelve chars']);
    expect(outcomeOf('twelve chars')?.error).toMatchObject({
      vendor: { code: 10004, info: expect.stringContaining('at most 10 characters') },
    });
    expect(await onList()).toHaveLength(120);
  });

  test('sends no more than the list holds', async () => {
    rig = await openRig({ rules: [rule('one more'), rule('and one')] });
    const there = Array.from({ length: 4999 }, (_, index) => `w${index}`);
    for (let start = 0; start < there.length; start += 50)
      await rig.restCall('openim_dirty_words/add', { DirtyWordsList: there.slice(start, start + 50) });
    await rig.open('dirty');
    await rig.sync('send');
    expect(rig.state().last).toMatchObject({ done: 1, failed: 1 });
    expect(outcomeOf('and one')?.error?.text.en).toContain('no room left');
  });

  test('takes patterns only where the list has them, and says why one is refused', async () => {
    const patterns = ['a+b', '(?i)c'].map((text) => ({ ...rule(text), kind: 'pattern' as const }));
    rig = await openRig({ rules: [rule('plain'), ...patterns] });
    await rig.open('local');
    expect(await rig.sync('send')).toBe(3);
    expect(sides()).toEqual({ plain: 'both', 'a+b': 'both', '(?i)c': 'here' });
    expect(outcomeOf('(?i)c')?.error?.vendor).toMatchObject({ code: 2003 });
    expect(outcomeOf('plain')?.actsBy).toBeNull();
  });

  test('gives up at once where the service takes nothing more, and leaves the rest untouched', async () => {
    rig = await openRig({ rules: Array.from({ length: 400 }, (_, index) => rule(`w${index}`)) });
    await rig.open('dirty');
    await rig.controlCall('settings', { wordLists: ['cloud'] });
    await rig.sync('send');
    const { failed = 0, left = 0 } = rig.state().last ?? {};
    expect(failed + left).toBe(400);
    expect(left).toBeGreaterThan(100);
    expect(rig.state().error?.vendor?.code).toBe(10007);
  });

  test('can be cancelled; what was sent stays sent, and the rest is as it was', async () => {
    rig = await openRig({ rules: Array.from({ length: 2000 }, (_, index) => rule(`w${index}`)) });
    await rig.open('dirty');
    await rig.controlCall('faults', { restDelayMs: 40 });
    rig.words.sync({ accountId: ACCOUNT, deed: 'send', words: undefined, level: 'block', label: 'Abuse' });
    await rig.until(({ job }) => (job?.done ?? 0) > 0);
    rig.words.cancel(ACCOUNT);
    await rig.until(({ job }) => job === null);
    await rig.controlCall('faults', { restDelayMs: 0 });
    const { done = 0, left = 0 } = rig.state().last ?? {};
    expect(done).toBeGreaterThan(0);
    expect(left).toBeGreaterThan(0);
    expect(done + left + (rig.state().last?.failed ?? 0)).toBe(2000);
    expect(rig.rows('both').length).toBe(
      ((await onList()) as string[]).length > 500 ? 500 : rig.state().counts.both,
    );
    expect(rig.state().counts.here).toBe(2000 - rig.state().counts.both);
  });

  test.each(['server-error', 'malformed', 'half-answer', 'rate-limit', 'code', 'drop'] as const)(
    'ends with every word settled though the service answers with %s',
    async (kind) => {
      rig = await openRig({ rules: ['one', 'two', 'three'].map((word) => rule(word)) });
      await rig.open();
      const command = 'im_msg_audit_mgr/add_cloud_audit_keywords';
      await rig.controlCall('faults', { rest: [{ kind, times: 2, command }] });
      await rig.sync('send');
      const { done = 0, failed = 0, left = 0 } = rig.state().last ?? {};
      expect(done + failed + left).toBe(3);
      // What is shown is what the service has, whatever became of the answer.
      const there = await inLibrary();
      for (const { word, side, outcome } of rig.rows()) {
        expect([word, side]).toEqual([word, there.includes(word) ? 'both' : 'here']);
        expect(outcome?.state).toBe(there.includes(word) ? 'done' : 'failed');
      }
    },
  );

  test('a list that cannot be read says so and keeps what was there', async () => {
    rig = await openRig({ rules: [rule('one')] });
    await rig.open('dirty');
    await rig.controlCall('faults', {
      rest: [{ kind: 'code', code: 10002, times: 50, command: 'openim_dirty_words/get' }],
    });
    await rig.open('dirty');
    expect(rig.state().missing.map(({ kind }) => kind)).toEqual(['dirty']);
  });
});
