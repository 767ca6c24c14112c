import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { overlayThemes } from '../../main/contract/models/overlay.ts';
import { comment, gift, joined, like, notice, roomKey } from '../integration/overlay/overlay-rig.ts';
import {
  createPageRig,
  eventually,
  flyingTiles,
  height,
  only,
  type PageRig,
  width,
} from '../integration/overlay/page-rig.ts';
import { countPixels } from '../integration/overlay/pixels.ts';

let rig: PageRig;
beforeAll(async () => {
  rig = await createPageRig();
});
afterEach(() => rig.tidy());
afterAll(() => rig.dispose());

describe('comments in the overlay', () => {
  it('fly in lanes without touching each other', async () => {
    const { page, overlays } = await rig.open({ ...only('danmaku'), danmaku: { on: true, seconds: 4 } });
    for (let index = 0; index < 40; index += 1) {
      overlays.show(roomKey, [comment(`${'长短不一 '.repeat(1 + (index % 4))}${index}`)]);
    }
    const lane = Math.ceil(27 * 1.22 + 2 * 27 * 0.08 + 27 * 0.12);
    const top = Math.round(height * 0.03);
    const lanes = Array.from({ length: 6 }, (_, index) => ({
      x: 0,
      y: top + index * lane,
      w: width,
      h: lane,
    }));
    const used = async () => {
      const counts = await countPixels(page, lanes);
      for (const [index, { box }] of counts.entries()) {
        // Clear pixels above and below the letters: no lane reaches into the next.
        const y = lanes[index]?.y ?? 0;
        expect(box === null || (box.y > y && box.y + box.h < y + lane)).toBe(true);
      }
      return counts.filter(({ box }) => box !== null).length;
    };
    await eventually(used).toBeGreaterThan(3);
  });

  it('fly on when the settings change under them', async () => {
    const { page, overlays } = await rig.open(only('danmaku'));
    overlays.show(roomKey, [comment('still flying'), comment('me too')]);
    await eventually(() => flyingTiles(page)).toBeGreaterThan(0);
    overlays.configure('main', { theme: 'bubble', danmaku: { size: 60 } });
    await page.waitForFunction(() => document.querySelector('#stage')?.className === 'theme-bubble');
    expect(await flyingTiles(page)).toBeGreaterThan(0);
    expect((await overlays.purge({ all: true })).receipts).toMatchObject([{ removed: 2 }]);
    expect(await flyingTiles(page)).toBe(0);
  });

  it('cannot break the layout or run as code', async () => {
    const { page, overlays, complaints } = await rig.open();
    const hostile = [
      '<img src=x onerror="document.title=1"><script>document.title=2</script>',
      `z${'\u0301'.repeat(500)}algo`,
      '\u202Eright to left\u202C مرحبا',
      'a\n'.repeat(200),
      'W'.repeat(5000),
      '哈'.repeat(100_000),
      '👨‍👩‍👧‍👦'.repeat(500),
      '\uFDFD'.repeat(100),
    ];
    for (const text of hostile) overlays.show(roomKey, [comment(text, { nick: text })]);
    overlays.pin(roomKey, comment(hostile.join(' ')));
    overlays.show(roomKey, [
      gift(hostile[4] ?? '', 999_999_999, { nick: hostile[5] ?? '' }),
      notice(hostile[5] ?? ''),
    ]);
    await eventually(() => page.locator('.row').count()).toBeGreaterThanOrEqual(3);
    await page.locator('.pin .card').waitFor();
    const overflow = await page.evaluate(() => {
      const out = (node: Element, box: DOMRect) => {
        const { left, right, top, bottom } = node.getBoundingClientRect();
        return (
          left < box.left - 12 || right > box.right + 12 || top < box.top - 12 || bottom > box.bottom + 12
        );
      };
      return ['.chat', '.pin', '.gift', '.ticker'].flatMap((selector) => {
        const layer = document.querySelector(selector);
        if (!layer) return [selector];
        const parts = [...layer.querySelectorAll('.row, .card, .line')];
        return parts.filter((node) => out(node, layer.getBoundingClientRect())).map((node) => node.className);
      });
    });
    expect(overflow).toEqual([]);
    expect(await page.title()).toBe('Livedeck overlay main');
    expect(await page.locator('#stage img, #stage script').count()).toBe(0);
    expect(complaints).toEqual([]);
  });

  it('fold into one when they say the same', async () => {
    const { page, overlays } = await rig.open(only('chat'));
    overlays.show(
      roomKey,
      ['a', 'b', 'c'].map((userId) => comment('666', { userId })),
    );
    await eventually(() => page.locator('.row').allInnerTexts()).toEqual([expect.stringContaining('×3')]);
    await overlays.purge({ roomKey, userId: 'b' });
    expect(await page.locator('.row').count()).toBe(0);
  });

  it('are shown without any motion where that is wished', async () => {
    const { page, overlays } = await rig.open({ reducedMotion: true });
    overlays.show(roomKey, [comment('calm'), like(20), joined('小雨')]);
    await page.locator('.still-line').waitFor();
    await page.locator('.row').waitFor();
    expect(await page.locator('.like').count()).toBe(0);
    expect(await page.locator('.like-count').textContent()).toBe('+20');
    expect(await page.evaluate(() => document.getAnimations().length)).toBe(0);
  });
});

