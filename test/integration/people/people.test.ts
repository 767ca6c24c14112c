import { beforeAll, describe, expect, it } from 'vitest';
import type { EventPayload } from '../../../main/contract/events.ts';
import { markKey } from '../../../main/contract/models/user-card.ts';
import { temporaryDir } from '../../support/livedeck.ts';
import { type OpenConsole, openConsole, ROOM, ROOM_KEY } from '../word-book/console.ts';

let live: OpenConsole;
const dataDir = temporaryDir();
const OTHER = 'side-stage';

const sayIn = async (roomId: string, userId: string, nick: string, text: string): Promise<void> => {
  expect(await live.app.viewerSays(text, { roomId, userId, nick })).toBe(0);
  await live.panel.comment(text);
};

const anna = { roomKey: ROOM_KEY, userId: 'anna' };
const cardOf = (userId: string) => live.panel.call('history:user', { roomKey: ROOM_KEY, userId });
const search = (text: string) => live.panel.call('history:search', { text });
const marked = (userId: string) => {
  const app = live.app.ready.rehearsal?.sdkAppId ?? 0;
  return markKey(app, userId);
};

describe('the people of a console', () => {
  beforeAll(async () => {
    live = await openConsole(dataDir);
    const rooms = live.app.ready.rehearsal?.rooms ?? [];
    const other = rooms.find((id) => id !== ROOM) ?? OTHER;
    await live.panel.call('room:open', { accountId: 'rehearsal', roomId: other });
    await live.panel.untilTopic('rooms', (open) => open[`rehearsal/${other}`]?.connection.state === 'live');
    await sayIn(ROOM, 'anna', 'Anna', '今晚好看极了');
    await sayIn(other, 'bert', 'Bert', '真的好看');
    await sayIn(other, 'anna', 'Anna Two', 'something else');
    return () => live.close();
  });

  it('are found by a Chinese word of two characters in all rooms, newest first', async () => {
    const { hits, cursor } = await search('好看');
    expect(hits.map(({ item }) => item.text)).toEqual(['真的好看', '今晚好看极了']);
    expect(new Set(hits.map(({ roomKey }) => roomKey)).size).toBe(2);
    expect(hits[1]).toMatchObject({ roomKey: ROOM_KEY, roomName: expect.stringContaining('Night show') });
    expect(cursor).toBeUndefined();
    const here = await live.panel.call('history:search', { text: '好看', rooms: [ROOM_KEY] });
    expect(here.hits.map(({ item }) => item.text)).toEqual(['今晚好看极了']);
  });

  it('get a clear refusal for a page mark that is none', async () => {
    const answer = await live.panel.refused('history:search', { text: 'x', cursor: 'tomorrow' });
    expect(answer).toMatchObject({ ok: false, error: { code: 'invalid-input' } });
  });

  it('are told as newcomers with their first comment and never again', async () => {
    const first = (await live.panel.comment('今晚好看极了')).id;
    const told = await live.panel.event('feed:marks', ({ firstTime }) => firstTime.includes(first));
    expect(told.roomKey).toBe(ROOM_KEY);
    await sayIn(ROOM, 'anna', 'Anna', 'second time');
    const second = (await live.panel.comment('second time')).id;
    const recent = await live.panel.call('feed:recent', { roomKey: ROOM_KEY });
    expect(recent.firstTime).toContain(first);
    expect(recent.firstTime).not.toContain(second);
    const events = live.panel.heard.filter(({ event }) => event === 'feed:marks');
    expect(events.flatMap(({ payload }) => (payload as EventPayload<'feed:marks'>).firstTime)).not.toContain(
      second,
    );
  });

  it('have one card over all rooms, with names, counts, pages, what is in force and what has been', async () => {
    await live.panel.call('moderation:act', {
      action: { type: 'ban', userId: 'anna', nick: 'Anna', seconds: 3_600 },
      rooms: [ROOM_KEY],
    });
    const card = await cardOf('anna');
    expect(card.comments).toBe(3);
    expect(card.rooms).toHaveLength(2);
    expect(card.aliases.map(({ nick }) => nick).sort()).toEqual(['Anna', 'Anna Two']);
    expect(card.sanctions).toMatchObject([
      { kind: 'ban', roomKey: ROOM_KEY, roomName: expect.stringContaining('Night show') },
    ]);
    expect(card.strikes).toEqual({ mutes: 0, bans: 1, hides: 0, recalls: 0, warnings: 0 });
    const page = await live.panel.call('history:user', { ...anna, limit: 2 });
    expect(page.page.hits.map(({ item }) => item.text)).toEqual(['second time', 'something else']);
    const rest = await live.panel.call('history:user', { ...anna, limit: 2, cursor: page.page.cursor });
    expect(rest.page.hits.map(({ item }) => item.text)).toEqual(['今晚好看极了']);
  });

  it('are watched until a time, which rows can show, and the flag goes by itself', async () => {
    const until = Date.now() + 400;
    await live.panel.call('history:set-watch', { ...anna, until });
    expect((await live.panel.topic('marks'))[marked('anna')]).toEqual({ note: false, watch: { until } });
    await live.panel.untilTopic('marks', (marks) => marks[marked('anna')] === undefined);
    expect(await cardOf('anna')).not.toHaveProperty('watch');
  });

  it('keep their note over a restart', async () => {
    await live.panel.call('history:set-note', { ...anna, text: '**careful**: 刷屏' });
    await live.close();
    live = await openConsole(dataDir);
    expect((await cardOf('anna')).note?.text).toBe('**careful**: 刷屏');
    expect((await live.panel.topic('marks'))[marked('anna')]).toEqual({ note: true, watch: null });
  });

  it('are gone when they are forgotten: from search, card, marks and what a panel loads', async () => {
    await sayIn(ROOM, 'carl', 'Carl', 'forget me please');
    await live.panel.call('history:set-note', { roomKey: ROOM_KEY, userId: 'carl', text: 'x' });
    await live.panel.call('words:save', { rules: [{ kind: 'word', text: 'badword', level: 'hold' }] });
    await sayIn(ROOM, 'carl', 'Carl', 'badword of carl');
    await live.panel.held('badword of carl');
    const { rows } = await live.panel.call('history:forget-user', { roomKey: ROOM_KEY, userId: 'carl' });
    expect(await live.panel.topic('held')).toEqual({});
    expect(rows).toBeGreaterThan(0);
    expect((await search('forget me')).hits).toEqual([]);
    expect(await cardOf('carl')).toMatchObject({ comments: 0, aliases: [], rooms: [] });
    expect(await live.panel.topic('marks')).not.toHaveProperty(marked('carl'));
    const { items } = await live.panel.call('feed:recent', { roomKey: ROOM_KEY });
    expect(JSON.stringify(items)).not.toContain('carl');
    expect((await search('好看')).hits.length).toBeGreaterThan(0);
  });

  it('are all gone when everything is forgotten, and the journal is not', async () => {
    await live.panel.call('history:forget-everything', {});
    expect((await search('')).hits).toEqual([]);
    expect(await live.panel.topic('marks')).toEqual({});
    const { entries } = await live.panel.call('journal:recent', {});
    expect(entries.map(({ action }) => action.type)).toContain('ban');
  });
});
