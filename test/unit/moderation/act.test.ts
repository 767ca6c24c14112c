import { describe, expect, it } from 'vitest';
import { MUTE_FOREVER_SECONDS } from '../../../main/contract/models/action.ts';
import { must } from '../history/test-history.ts';
import { actionOf } from '../history/test-journal.ts';
import { createDesk } from './desk.ts';
import { refused, timedOut } from './model-gateway.ts';

const room = 'main/room';

describe('an action', () => {
  it('is journalled, then on the screen, then with the service, then settled by what the service says', async () => {
    const { moderation, model, screen, told, clock } = createDesk();
    const order: string[] = [];
    model.control.trouble = (request) => {
      order.push(`${request}: ${told.length} told, ${screen.length} on screen`);
      return undefined;
    };
    const [entry] = await moderation.act({ action: actionOf('mute'), rooms: [room], reason: 'spam' });
    expect(order).toEqual([
      'read: 1 told, 1 on screen',
      'mute: 1 told, 1 on screen',
      'read: 1 told, 1 on screen',
    ]);
    expect(told.map(({ status }) => status)).toEqual(['pending', 'done']);
    expect(screen).toEqual([{ do: 'hide', roomKey: room, target: { userId: 'troll', upTo: clock.now() } }]);
    expect(entry).toMatchObject({
      status: 'done',
      confirmed: true,
      reason: 'spam',
      roomName: `name of ${room}`,
    });
    expect(model.state()).toEqual({
      [room]: { muted: { troll: clock.now() + 600_000 }, banned: {}, allMuted: false },
    });
  });

  it('by itself has its reason in both languages, in English where plain words are asked for, and in a sound chain', async () => {
    const { moderation, journal } = createDesk();
    const because = { en: 'Denied; held: badword', 'zh-CN': '已拒绝；待审：badword' };
    const [entry] = await moderation.actTogether({
      acts: [{ action: actionOf('ban'), rooms: [room] }],
      reason: because,
    });
    expect(entry).toMatchObject({ status: 'done', reason: 'Denied; held: badword', because });
    expect(must(journal.recent(10, { text: '已拒绝' })).map(({ id }) => id)).toEqual([entry?.id]);
    expect(must(await journal.verify()).entries).toBe(1);
  });

  it('has a result of its own in each room', async () => {
    const { moderation, model } = createDesk();
    model.control.trouble = (_request, roomKey) =>
      roomKey === 'main/two' ? { error: refused, applied: false } : undefined;
    const rooms = ['main/one', 'main/two', 'main/three', 'main/one'];
    const entries = await moderation.act({ action: actionOf('mute-all'), rooms });
    expect(entries.map(({ roomKey, status }) => [roomKey, status])).toEqual([
      ['main/one', 'done'],
      ['main/two', 'failed'],
      ['main/three', 'done'],
    ]);
    expect(entries[1]?.error).toEqual(refused);
  });

  it('of several parts is one group in the journal and one undo', async () => {
    const { moderation, model } = createDesk();
    const people = ['ann', 'bob', 'cyd'];
    const entries = await moderation.actTogether({
      acts: people.map((userId) => ({ action: actionOf('mute', userId), rooms: [room, 'main/two'] })),
      reason: 'raid',
    });
    expect(entries.map(({ status }) => status)).toEqual(Array(6).fill('done'));
    expect(new Set(entries.map(({ group }) => group)).size).toBe(1);
    expect(must(await moderation.undo({}))).toHaveLength(6);
    expect(model.state()[room]?.muted).toEqual({});
  });

  it('that one request names twice is done once', async () => {
    const { moderation, model } = createDesk();
    const twice = [actionOf('mute'), { ...actionOf('mute'), nick: 'renamed since' }];
    const entries = await moderation.actTogether({
      acts: twice.map((action) => ({ action, rooms: [room] })),
      reason: '',
    });
    expect(entries).toHaveLength(1);
    expect(model.requests).toEqual([`mute ${room}`]);
  });

  it('is taken in each room by the account that the room is open under', async () => {
    const { moderation } = createDesk({ actorIn: (roomKey) => `user of ${roomKey.split('/')[0]}` });
    const entries = await moderation.act({ action: actionOf('mute'), rooms: [room, 'other/room'] });
    expect(entries.map(({ actor }) => actor)).toEqual(['user of main', 'user of other']);
  });

  it('of every kind reaches the service as its own request', async () => {
    const { moderation, model } = createDesk();
    const kinds = [
      ...(['mute', 'unmute', 'ban', 'unban', 'recall', 'mute-all', 'unmute-all', 'notice', 'warn'] as const),
    ];
    for (const type of kinds) await moderation.act({ action: actionOf(type), rooms: [room] });
    expect(model.requests).toEqual(kinds.map((type) => `${type} ${room}`));
    expect(model.recalled).toEqual([`${room} 7`]);
    expect(model.notices).toEqual([`${room} hello`]);
    expect(model.warnings).toEqual([`${room} room troll please stop`]);
  });

  it('that only hides or shows never leaves this console', async () => {
    const { moderation, model, screen, history } = createDesk();
    for (const type of ['hide-comment', 'show-comment', 'hide-user', 'show-user'] as const) {
      const [entry] = await moderation.act({ action: actionOf(type), rooms: [room] });
      expect(entry).toMatchObject({ status: 'done', confirmed: false });
    }
    expect(model.requests).toEqual([]);
    expect(screen.map((shown) => [shown.do, shown.target])).toEqual([
      ['hide', { itemIds: ['item'] }],
      ['show', { itemIds: ['item'] }],
      ['hide', { userId: 'troll', upTo: null }],
      ['show', { userId: 'troll' }],
    ]);
    expect(must(history.hidden.inRoom(room))).toEqual({ itemIds: [], users: {} });
  });

  it('that the service refuses leaves the comments hidden, and says so', async () => {
    const { moderation, model, screen, history, clock } = createDesk();
    model.control.trouble = (request) =>
      request === 'mute' ? { error: refused, applied: false } : undefined;
    const [entry] = await moderation.act({ action: actionOf('mute'), rooms: [room] });
    expect(entry?.status).toBe('failed');
    expect(entry?.error?.vendor).toEqual({ code: 10007, info: 'no permission' });
    expect(entry?.error?.text).toEqual({
      en: 'Not an admin here. What you hid stays hidden here and on the overlays.',
      'zh-CN': '您不是这里的管理员。已隐藏的内容在本机和叠加层上保持隐藏。',
    });
    expect(screen.filter((shown) => shown.do === 'show')).toEqual([]);
    expect(must(history.hidden.inRoom(room)).users).toEqual({ troll: clock.now() });
  });

  it('that cannot be read back is done, but not confirmed', async () => {
    const { moderation, model } = createDesk();
    model.control.readBack = false;
    const [entry] = await moderation.act({ action: actionOf('ban'), rooms: [room] });
    expect(entry).toMatchObject({ status: 'done', confirmed: false });
  });

  it('that the service took but does not show is done, but not confirmed', async () => {
    const { moderation, model } = createDesk();
    const gateway = { ...model.gateway, mutedUntil: async () => ({ ok: true, value: null }) as const };
    const desk = createDesk({ model: { ...model, gateway } });
    const [entry] = await desk.moderation.act({ action: actionOf('mute'), rooms: [room] });
    expect(entry).toMatchObject({ status: 'done', confirmed: false });
    expect(moderation).not.toBe(desk.moderation);
  });

  it('pressed twice is one action, and can be pressed anew when it has failed or some time has passed', async () => {
    const { moderation, model, clock } = createDesk();
    const press = () => moderation.act({ action: actionOf('mute'), rooms: [room, 'main/two'] });
    const [first, second] = await Promise.all([press(), press()]);
    expect(first).toEqual(second);
    expect(await press()).toEqual(first);
    expect(model.requests).toHaveLength(2);
    const longer = { ...actionOf('mute'), seconds: 3600 } as ReturnType<typeof actionOf>;
    await moderation.act({ action: longer, rooms: [room] });
    expect(model.requests).toHaveLength(3);
    clock.advance(2001);
    model.control.trouble = () => ({ error: timedOut, applied: false });
    await press();
    await press();
    expect(model.requests).toHaveLength(7);
  });

  it('pressed again after a while is a new action, also where the clock was set back meanwhile', async () => {
    const { moderation, model, clock } = createDesk();
    const press = () => moderation.act({ action: actionOf('mute'), rooms: [room] });
    await press();
    clock.set(-600_000);
    clock.advance(2001);
    await press();
    expect(model.requests).toHaveLength(2);
  });

  it('pressed again after its opposite is an action of its own, however fast the keys come', async () => {
    const { moderation, model } = createDesk();
    const press = (type: Parameters<typeof actionOf>[0], userId?: string) =>
      moderation.act({ action: actionOf(type, userId), rooms: [room] });
    for (const type of ['mute-all', 'unmute-all', 'mute-all'] as const) await press(type);
    expect(model.requests).toEqual(['mute-all', 'unmute-all', 'mute-all'].map((type) => `${type} ${room}`));
    await Promise.all([press('mute'), press('unmute'), press('mute'), press('mute', 'other')]);
    expect(model.requests.slice(3)).toHaveLength(4);
    await Promise.all([press('mute'), press('mute', 'other'), press('mute-all')]);
    expect(model.requests).toHaveLength(7);
    expect(model.state()[room]).toMatchObject({ allMuted: true });
  });

  it('does not wait for a slow answer about the state before', async () => {
    const { moderation, model, clock } = createDesk();
    let answer: () => void = () => undefined;
    const never = new Promise<{ ok: true; value: null }>((resolve) => {
      answer = () => resolve({ ok: true, value: null });
    });
    let asked = 0;
    const gateway = {
      ...model.gateway,
      mutedUntil: (...args: Parameters<typeof model.gateway.mutedUntil>) => {
        asked += 1;
        return asked === 1 ? never : model.gateway.mutedUntil(...args);
      },
    };
    const desk = createDesk({ model: { ...model, gateway }, clock });
    const acting = desk.moderation.act({ action: actionOf('mute'), rooms: [room] });
    clock.advance(1000);
    expect(await acting).toMatchObject([{ status: 'done', confirmed: true }]);
    answer();
    expect(moderation).not.toBe(desk.moderation);
  });

  it('without a journal is not sent, but the screen obeys', async () => {
    const { moderation, journal, model, screen } = createDesk();
    journal.dispose();
    const [entry] = await moderation.act({ action: actionOf('mute'), rooms: [room] });
    expect(entry).toMatchObject({ status: 'failed', error: { code: 'not-ready' } });
    expect(entry?.error?.text.en).toBe(
      'The action was not sent, because the journal could not record it. The journal is closed. What you hid stays hidden here and on the overlays.',
    );
    expect(model.requests).toEqual([]);
    expect(screen).toHaveLength(1);
  });

  it('is kept with request and answer', async () => {
    const { moderation, journal, model } = createDesk();
    await moderation.act({ action: actionOf('mute'), rooms: [room] });
    model.control.trouble = (request) => (request === 'ban' ? { error: refused, applied: false } : undefined);
    await moderation.act({ action: actionOf('ban'), rooms: [room] });
    expect(must(journal.find({}, 2)).map((state) => state.answers)).toEqual([
      [{ request: 'ban', code: 10007, info: 'no permission' }],
      [{ request: 'mute', code: 0, info: '' }],
    ]);
    expect(must(await journal.verify())).toMatchObject({ entries: 2 });
  });
});

