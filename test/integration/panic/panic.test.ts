import { beforeAll, describe, expect, it } from 'vitest';
import { temporaryDir } from '../../support/livedeck.ts';
import { type OpenConsole, openConsole, ROOM_KEY } from '../word-book/console.ts';

/** What a viewer is told in a room where everybody is muted (tencent-im A2). */
const MUTED = 10017;
let live: OpenConsole;

describe('panic, over the panel socket with a rehearsed service', () => {
  beforeAll(async () => {
    live = await openConsole(temporaryDir());
    return () => live.close();
  });

  it('mutes everybody in the service, blanks the overlay page and makes the words strict', async () => {
    const panic = await live.panel.call('panic:set', { on: true });
    expect(panic).toMatchObject({ on: true, rooms: [{ roomKey: ROOM_KEY, state: 'locked', before: false }] });
    expect(await live.say('does anybody hear me')).toBe(MUTED);
    await live.page.frame('blank', ({ on }) => on);
    expect(await live.panel.topic('words')).toMatchObject({ strict: true });
    await live.panel.untilTopic('overlays', ({ main }) => main?.blank === true);
    const entry = await live.panel.event('journal:entry', ({ status }) => status === 'done');
    expect(entry).toMatchObject({ roomKey: ROOM_KEY, action: { type: 'mute-all' }, confirmed: true });
  });

  it('does not let the picture come back by hand while it lasts, and says how it ends', async () => {
    const answer = await live.panel.refused('overlay:blank', { on: false });
    expect(answer).toMatchObject({ ok: false, error: { code: 'conflict' } });
  });

  it('ends with everything as it was', async () => {
    const ended = await live.panel.call('panic:set', { on: false });
    expect(ended).toMatchObject({ on: false, rooms: [] });
    expect(await live.say('everybody may speak again')).toBe(0);
    await live.onAir('everybody may speak again');
    expect(await live.panel.topic('words')).toMatchObject({ strict: false });
    await live.panel.untilTopic('overlays', ({ main }) => main?.blank === false);
  });

  it('leaves a room muted that was muted before it', async () => {
    await live.panel.call('moderation:act', { action: { type: 'mute-all' }, rooms: [ROOM_KEY] });
    const panic = await live.panel.call('panic:set', { on: true });
    expect(panic.rooms).toMatchObject([{ before: true, state: 'locked' }]);
    await live.panel.call('panic:set', { on: false });
    expect(await live.say('still muted')).toBe(MUTED);
    expect(await live.panel.topic('rooms')).toMatchObject({ [ROOM_KEY]: { muteAll: true } });
    await live.panel.call('moderation:act', { action: { type: 'unmute-all' }, rooms: [ROOM_KEY] });
  });
});

describe('a panic that was on when Livedeck was closed', () => {
  it('is still on at the next start, locks the room again that comes up, and can be ended', async () => {
    const dataDir = temporaryDir();
    const first = await openConsole(dataDir);
    await first.panel.call('panic:set', { on: true });
    await first.close();
    // The rehearsed service starts anew and has forgotten that everybody was muted.
    const second = await openConsole(dataDir);
    try {
      await second.panel.untilTopic('panic', ({ on, rooms }) => on && rooms[0]?.state === 'locked');
      await second.panel.untilTopic('rooms', (rooms) => rooms[ROOM_KEY]?.muteAll === true);
      expect(await second.say('still locked down')).toBe(MUTED);
      expect(await second.panel.topic('words')).toMatchObject({ strict: true });
      expect(await second.panel.call('panic:set', { on: false })).toMatchObject({ on: false, rooms: [] });
      expect(await second.say('free again')).toBe(0);
      await second.onAir('free again');
    } finally {
      await second.close();
    }
  });
});

