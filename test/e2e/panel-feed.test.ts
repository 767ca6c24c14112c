import { describe, expect, it } from 'vitest';
import { cleanVerdict } from '../../main/contract/models/verdict.ts';
import { feedOf, fromEnd, rowsInSight } from '../support/panel-host/open-panel.ts';
import { panelPerTest } from '../support/panel-host/panel-per-test.ts';
import { nasty } from '../support/panel-host/texts.ts';
import { roomKeyOf } from '../support/panel-host/world.ts';

const panel = panelPerTest();

const NIGHT = roomKeyOf('night-show');
/** 200 a second for a while. */
const A_STORM = 500;

const said = (id: string, text: string, nick = id) => ({
  id,
  at: Date.now(),
  receivedAt: Date.now(),
  kind: 'comment' as const,
  person: { userId: id, nick },
  text,
  danmaku: false,
  own: false,
  verdict: cleanVerdict,
});

const newPill = () => panel.page.getByRole('button', { name: /^[\d,]+ new$/ });
const newCount = async () => Number(((await newPill().textContent()) ?? '').replace(/\D/g, ''));

/** Holds, lets a storm pass, and tells what could be seen before and after it. */
const throughAStorm = async () => {
  const before = await rowsInSight(panel.page, 'night-show');
  await panel.host.fed(A_STORM);
  await expect.poll(newCount).toBeGreaterThan(A_STORM / 2);
  return { before, after: await rowsInSight(panel.page, 'night-show') };
};

describe('a feed in a storm of 200 a second', () => {
  it('holds still while the selection moves, and one button brings it back to the newest', async () => {
    const { host, page } = await panel.open();
    host.fill('night-show', 200);
    await host.fed(200);
    await page.keyboard.press('k');
    await page.keyboard.press('k');
    await newPill().waitFor();
    const { before, after } = await throughAStorm();
    expect(before.length).toBeGreaterThan(20);
    expect(after).toEqual(before);
    await newPill().click();
    await expect.poll(() => fromEnd(page, 'night-show')).toBeLessThanOrEqual(8);
    await expect.poll(() => newPill().count()).toBe(0);
  });

  it('holds still from Space to Space', async () => {
    const { host, page } = await panel.open();
    host.fill('night-show', 200);
    await host.fed(200);
    await page.keyboard.press(' ');
    await newPill().waitFor();
    const { before, after } = await throughAStorm();
    expect(after).toEqual(before);
    await page.keyboard.press(' ');
    await expect.poll(() => fromEnd(page, 'night-show')).toBeLessThanOrEqual(8);
  });

  it('holds still for a reader who scrolled up, and follows again at the end', async () => {
    const { host, page } = await panel.open();
    host.fill('night-show', 200);
    await host.fed(400);
    await feedOf(page, 'night-show').hover();
    await page.mouse.wheel(0, -600);
    await newPill().waitFor();
    await expect.poll(() => fromEnd(page, 'night-show')).toBeGreaterThan(300);
    await page.mouse.move(2, 300);
    const { before, after } = await throughAStorm();
    expect(after).toEqual(before);
    await page.keyboard.press('End');
    await expect.poll(() => fromEnd(page, 'night-show')).toBeLessThanOrEqual(8);
  });

  it('holds still while the pointer aims, and goes on by itself when it rests', async () => {
    const { host, page } = await panel.open();
    host.fill('night-show', 200);
    await host.fed(200);
    await feedOf(page, 'night-show').hover();
    await newPill().waitFor();
    await expect.poll(() => newPill().count(), { timeout: 10_000 }).toBe(0);
    await expect.poll(() => fromEnd(page, 'night-show')).toBeLessThanOrEqual(8);
  });

  it('keeps a small page however much comes, and every event can be opened', async () => {
    const { host, page } = await panel.open({ past: 400 });
    for (let come = 2_000; come <= 22_000; come += 2_000) {
      host.pour('night-show', 2_000);
      host.feed(NIGHT, [said(`counter-${come}`, `that were ${come}`)]);
      await feedOf(page, 'night-show').getByText(`that were ${come}`).waitFor();
    }
    host.pour('night-show', 200);
    await expect.poll(() => feedOf(page, 'night-show').getByRole('treeitem').count()).toBeLessThan(120);
    await page.keyboard.press(' ');
    const inSight = await rowsInSight(page, 'night-show');
    const fold = page.locator(inSight.map(({ id }) => `[data-row="${id}"][aria-expanded]`).join()).first();
    await fold.getByRole('button', { name: /^Show all/ }).click();
    await expect.poll(() => page.getByRole('treeitem', { level: 2 }).count()).toBeGreaterThan(1);
  });
});