describe('the standing of a user', () => {
  it('shows mutes and bans in force with their end, by room and by user', async () => {
    const { moderation, clock } = createDesk();
    const forever = { ...actionOf('ban'), seconds: MUTE_FOREVER_SECONDS } as ReturnType<typeof actionOf>;
    await moderation.act({ action: actionOf('mute'), rooms: [room, 'main/two'] });
    await moderation.act({ action: forever, rooms: [room] });
    await moderation.act({ action: actionOf('mute', 'other'), rooms: [room] });
    await moderation.act({ action: actionOf('unmute', 'other'), rooms: [room] });
    const until = clock.now() + 600_000;
    expect(must(moderation.inForceInRoom(room))).toMatchObject([
      { kind: 'mute', userId: 'troll', until },
      { kind: 'ban', userId: 'troll', until: null },
    ]);
    expect(must(moderation.inForceOn(1, 'troll')).map(({ kind, roomKey }) => [kind, roomKey])).toEqual([
      ['mute', 'main/two'],
      ['mute', room],
      ['ban', room],
    ]);
    clock.advance(600_001);
    expect(must(moderation.inForceOn(1, 'troll')).map(({ kind }) => kind)).toEqual(['ban']);
  });

  it('counts strikes, without those that were undone', async () => {
    const { moderation } = createDesk();
    for (const type of ['mute', 'hide-comment', 'hide-user', 'recall', 'ban'] as const) {
      await moderation.act({ action: actionOf(type), rooms: [room] });
    }
    must(await moderation.undo({}));
    expect(must(moderation.strikes(1, 'troll'))).toEqual({
      mutes: 1,
      bans: 0,
      hides: 2,
      recalls: 1,
      warnings: 0,
    });
  });
});
