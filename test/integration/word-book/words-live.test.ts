import { beforeAll, describe, expect, it } from 'vitest';
import type { CallInput } from '../../../main/contract/calls.ts';
import { temporaryDir } from '../../support/livedeck.ts';
import { connectPanel } from '../../support/panel-client.ts';
import { type OpenConsole, openConsole, ROOM_KEY, typedPanel } from './console.ts';

let live: OpenConsole;
const dataDir = temporaryDir();

type Draft = CallInput<'words:save'>['rules'][number];
const save = (text: string, more: Partial<Draft> = {}) =>
  live.panel.call('words:save', { rules: [{ kind: 'word', text, ...more }] });

const decide = (id: string, decision: CallInput<'held:decide'>['decision']) =>
  live.panel.call('held:decide', { ids: [id], decision });

const entry = (type: string, userId: string, status = 'done') =>
  live.panel.event(
    'journal:entry',
    (one) =>
      one.action.type === type &&
      'userId' in one.action &&
      one.action.userId === userId &&
      one.status === status,
  );

describe('word rules in a live room', () => {
  beforeAll(async () => {
    live = await openConsole(dataDir);
    return () => live.close();
  });

  it('hold the very next comment after they were saved, with the reason, and keep it off the picture', async () => {
    await live.say('加微信吧');
    expect((await live.panel.comment('加微信吧')).verdict.level).toBe('clean');
    expect(await save('微信', { also: ['vx'] })).toMatchObject({ saved: 1 });
    await live.say('加 V x 聊');
    const { verdict } = await live.panel.comment('加 V x 聊');
    expect(verdict).toMatchObject({
      level: 'hold',
      hits: [{ word: '微信', field: 'text', start: 2, end: 5 }],
    });
    expect(verdict.hits[0]?.why?.en).toContain('held: 微信 as `V x`');
    await live.say('after it');
    await live.onAir('after it');
    expect(live.page.shown().map(({ text }) => text)).not.toContain('加 V x 聊');
  });

  it('let a comment wait until it is approved: then it is on air, and for the panel a comment as any other', async () => {
    const held = await live.panel.held('加 V x 聊');
    expect(held.roomKey).toBe(ROOM_KEY);
    expect(await decide(held.id, 'approve')).toMatchObject({
      results: [{ outcome: 'approved', first: true }],
    });
    await live.onAir('加 V x 聊');
    const told = await live.panel.event('feed:verdict', ({ itemId }) => itemId === held.item.id);
    expect(told.verdict.level).toBe('clean');
    const recent = await live.panel.call('feed:recent', { roomKey: ROOM_KEY });
    expect(recent.items.find(({ id }) => id === held.item.id)).toMatchObject({ verdict: { level: 'clean' } });
    expect(await live.panel.topic('held')).toEqual({});
  });

  it('end in one result when two panels decide at once, and the second is told by whom', async () => {
    await live.say('微信 both');
    const held = await live.panel.held('微信 both');
    const second = typedPanel(await connectPanel(live.app.ready.url));
    const answers = await Promise.all([
      decide(held.id, 'approve'),
      second.call('held:decide', { ids: [held.id], decision: 'deny' }),
    ]);
    second.close();
    const results = answers.flatMap((answer) => answer.results);
    expect(results.filter(({ first }) => first)).toHaveLength(1);
    const [one, other] = results.map(({ outcome, by, at }) => ({ outcome, by, at }));
    expect(one).toEqual(other);
    expect(one?.by).toBe(live.app.ready.rehearsal?.vj);
  });

  it('hide a denied comment, and the journal says which rule and layer', async () => {
    await live.say('微.信', 'denied-1');
    const held = await live.panel.held('微.信');
    expect(await decide(held.id, 'deny')).toMatchObject({ results: [{ outcome: 'denied', first: true }] });
    const hidden = await entry('hide-comment', 'denied-1');
    expect(hidden).toMatchObject({ original: '微.信', reason: expect.stringContaining('through spacing') });
    expect(hidden.because?.['zh-CN']).toMatch(/^已拒绝；待审：微信/);
    await live.panel.event('feed:purge', ({ itemIds }) => itemIds.includes(held.item.id));
    expect(live.page.shown().map(({ text }) => text)).not.toContain('微.信');
  });

  it('mute with one key more: the service refuses the next comment, and what else the person had waiting is denied', async () => {
    await live.say('微信 one', 'denied-2');
    await live.say('微信 two', 'denied-2');
    const held = await live.panel.held('微信 one');
    const other = await live.panel.held('微信 two');
    await decide(held.id, 'deny-and-mute');
    await entry('mute', 'denied-2');
    expect(await live.say('still here', 'denied-2')).toBe(10017);
    expect(await decide(other.id, 'approve')).toMatchObject({
      results: [{ outcome: 'denied', first: false }],
    });
  });

  it('learn an exception from what is approved and allowed', async () => {
    await save('ass', { anywhere: true });
    await live.say('first class seats');
    const held = await live.panel.held('first class seats');
    expect(await decide(held.id, 'approve-and-allow')).toMatchObject({ results: [{ allowed: ['class'] }] });
    await live.say('a class of its own');
    expect((await live.panel.comment('a class of its own')).verdict.level).toBe('clean');
  });

  it('act by themselves up the ladder: hidden first, then muted', async () => {
    await save('scam', {
      level: 'block',
      ladder: {
        steps: [
          { do: 'hide', atStrike: 1 },
          { do: 'mute', atStrike: 2, seconds: 600 },
        ],
        forgetAfterSeconds: 3600,
      },
    });
    await live.say('great scam', 'scammer');
    expect(await entry('hide-comment', 'scammer')).toMatchObject({
      reason: expect.stringMatching(/^Word rule, strike 1; blocked: scam/),
    });
    await live.say('s c a m again', 'scammer');
    expect(await entry('mute', 'scammer')).toMatchObject({ reason: expect.stringContaining('strike 2') });
    expect(await live.say('once more', 'scammer')).toBe(10017);
  });

  it('can be tried on a line and run over what was said before they are saved', async () => {
    const tried = await live.panel.call('words:try', { text: '加 V x 聊' });
    expect(tried).toMatchObject({ verdict: { level: 'hold' } });
    const run = await live.panel.call('words:dry-run', {
      rules: [{ kind: 'word', text: 'seats' }],
      window: 'hour',
    });
    expect(run).toMatchObject({ hit: 1, complete: true, examples: [{ text: 'first class seats' }] });
  });

  it('let the VJ’s own words through', async () => {
    await live.panel.call('room:say', { roomKey: ROOM_KEY, text: '微信 is not allowed here' });
    expect((await live.panel.comment('微信 is not allowed here')).verdict.level).toBe('clean');
    await live.onAir('微信 is not allowed here');
  });
});

