import { gzipSync } from 'node:zlib';
import type { Page } from '@playwright/test';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { comment, joined, like, roomKey } from '../integration/overlay/overlay-rig.ts';
import {
  createPageRig,
  eventually,
  flyingTiles,
  type PageRig,
  width,
} from '../integration/overlay/page-rig.ts';

let pages: PageRig;
beforeAll(async () => {
  pages = await createPageRig();
});
afterEach(() => pages.tidy());
afterAll(() => pages.dispose());

const clientsOf = (rig: Awaited<ReturnType<PageRig['start']>>) => rig.overlays.status().main?.clients ?? [];
const rows = (page: Page) => page.locator('.row').allInnerTexts();

/** Frames that the browser painted during a while, from its own trace. */
const framesPainted = async (page: Page, ms: number): Promise<number> => {
  const session = await pages.browser.newBrowserCDPSession();
  const events: { name: string }[] = [];
  session.on('Tracing.dataCollected', ({ value }) => events.push(...(value as { name: string }[])));
  await session.send('Tracing.start', {
    traceConfig: {
      includedCategories: ['disabled-by-default-devtools.timeline.frame', 'devtools.timeline.frame'],
    },
    transferMode: 'ReportEvents',
  });
  await page.waitForTimeout(ms);
  const done = new Promise((resolve) => session.once('Tracing.tracingComplete', resolve));
  await session.send('Tracing.end');
  await done;
  await session.detach();
  return events.filter(({ name }) => name === 'DrawFrame').length;
};

describe('an idle overlay', () => {
  it('paints no frames, runs no animation and says that it stands still', async () => {
    const rig = await pages.start({ settings: { danmaku: { seconds: 3 }, ticker: { seconds: 1 } } });
    const page = await pages.show(rig.url);
    await eventually(() => clientsOf(rig).length).toBe(1);
    rig.overlays.show(roomKey, [comment('passing by'), like(2), joined('小雨')]);
    await eventually(() => clientsOf(rig)[0]?.fps ?? 0).toBeGreaterThan(10);
    expect(await framesPainted(page, 300)).toBeGreaterThan(3);
    await eventually(() => clientsOf(rig)[0]?.fps).toBe(0);
    expect(await page.evaluate(() => document.getAnimations().length)).toBe(0);
    expect(await framesPainted(page, 1500)).toBe(0);
  });

  it('asks for no animation frames of its own while comments fly', async () => {
    const rig = await pages.start({ settings: { chat: { on: false }, danmaku: { seconds: 3 } } });
    const page = await pages.blankPage();
    await page.addInitScript(() => {
      const ask = window.requestAnimationFrame.bind(window);
      Object.assign(window, { asked: 0 });
      window.requestAnimationFrame = (run) => {
        (window as unknown as { asked: number }).asked += 1;
        return ask(run);
      };
    });
    await page.goto(rig.url);
    await eventually(() => clientsOf(rig).length).toBe(1);
    rig.overlays.show(roomKey, [comment('carried by the compositor')]);
    await eventually(() => clientsOf(rig)[0]?.fps ?? 0).toBeGreaterThan(10);
    await eventually(() => clientsOf(rig)[0]?.onScreen).toBe(0);
    const asked = await page.evaluate(() => (window as unknown as { asked: number }).asked);
    // Twice half a second of frames is counted for the figures; a loop would have asked for all 180.
    expect(asked).toBeLessThan(75);
  });
});