describe('the looks of the overlay', () => {
  it('differ in more than colour from theme to theme', async () => {
    const { page, overlays } = await rig.open();
    const shapes = new Set<string>();
    for (const theme of overlayThemes) {
      overlays.configure('main', { theme });
      await page.waitForFunction(
        (name) => document.querySelector('#stage')?.className === `theme-${name}`,
        theme,
      );
      overlays.show(roomKey, [comment(`in ${theme}`)]);
      const row = page.locator('.row').last();
      await row.waitFor();
      shapes.add(
        await row.evaluate((node) => {
          const { fontFamily, borderRadius, padding, clipPath, textShadow, borderLeftWidth, transform } =
            getComputedStyle(node);
          const outlined = textShadow === 'none' ? 'plain' : `${textShadow.split('rgb').length} shadows`;
          return [fontFamily, borderRadius, padding, clipPath, outlined, borderLeftWidth, transform].join(
            '|',
          );
        }),
      );
      await overlays.purge({ all: true });
    }
    expect(shapes.size).toBe(overlayThemes.length);
  });

  it('take the user’s own CSS and nothing that it would fetch', async () => {
    const { page, overlays, requests } = await rig.open();
    const before = requests.length;
    overlays.configure('main', {
      customCss: `
        @import "https://evil.test/a.css";
        @font-face { font-family: x; src: url(https://evil.test/x.woff2); }
        .row { letter-spacing: 7px; background: url(https://evil.test/b.png); }
        .row { background-image: image-set("https://evil.test/c.png" 1x); --x: u\\72l(https://evil.test/d.png); }
        .row .nick { background: var(--y); --y: url("/o/x"); }
        @media (min-width: 1px) { .row { list-style: url(https://evil.test/e.png); word-spacing: 3px; } }
        broken { { ] `,
    });
    overlays.show(roomKey, [comment('styled')]);
    const row = page.locator('.row');
    await row.waitFor();
    expect(
      await row.evaluate((node) => [
        getComputedStyle(node).letterSpacing,
        getComputedStyle(node).wordSpacing,
      ]),
    ).toEqual(['7px', '3px']);
    const rules = await page.evaluate(() =>
      [...(document.adoptedStyleSheets[0]?.cssRules ?? [])].map(({ cssText }) => cssText).join('\n'),
    );
    expect(rules).not.toMatch(/evil|url|\\|image-set/i);
    expect(requests.slice(before)).toEqual([]);
  });

  it('take the CSS that OBS itself puts into the page', async () => {
    const { page, complaints } = await rig.open();
    // As obs-browser does with the source's "Custom CSS" once the page is loaded.
    await page.evaluate(() => {
      const style = document.createElement('style');
      style.innerHTML =
        'body { background-color: rgba(0, 0, 0, 0); margin: 0px auto; overflow: hidden; outline: 3px solid red }';
      document.head.append(style);
    });
    expect(await page.evaluate(() => getComputedStyle(document.body).outlineWidth)).toBe('3px');
    expect(complaints).toEqual([]);
  });

  it('load from the overlay’s own server only, without a complaint of its policy', async () => {
    const { page, requests, complaints, url, overlays } = await rig.open();
    overlays.show(roomKey, [comment('hi'), like(5), gift('Rocket', 1), joined('小雨'), notice('news')]);
    await page.locator('.like').first().waitFor();
    for (const request of requests) expect(request.startsWith(url) || request === 'data:,').toBe(true);
    expect(complaints).toEqual([]);
  });
});