describe('a list of 100 000 words', () => {
  const words = Array.from({ length: 99_900 }, (_, index) => `zq${index.toString(36)}k`);

  it('goes in while comments flow: none is lost, and the list is then in force', async () => {
    live = await openConsole(dataDir);
    const flowing: Promise<number>[] = [];
    const talk = setInterval(() => flowing.push(live.say(`talk ${flowing.length}`, 'talker')), 100);
    const bytes = Buffer.from(words.join('\n'));
    let uploadId: string | undefined;
    for (let start = 0; start < bytes.length; start += 150_000) {
      const data = bytes.subarray(start, start + 150_000).toString('base64');
      ({ uploadId } = await live.panel.call('words:upload', { ...(uploadId && { uploadId }), data }));
    }
    const before = (await live.panel.topic('words')).count;
    const imported = await live.panel.call('words:import', {
      uploadId: uploadId ?? '',
      name: 'big.txt',
      commit: true,
    });
    expect(imported.counts.added).toBe(words.length);
    await live.panel.untilTopic('words', ({ loading, count }) => !loading && count === before + words.length);
    clearInterval(talk);
    await Promise.all(flowing);
    await live.say(`such a ${words.at(-1)} thing`);
    expect((await live.panel.comment(`such a ${words.at(-1)} thing`)).verdict.level).toBe('hold');
    const heard = live.panel.comments().filter(({ text }) => text.startsWith('talk '));
    expect(heard).toHaveLength(flowing.length);
  });

  it('takes a small change at once', async () => {
    await save('freshword');
    await live.say('a freshword now');
    expect((await live.panel.comment('a freshword now')).verdict.level).toBe('hold');
  });

  it('is there after a restart, before the first comment; what waited is not put on air', async () => {
    const { count } = await live.panel.topic('words');
    await live.close();
    live = await openConsole(dataDir);
    expect((await live.panel.topic('words')).count).toBe(count);
    expect(await live.panel.topic('held')).toEqual({});
    await live.say(`again ${words[0]}`);
    expect((await live.panel.comment(`again ${words[0]}`)).verdict.level).toBe('hold');
    await live.close();
  });
});