describe('a feed tells the truth about what it missed', () => {
  it('marks a gap with its length and cause, and what this window had to leave out', async () => {
    const { host, page } = await panel.open();
    const at = Date.now();
    const gap = {
      id: 'gap',
      at,
      receivedAt: at,
      kind: 'gap',
      from: at - 12_000,
      to: at,
      recovered: false,
    } as const;
    host.feed(NIGHT, [{ ...gap, cause: 'connection' }]);
    host.feed(NIGHT, [{ ...gap, id: 'gap-2', cause: 'feed-process' }], 42);
    await page.getByText('Blind for 12 s').first().waitFor();
    await page.getByText('the connection was lost').waitFor();
    await page.getByText('the feed process stopped and was started again').waitFor();
    await page.getByText('42 lines left out').waitFor();
  });

  it('shows how long a room has been away, and why one failed', async () => {
    const { host, page } = await panel.open({ rooms: ['night-show', 'studio'] });
    const { rooms } = host.state.values;
    host.state.patch('pressure', { [roomKeyOf('studio')]: [40, 41] });
    host.state.patch('rooms', {
      [NIGHT]: {
        ...rooms[NIGHT],
        connection: { state: 'reconnecting', since: Date.now() - 12_000, attempt: 2 },
      },
      [roomKeyOf('studio')]: {
        ...rooms[roomKeyOf('studio')],
        connection: {
          state: 'failed',
          since: 0,
          error: {
            code: 'refused-by-service',
            text: { en: 'This room is gone.', 'zh-CN': '房间已不存在。' },
            vendor: { code: 10010, info: '' },
            retryable: false,
          },
        },
      },
    });
    await page.getByText(/Blind for 1[23] s/).waitFor();
    await page.getByText('Not connected', { exact: true }).waitFor();
    await page.getByText('This room is gone.').waitFor();
    await page.getByText('The service is dropping low-priority messages now.').waitFor();
  });

  it('goes back into what the host remembers', async () => {
    const { host, page } = await panel.open({ past: 2_500 });
    await feedOf(page, 'night-show').hover();
    const pages = () =>
      host.seen.filter(({ call, input }) => call === 'feed:recent' && 'before' in (input as object));
    await expect
      .poll(
        async () => {
          await page.mouse.wheel(0, -6_000);
          return pages().length;
        },
        { timeout: 20_000 },
      )
      .toBeGreaterThanOrEqual(2);
  });
});

describe('pictures that viewers send', () => {
  const PICTURES = 'https://pictures.example/';
  const pixel = Buffer.from(
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
    'base64',
  );
  const now = () => ({ at: Date.now(), receivedAt: Date.now() });
  const sender = { userId: 'painter', nick: '画家', avatar: `${PICTURES}face.png` };
  const sent = () => [
    { ...said('with-face', 'hello'), person: sender },
    {
      ...now(),
      id: 'picture',
      kind: 'custom' as const,
      person: { ...sender, avatar: `${PICTURES}gone.png` },
      label: 'image',
      sample: '',
      imageUrl: `${PICTURES}sunset.png`,
    },
  ];

  it('are not asked for until somebody says so; then they change no box, and a broken one is stood in for', async () => {
    const { host, page, complaints } = await panel.open();
    const asked: { readonly url: string; readonly referrer: string | undefined }[] = [];
    let answer = () => undefined as unknown;
    const asks = new Promise((done) => {
      answer = () => done(undefined);
    });
    await page.route(`${PICTURES}**`, async (route) => {
      const request = route.request();
      asked.push({ url: request.url(), referrer: request.headers().referer });
      await asks;
      if (request.url().endsWith('gone.png')) await route.fulfill({ status: 404 });
      else await route.fulfill({ contentType: 'image/png', body: pixel });
    });
    host.feed(NIGHT, sent());
    await page.getByText('sent a picture').waitFor();
    expect(asked).toEqual([]);
    expect(await feedOf(page, 'night-show').locator('img, .avatar').count()).toBe(0);

    host.state.patch('settings', { remoteImages: true });
    await expect.poll(() => asked.length).toBe(3);
    const rows = feedOf(page, 'night-show')
      .locator('[data-row]')
      .filter({ has: page.locator('img') });
    const boxes = () => rows.evaluateAll((all) => all.map((row) => row.getBoundingClientRect().toJSON()));
    const before = await boxes();
    answer();
    await expect
      .poll(() =>
        page.getByRole('img', { name: 'Picture' }).evaluate((one) => (one as HTMLImageElement).naturalWidth),
      )
      .toBe(1);
    // The face that is gone gives way to the first sign of the name.
    await expect.poll(() => rows.nth(1).locator('.avatar').textContent()).toBe('画');
    expect(await boxes()).toEqual(before);
    expect(before.map(({ height }) => height)).toEqual([22, 56]);
    expect(asked.map(({ referrer }) => referrer)).toEqual([undefined, undefined, undefined]);
    expect(complaints.filter((one) => !one.includes('404'))).toEqual([]);
  });
});

describe('texts that break layouts', () => {
  it('stay inside their rows and change nothing around them', async () => {
    const { host, page, complaints } = await panel.open({ rooms: ['night-show', 'market'] });
    const texts = [...Object.values(nasty), 'A'.repeat(1_000_000), 'the last line is whole'];
    host.feed(
      NIGHT,
      texts.map((text, index) => ({ ...said(`nasty-${index}`, text, text.slice(0, 500)), danmaku: true })),
    );
    await page.getByText('the last line is whole').first().waitFor();
    const broken = await feedOf(page, 'night-show').evaluate((feed) => {
      const frame = feed.getBoundingClientRect();
      const rows = [...feed.querySelectorAll<HTMLElement>('[data-row]')];
      return {
        sideways: feed.scrollWidth > feed.clientWidth,
        page: document.documentElement.scrollWidth > window.innerWidth,
        outside: rows.filter((row) => row.getBoundingClientRect().right > frame.right).length,
        tall: rows.filter((row) => row.getBoundingClientRect().height > 3 * 18 + 4).length,
        images: feed.querySelectorAll('img').length,
        nickAfterText: rows.filter((row) => {
          const nick = row.querySelector('.nick')?.getBoundingClientRect();
          const words = row.querySelector('.words')?.getClientRects()[0];
          return (
            nick !== undefined && words !== undefined && nick.top === words.top && nick.left > words.left
          );
        }).length,
      };
    });
    expect(broken).toEqual({
      sideways: false,
      page: false,
      outside: 0,
      tall: 0,
      images: 0,
      nickAfterText: 0,
    });
    expect(await page.title()).toBe('Livedeck');
    expect(complaints).toEqual([]);
  });
});
