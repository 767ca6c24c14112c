import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { Place } from '../../main/contract/models/overlay.ts';
import { testPattern } from '../../main/contract/models/test-pattern.ts';
import { comment, gift, joined, notice, roomKey } from '../integration/overlay/overlay-rig.ts';
import {
  createPageRig,
  eventually,
  flyingTiles,
  height,
  only,
  type PageRig,
  whole,
  width,
} from '../integration/overlay/page-rig.ts';
import { countPixels, type PixelCount } from '../integration/overlay/pixels.ts';

let rig: PageRig;
beforeAll(async () => {
  rig = await createPageRig();
});
afterEach(() => rig.tidy());
afterAll(() => rig.dispose());

describe('the overlay over transparency', () => {
  it('is wholly clear while nothing is shown', async () => {
    const { page } = await rig.open();
    const [count] = await countPixels(page, [whole]);
    expect(count).toEqual({ clear: width * height, partial: 0, opaque: 0, box: null });
  });

  it('has opaque letters, hard edges and nothing elsewhere', async () => {
    const { page, overlays } = await rig.open(only('chat'));
    overlays.show(roomKey, [comment('不透明的字 opaque')]);
    await page.locator('.row').waitFor();
    // The row comes in with a short fade.
    await page.waitForFunction(() => document.getAnimations().length === 0);
    const [count] = await countPixels(page, [whole]);
    if (!count?.box) throw new Error('Nothing is to be seen');
    expect(count.opaque).toBeGreaterThan(2000);
    // Only the outline's smoothing is in between.
    expect(count.partial).toBeLessThan(count.opaque * 0.4);
    expect(count.box.w).toBeLessThan(width * 0.35);
    expect(count.box.h).toBeLessThan(60);
  });

  it('gives flying emoji the same hard edge, and says by a word who speaks for the room', async () => {
    const { page, overlays } = await rig.open({
      ...only('danmaku'),
      danmaku: { on: true, size: 120 },
      colours: { text: '#ffffff', outline: '#ff00ff', accent: '#00ffff', card: null },
    });
    const coloured = (colour: readonly [number, number, number]) =>
      page.evaluate(
        (wanted) =>
          [...document.querySelectorAll<HTMLCanvasElement>('.fly-band canvas')].reduce((sum, tile) => {
            const { data } = tile.getContext('2d')?.getImageData(0, 0, tile.width, tile.height) ?? {
              data: [],
            };
            let found = 0;
            for (let at = 0; at < data.length; at += 4)
              if (data[at + 3] === 255 && wanted.every((part, index) => part === data[at + index]))
                found += 1;
            return sum + found;
          }, 0),
        colour,
      );
    const edge = () => coloured([255, 0, 255]);
    const badge = () => coloured([0, 255, 255]);
    overlays.show(roomKey, [comment('🌸')]);
    await eventually(edge).toBeGreaterThan(300);
    expect(await badge()).toBe(0);
    // As wide as the word, and not only its letters.
    overlays.show(roomKey, [comment('🌸', { role: 'vj' })]);
    await eventually(badge).toBeGreaterThan(2000);
  });

  it('flies comments in their area only', async () => {
    const { page, overlays } = await rig.open(only('danmaku'));
    overlays.show(roomKey, [comment('在指定区域飞过的弹幕'), comment('another one')]);
    await eventually(() => flyingTiles(page)).toBeGreaterThan(0);
    const top = { x: 0, y: 0, w: width, h: Math.round(height * 0.45) };
    const rest = { x: 0, y: top.h, w: width, h: height - top.h };
    await eventually(async () => (await countPixels(page, [top]))[0]?.opaque ?? 0).toBeGreaterThan(2000);
    const [, below] = await countPixels(page, [top, rest]);
    expect(below?.box).toBeNull();
  });

  it('leaves safe zones clear', async () => {
    const face = { x: 0.6, y: 0, w: 0.4, h: 0.3 };
    const { page, overlays } = await rig.open({
      ...only('danmaku'),
      safeZones: [face],
      danmaku: { on: true, seconds: 3 },
    });
    for (let index = 0; index < 30; index += 1) overlays.show(roomKey, [comment(`flying comment ${index}`)]);
    const zone = { x: width * 0.6, y: 0, w: width * 0.4, h: height * 0.3 };
    const left = { x: 0, y: 0, w: width * 0.2, h: height * 0.45 };
    const pictures: (readonly PixelCount[])[] = [];
    // Until the first comments have crossed the whole width.
    const crossed = async () => {
      pictures.push(await countPixels(page, [zone, left]));
      return pictures.at(-1)?.[1]?.opaque ?? 0;
    };
    await eventually(crossed).toBeGreaterThan(1000);
    expect(pictures.map(([inZone]) => inZone?.box)).toEqual(pictures.map(() => null));
  });

  it('fills everything with the key colour for tools that need one', async () => {
    const { page } = await rig.open({ keyColour: '#00ff00' });
    const [count] = await countPixels(page, [whole]);
    expect(count?.opaque).toBe(width * height);
  });

  it('is clear again within the answer to a purge', async () => {
    const { page, overlays } = await rig.open();
    overlays.show(roomKey, [comment('away with me'), joined('小雨'), gift('Rocket', 1), notice('news')]);
    overlays.pin(roomKey, comment('pinned'));
    await page.locator('.row').waitFor();
    await eventually(() => flyingTiles(page)).toBeGreaterThan(0);
    const { receipts } = await overlays.purge({ all: true });
    const [count] = await countPixels(page, [whole]);
    expect(count?.box).toBeNull();
    expect(receipts).toMatchObject([{ answered: true }]);
    // Each once, although the comment both flew and stood in the chat box.
    expect(receipts[0]?.removed).toBe(5);
  });

  it('shows nothing at all while it is blanked', async () => {
    const { page, overlays } = await rig.open();
    overlays.show(roomKey, [comment('one')]);
    await page.locator('.row').waitFor();
    overlays.blank(true);
    overlays.show(roomKey, [comment('two')]);
    await eventually(() => page.locator('#stage').isHidden()).toBe(true);
    expect((await countPixels(page, [whole]))[0]?.box).toBeNull();
  });
});

