import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readPageAssets } from '../../../main/core/page/page-assets.ts';
import { comment, gift, joined, like, notice, overlaysPerTest, roomKey } from './overlay-rig.ts';
import { openPage } from './page-double.ts';

const start = overlaysPerTest();

describe('what goes on air', () => {
  it('is what was let through, ready to show', async () => {
    const rig = await start();
    const page = await openPage(rig);
    rig.overlays.show(roomKey, [
      comment('hello', { nick: 'Mia' }),
      comment('held', { level: 'hold' }),
      comment('blocked', { level: 'block' }),
      comment('flagged', { level: 'flag' }),
      like(3),
      gift('Rocket', 2, { nick: 'BAD name' }),
      joined('小雨'),
      notice('BAD notice'),
    ]);
    const { items } = await page.frame('show');
    expect(items.map(({ kind, nick, text, count }) => [kind, nick, text, count])).toEqual([
      ['comment', 'Mia', 'hello', undefined],
      ['comment', 'u1', 'flagged', undefined],
      ['like', '', '', 3],
      ['gift', '', 'Rocket', 2],
      ['join', '小雨', '', 1],
    ]);
    expect(items.map(({ seq }) => seq)).toEqual([1, 2, 3, 4, 5]);
  });

  it('waits in the air lock, where the panel can see and stop it', async () => {
    const rig = await start({ settings: { holdMs: 300 } });
    const page = await openPage(rig);
    const [stopped, passed] = [comment('stop me'), comment('let me')];
    rig.overlays.show(roomKey, [stopped, passed]);
    expect(rig.overlays.waiting('main').map(({ id, text }) => [id, text])).toEqual([
      [stopped.id, 'stop me'],
      [passed.id, 'let me'],
    ]);
    expect(await rig.overlays.purge({ ids: [stopped.id] })).toMatchObject({ waiting: 1 });
    expect((await page.frame('show')).items.map(({ text }) => text)).toEqual(['let me']);
  });

  it('is only from the rooms of the overlay', async () => {
    const rig = await start({ settings: { rooms: ['account/other'] } });
    const page = await openPage(rig);
    rig.overlays.show(roomKey, [comment('here')]);
    rig.overlays.show('account/other', [comment('there')]);
    expect((await page.frame('show')).items.map(({ text }) => text)).toEqual(['there']);
  });

  it('is nothing while it is blanked, and nothing of that time afterwards', async () => {
    const rig = await start({ settings: { holdMs: 200 } });
    const page = await openPage(rig);
    rig.overlays.show(roomKey, [comment('waiting')]);
    rig.overlays.blank(true);
    rig.overlays.show(roomKey, [comment('meanwhile')]);
    expect(rig.overlays.waiting('main')).toEqual([]);
    await page.frame('blank', ({ on }) => on);
    const late = await openPage(rig);
    expect(await late.frame('hello')).toMatchObject({ blank: true });
    rig.overlays.blank(false);
    rig.overlays.show(roomKey, [comment('after')]);
    await page.frame('show');
    expect(page.shown().map(({ text }) => text)).toEqual(['after']);
  });
});

describe('a room that an overlay is to show no more', () => {
  const other = 'account/other';

  it('goes on air no more from the air lock', async () => {
    const rig = await start({ settings: { holdMs: 300 } });
    const page = await openPage(rig);
    rig.overlays.show(other, [comment('raided')]);
    rig.overlays.show(roomKey, [comment('at home')]);
    rig.overlays.configure('main', { rooms: [roomKey] });
    expect(rig.overlays.waiting('main').map(({ text }) => text)).toEqual(['at home']);
    await page.frame('show');
    expect(page.shown().map(({ text }) => text)).toEqual(['at home']);
  });

  it('leaves the picture with its rows and its pin, on pages that come later, too', async () => {
    const rig = await start();
    const page = await openPage(rig);
    rig.overlays.show(other, [comment('raided')]);
    rig.overlays.show(roomKey, [comment('at home')]);
    rig.overlays.pin(other, comment('pinned there'));
    await page.frame('show', ({ items }) => items.some(({ text }) => text === 'at home'));
    rig.overlays.configure('main', { rooms: [roomKey] });
    const order = await page.frame('purge');
    const taken = page.shown().filter(({ room, seq }) => room === order.room && seq <= order.upTo);
    expect(taken.map(({ text }) => text)).toEqual(['raided', 'pinned there']);
    await page.frame('unpin');
    expect(rig.overlays.status().main?.pinned).toBe('');
    const late = await (await openPage(rig)).frame('hello');
    expect(late.purged.map(({ room }) => room)).toEqual([order.room]);
    expect(late.pin).toBeNull();
  });

  it('is shown again from the moment it is let back in', async () => {
    const rig = await start();
    const page = await openPage(rig);
    rig.overlays.show(other, [comment('before')]);
    rig.overlays.configure('main', { rooms: [roomKey] });
    rig.overlays.configure('main', { rooms: null });
    rig.overlays.show(other, [comment('after')]);
    const { upTo } = await page.frame('purge');
    const { items } = await page.frame('show', (frame) => frame.items.some(({ text }) => text === 'after'));
    expect(items[0]?.seq).toBeGreaterThan(upTo);
  });
});