describe('an overlay after a rush', () => {
  it('keeps no more canvases than cover the picture', async () => {
    const rig = await pages.start({ settings: { chat: { on: false }, danmaku: { seconds: 4, lanes: 2 } } });
    const page = await pages.blankPage();
    await page.addInitScript(() => {
      const make = document.createElement.bind(document);
      const canvases: WeakRef<Element>[] = [];
      const alive = () => canvases.filter((one) => one.deref() !== undefined).length;
      const createElement = (tag: string) => {
        const made = make(tag);
        if (tag === 'canvas') canvases.push(new WeakRef(made));
        return made;
      };
      Object.assign(window, { alive });
      Object.assign(document, { createElement });
    });
    await page.goto(rig.url);
    await eventually(() => clientsOf(rig).length).toBe(1);
    const covering = Math.ceil(width / 512) + 1;
    const leftOfFirstTile = async () => (await page.locator('.fly-band canvas').first().boundingBox())?.x;
    // The second stands outside, as wide as the picture, while the first is on it.
    rig.overlays.show(roomKey, [comment('first '.repeat(40))]);
    await eventually(leftOfFirstTile).toBeLessThan(400);
    rig.overlays.show(roomKey, [comment('second '.repeat(40))]);
    await eventually(() => flyingTiles(page)).toBeGreaterThan(covering);
    await eventually(() => flyingTiles(page)).toBe(0);
    const session = await page.context().newCDPSession(page);
    const alive = async () => {
      await session.send('HeapProfiler.collectGarbage');
      return page.evaluate(() => (window as unknown as { alive: () => number }).alive());
    };
    // One more measures the widths of words.
    await eventually(alive).toBeLessThanOrEqual(covering + 1);
  });
});

describe('an overlay that was hidden', () => {
  it('drops what flew and never replays what came meanwhile', async () => {
    const rig = await pages.start();
    const page = await pages.show(rig.url);
    await eventually(() => clientsOf(rig).length).toBe(1);
    const turn = (visible: boolean) =>
      page.evaluate(
        (on) => window.dispatchEvent(new CustomEvent('obsSourceVisibleChanged', { detail: { visible: on } })),
        visible,
      );
    rig.overlays.show(roomKey, [comment('before')]);
    await eventually(() => page.locator('.fly-band canvas').count()).toBeGreaterThan(0);
    await turn(false);
    for (let index = 0; index < 50; index += 1)
      rig.overlays.show(roomKey, [comment(`meanwhile ${index}`), like(10)]);
    await eventually(() => rows(page)).toContainEqual(expect.stringContaining('meanwhile 49'));
    await turn(true);
    expect(await page.locator('.fly-band canvas').count()).toBe(0);
    expect(await page.locator('.like').count()).toBe(0);
    rig.overlays.show(roomKey, [comment('after')]);
    await eventually(() => page.locator('.fly-band canvas').count()).toBeGreaterThan(0);
  });
});