describe('the test pattern', () => {
  it('stands alone, exactly where it should, and moves', async () => {
    const { page, overlays } = await rig.open();
    overlays.show(roomKey, [comment('behind the pattern')]);
    await page.locator('.row').waitFor();
    overlays.showTestPattern('main', true);
    await page.locator('.pattern').waitFor();
    const at = ({ x, y, w, h }: Place) => ({
      x: Math.ceil(x * width),
      y: Math.ceil(y * height),
      w: Math.floor(w * width) - 1,
      h: Math.floor(h * height) - 1,
    });
    const { corners, half, clear } = testPattern;
    const [corner, seeThrough, ...empty] = await countPixels(page, [
      at(corners.bottomRight.place),
      at(half.place),
      ...clear.map(({ x, y }) => at({ x: x - 0.02, y: y - 0.02, w: 0.04, h: 0.04 })),
    ]);
    expect([corner?.clear, corner?.partial]).toEqual([0, 0]);
    expect([seeThrough?.clear, seeThrough?.opaque]).toEqual([0, 0]);
    expect(empty.map(({ box }) => box)).toEqual(clear.map(() => null));
    const litCell = () =>
      page.evaluate(() =>
        [...document.querySelectorAll<HTMLElement>('.pattern-block')]
          .slice(-8)
          .findIndex((node) => getComputedStyle(node).backgroundColor === 'rgb(255, 255, 255)'),
      );
    const first = await litCell();
    await eventually(litCell).not.toBe(first);
    overlays.showTestPattern('main', false);
    await eventually(() => page.locator('.pattern').count()).toBe(0);
    expect(await page.locator('.row').isVisible()).toBe(true);
  });

  it('is not shown while the overlay is blanked', async () => {
    const { page, overlays } = await rig.open();
    overlays.blank(true);
    overlays.showTestPattern('main', true);
    await eventually(() => page.locator('.pattern').count()).toBe(1);
    expect((await countPixels(page, [whole]))[0]?.box).toBeNull();
  });
});