describe('a blank picture', () => {
  it('is still blank after a restart, and so is an overlay that is made meanwhile', async () => {
    const first = await start();
    first.overlays.blank(true);
    expect(first.overlays.create('Vertical', 'vertical').ok).toBe(true);
    await first.end();
    const second = await start({ document: structuredClone(first.document()) });
    expect(await (await openPage(second)).frame('hello')).toMatchObject({ blank: true });
    expect(Object.values(second.overlays.status()).map(({ blank }) => blank)).toEqual([true, true]);
    second.overlays.blank(false, 'main');
    expect(second.overlays.create('On air').ok).toBe(true);
    expect(Object.values(second.overlays.status()).map(({ blank }) => blank)).toEqual([false, true, false]);
  });
});

describe('the overlay’s address', () => {
  it('stays the same over a restart', async () => {
    const first = await start();
    first.overlays.handOut('main');
    await first.end();
    const second = await start({ document: first.document(), extra: { preferredPort: 1 } });
    expect(second.url).toBe(first.url);
  });

  it('moves to a free port where its own is taken, and back, unless somebody was given the new address', async () => {
    const first = await start();
    first.overlays.handOut('main');
    await first.end();
    const squatter = createServer();
    await new Promise<void>((resolve) => squatter.listen(first.port, '127.0.0.1', resolve));
    const second = await start({ document: first.document() });
    expect(second.port).not.toBe(first.port);
    await openPage(second, second.url, { obs: false });
    await second.end();
    await new Promise((resolve) => squatter.close(resolve));
    const third = await start({ document: second.document() });
    expect(third.url).toBe(first.url);
    const moved = await start({ document: third.document() });
    moved.overlays.handOut('main');
    await Promise.all([third.end(), moved.end()]);
    expect((await start({ document: moved.document() })).url).toBe(moved.url);
  });

  it('is kept where OBS shows it, however OBS got it', async () => {
    const first = await start();
    const page = await openPage(first);
    await expect.poll(() => first.overlays.status().main?.clients.length).toBe(1);
    await page.close();
    await first.end();
    expect((await start({ document: first.document(), extra: { preferredPort: 1 } })).url).toBe(first.url);
  });

  it('is cut off and new once it is renewed', async () => {
    const rig = await start();
    const page = await openPage(rig);
    const renewed = rig.overlays.rotate('main');
    await page.closed;
    expect(renewed.ok && renewed.value !== rig.url).toBe(true);
    expect((await fetch(rig.url)).status).toBe(404);
    expect((await fetch(renewed.ok ? renewed.value : '')).status).toBe(200);
  });

  it('is not known for an overlay that does not exist', async () => {
    const rig = await start();
    expect(rig.overlays.url('nobody')).toMatchObject({ ok: false, error: { code: 'not-found' } });
  });
});

describe('the overlay page on disk', () => {
  it('is read whole, by the paths under which it is served', async () => {
    const dir = await mkdtemp(join(tmpdir(), 'livedeck-assets-'));
    await mkdir(join(dir, 'assets'));
    await writeFile(join(dir, 'index.html'), '<!doctype html>');
    await writeFile(join(dir, 'assets/a.css'), 'a{}');
    await writeFile(join(dir, 'assets/secret.map'), '{}');
    const read = await readPageAssets(dir);
    await rm(dir, { recursive: true });
    expect(read.ok ? [...read.value.keys()].sort() : read).toEqual(['', 'assets/a.css']);
  });

  it('is asked for in plain words where it is missing', async () => {
    const read = await readPageAssets(join(tmpdir(), 'livedeck-no-such-folder'));
    expect(read).toMatchObject({ ok: false, error: { code: 'not-ready' } });
    expect(read.ok ? '' : read.error.remedy?.en).toContain('npm run build');
  });
});

describe('the overlay’s state', () => {
  it('tells who is connected, how big, and how smooth', async () => {
    const changes: string[] = [];
    const rig = await start({ extra: { onChange: (id) => changes.push(id) } });
    const page = await openPage(rig);
    page.send({ type: 'frames', fps: 59.8, onScreen: 12 });
    await expect.poll(() => rig.overlays.status().main?.clients[0]?.fps).toBe(59.8);
    expect(rig.overlays.status().main).toMatchObject({
      id: 'main',
      blank: false,
      waiting: 0,
      port: rig.port,
      clients: [{ width: 1920, height: 1080, chromium: 127, obs: true, onScreen: 12, preview: false }],
    });
    await page.close();
    await expect.poll(() => rig.overlays.status().main?.clients).toEqual([]);
    await expect.poll(() => changes.includes('main')).toBe(true);
  });

  it('hands new settings to the pages at once and refuses wrong ones', async () => {
    const rig = await start();
    const page = await openPage(rig);
    rig.overlays.configure('main', { theme: 'paper', chat: { rows: 3 } });
    expect(
      (await page.frame('settings', ({ settings }) => settings.theme === 'paper')).settings.chat.rows,
    ).toBe(3);
    expect(rig.overlays.configure('main', { theme: 'nope' }).ok).toBe(false);
  });
});