describe('the picture, over the panel socket', () => {
  beforeAll(async () => {
    live = await openConsole(temporaryDir());
    return () => live.close();
  });

  it('tells who is about to go on air, and lets the panel keep them off', async () => {
    await live.panel.call('overlay:configure', { overlayId: 'main', patch: { holdMs: 10_000 } });
    await live.panel.untilTopic('overlays', ({ main }) => main?.holdMs === 10_000);
    await live.say('about to go on air', 'viewer-7');
    const told = await live.panel.event('overlay:waiting', ({ items }) => items.length > 0);
    const item = told.items.find(({ text }) => text === 'about to go on air');
    expect(item).toMatchObject({ roomKey: ROOM_KEY, nick: 'Viewer', userId: 'viewer-7' });
    const asked = await live.panel.call('overlay:waiting', { overlayId: 'main' });
    expect(asked.items.map(({ id }) => id)).toContain(item?.id);
    await live.panel.call('moderation:act', {
      action: { type: 'hide-comment', userId: 'viewer-7', nick: 'Viewer', itemId: item?.id ?? '' },
      rooms: [ROOM_KEY],
    });
    const left = await live.panel.call('overlay:waiting', { overlayId: 'main' });
    expect(left.items.map(({ id }) => id)).not.toContain(item?.id);
    await live.panel.call('overlay:configure', { overlayId: 'main', patch: { holdMs: 0 } });
    await live.panel.event('overlay:waiting', ({ items }) => items.length === 0);
    expect(live.page.shown().map(({ text }) => text)).not.toContain('about to go on air');
  });

  it('shows a pinned comment, says which one it is, and takes it down', async () => {
    await live.say('worth keeping');
    const { id } = await live.panel.comment('worth keeping');
    await live.panel.call('overlay:pin', { roomKey: ROOM_KEY, itemId: id });
    await live.page.frame('show', ({ items }) =>
      items.some(({ kind, text }) => kind === 'pin' && text === 'worth keeping'),
    );
    await live.panel.untilTopic('overlays', ({ main }) => main?.pinned === id);
    await live.panel.call('overlay:unpin', {});
    await live.page.frame('unpin');
    await live.panel.untilTopic('overlays', ({ main }) => main?.pinned === '');
  });

  it('says so where no overlay can show a pinned comment', async () => {
    await live.say('nowhere to go');
    const { id } = await live.panel.comment('nowhere to go');
    await live.panel.call('overlay:configure', { overlayId: 'main', patch: { pin: { on: false } } });
    const refused = await live.panel.refused('overlay:pin', { roomKey: ROOM_KEY, itemId: id });
    expect(refused).toMatchObject({ ok: false, error: { code: 'conflict' } });
    await live.panel.call('overlay:configure', { overlayId: 'main', patch: { pin: { on: true } } });
  });

  it.each([
    ['overlay:pin', { roomKey: ROOM_KEY, itemId: 'gone' }, 'not-found'],
    ['overlay:configure', { overlayId: 'main', patch: { holdMs: 10_001 } }, 'invalid-input'],
    ['overlay:configure', { overlayId: 'main', patch: { hold: 1 } }, 'invalid-input'],
    ['overlay:configure', { overlayId: 'none', patch: {} }, 'not-found'],
    ['overlay:blank', { on: true, overlayId: 'none' }, 'not-found'],
    ['overlay:waiting', { overlayId: 'none' }, 'not-found'],
    ['overlay:rotate', { overlayId: 'none' }, 'not-found'],
    ['panic:set', { on: 'yes' }, 'invalid-input'],
  ])('refuses %s with %j by saying what is wrong', async (call, input, code) => {
    expect(await live.panel.refused(call, input)).toMatchObject({ ok: false, error: { code } });
  });

  it('goes blank and comes back, and a new address cuts off whoever had the old one', async () => {
    await live.panel.call('overlay:blank', { on: true });
    await live.page.frame('blank', ({ on }) => on);
    await live.panel.call('overlay:blank', { on: false, overlayId: 'main' });
    await live.page.frame('blank', ({ on }) => !on);
    const { url } = await live.panel.call('overlay:rotate', { overlayId: 'main' });
    expect(url).not.toBe(live.app.ready.overlayUrl);
    expect(await live.page.closed).toBeGreaterThan(0);
  });
});