describe('an overlay and its server', () => {
  it('find each other again after a restart, at the same address, and the picture starts empty', async () => {
    const first = await pages.start();
    const page = await pages.show(first.url);
    await eventually(() => clientsOf(first).length).toBe(1);
    first.overlays.show(roomKey, [comment('from the first run')]);
    await eventually(() => rows(page)).toHaveLength(1);
    first.overlays.handOut('main');
    const document = first.document();
    await first.overlays.dispose();
    const second = await pages.start({ document });
    expect(second.url).toBe(first.url);
    await eventually(() => clientsOf(second).length).toBe(1);
    await eventually(() => rows(page)).toEqual([]);
    second.overlays.show(roomKey, [comment('from the second run')]);
    await eventually(() => rows(page)).toEqual([expect.stringContaining('from the second run')]);
  });

  it('take everything off when Livedeck stays away, because nobody could purge it any more', async () => {
    const rig = await pages.start();
    const page = await pages.show(rig.url);
    await eventually(() => clientsOf(rig).length).toBe(1);
    rig.overlays.show(roomKey, [comment('left behind')]);
    await eventually(() => rows(page)).toHaveLength(1);
    await rig.overlays.dispose();
    await eventually(() => rows(page)).toEqual([]);
  });

  it('never show a comment that was purged while the page was away', async () => {
    const rig = await pages.start();
    const page = await pages.blankPage();
    // Lets the test cut this page's connection and keep it away for a while.
    await page.addInitScript(() => {
      class Cuttable extends WebSocket {
        constructor(url: string | URL) {
          super('away' in window && window.away === true ? String(url).replace('/o/', '/away/') : url);
          Object.assign(window, { live: this });
        }
      }
      window.WebSocket = Cuttable;
    });
    await page.goto(rig.url);
    await eventually(() => clientsOf(rig).length).toBe(1);
    rig.overlays.show(roomKey, [comment('bad', { id: 'bad-1', userId: 'troll' }), comment('good')]);
    await eventually(() => rows(page)).toHaveLength(2);
    await page.evaluate(() => {
      const { live } = Object.assign(window, { away: true }) as unknown as { live: WebSocket };
      live.close();
    });
    await eventually(() => clientsOf(rig).length).toBe(0);
    expect((await rig.overlays.purge({ ids: ['bad-1'] })).receipts).toEqual([]);
    await page.evaluate(() => Object.assign(window, { away: false }));
    await eventually(() => clientsOf(rig).length).toBe(1);
    await eventually(() => rows(page)).toEqual([expect.stringContaining('good')]);
    rig.overlays.show(roomKey, [comment('bad', { id: 'bad-1' }), comment('next')]);
    await eventually(() => rows(page)).toContainEqual(expect.stringContaining('next'));
    expect((await rows(page)).join()).not.toContain('bad');
  });

  it('call a page silent that should be painted and is not, and believe one that OBS has switched off', async () => {
    const rig = await pages.start();
    const page = await pages.blankPage();
    // What a browser does whose frames nobody takes.
    await page.addInitScript(() => {
      window.requestAnimationFrame = () => 0;
    });
    await page.goto(rig.url);
    await eventually(() => clientsOf(rig).length).toBe(1);
    expect((await rig.overlays.purge({ all: true })).receipts).toMatchObject([{ answered: false }]);
    await page.evaluate(() =>
      window.dispatchEvent(new CustomEvent('obsSourceVisibleChanged', { detail: { visible: false } })),
    );
    expect((await rig.overlays.purge({ all: true })).receipts).toMatchObject([{ answered: true }]);
  });

  it('say "waiting" in the panel’s preview and nothing on air', async () => {
    const rig = await pages.start();
    const onAir = await pages.show(rig.url);
    const preview = await pages.show(`${rig.url}?preview=1`);
    await eventually(() => clientsOf(rig).length).toBe(2);
    expect(clientsOf(rig).map((client) => client.preview)).toEqual([false, true]);
    expect(await preview.locator('.waiting').isHidden()).toBe(true);
    await rig.overlays.dispose();
    await eventually(() => preview.locator('.waiting').isVisible()).toBe(true);
    expect(await onAir.locator('.waiting').isVisible()).toBe(false);
  });

  it('agree on a purge at once with three overlays under load', async () => {
    const rig = await pages.start();
    const ids = [rig.overlays.create('Vertical'), rig.overlays.create('Corner')].map((made) =>
      made.ok ? made.value : '',
    );
    const urls = [rig.url, ...ids.map((id) => rig.overlays.url(id)).map((url) => (url.ok ? url.value : ''))];
    for (const id of ids) rig.overlays.configure(id, { holdMs: 0 });
    for (const url of urls) await pages.show(url);
    const states = () => Object.values(rig.overlays.status());
    await eventually(() => states().every(({ clients }) => clients.length === 1)).toBe(true);
    const load = setInterval(() => rig.overlays.show(roomKey, [comment(`load ${Math.random()}`)]), 25);
    // How long it takes is the bench's to hold; here other suites share the machine.
    for (let round = 0; round < 20; round += 1) {
      const target = comment('purge me', { userId: `troll-${round}` });
      rig.overlays.show(roomKey, [target]);
      const { receipts } = await rig.overlays.purge({ ids: [target.id] });
      expect(receipts.map(({ answered }) => answered)).toEqual([true, true, true]);
    }
    clearInterval(load);
  });
});

describe('the page as it is shipped', () => {
  it('is under 60 kB, compressed', () => {
    const size = [...pages.assets.values()].reduce((sum, { body }) => sum + gzipSync(body).length, 0);
    expect(size).toBeLessThan(60_000);
  });
});
