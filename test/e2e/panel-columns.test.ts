import type { Browser } from '@playwright/test';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchBrowser } from '../support/browser.ts';
import { buildPanel } from '../support/panel-host/build-panel.ts';
import { fromEnd, type OpenPanel, openPanel } from '../support/panel-host/open-panel.ts';

/** The order of the columns: by the pointer, with the grip's keys, and with the keys of the deck. */
let browser: Browser;
let built: Awaited<ReturnType<typeof buildPanel>>;
let open: OpenPanel;

beforeAll(async () => {
  [browser, built] = await Promise.all([launchBrowser(), buildPanel()]);
  open = await openPanel(browser, built.folder, { rooms: ['night-show', 'market', 'studio'] });
});
afterAll(async () => {
  await open.close();
  await browser.close();
  built.remove();
});

const names = () => open.page.locator('.column .column-header h2').allTextContents();
const spoken = () => open.page.locator('[aria-live]').allTextContents();
const kept = () =>
  open.host.seen.filter(
    ({ call, input }) => call === 'settings:set' && JSON.stringify(input).includes('"deck"'),
  );

describe('the columns', () => {
  it('are put into another order by the pointer, and the feeds stay at their newest', async () => {
    const { page } = open;
    const before = await names();
    expect(before.length).toBe(3);
    const heads = page.locator('.column-header');
    const [from, to] = [await heads.nth(0).boundingBox(), await heads.nth(2).boundingBox()];
    if (from === null || to === null) throw new Error('a column has no place');
    await page.mouse.move(from.x + from.width / 3, from.y + from.height - 3);
    await page.mouse.down();
    await page.mouse.move(from.x + from.width, from.y + 10, { steps: 4 });
    await page.mouse.move(to.x + to.width / 2, to.y + 10, { steps: 8 });
    await page.mouse.up();
    await expect.poll(names, { timeout: 5_000 }).toEqual([before[1], before[2], before[0]]);
    await expect.poll(() => kept().length, { timeout: 5_000 }).toBeGreaterThan(0);
    await expect.poll(() => fromEnd(page, 'night-show'), { timeout: 5_000 }).toBeLessThanOrEqual(8);
  });

  it('are put into another order with the keys of the grip, which tells where a column would come to stand', async () => {
    const { page } = open;
    const before = await names();
    await page.getByRole('button', { name: `Move column ${before[0]}` }).focus();
    await page.keyboard.press('Space');
    await expect
      .poll(async () => (await spoken()).join(), { timeout: 5_000 })
      .toContain(`Lifted column ${before[0]}`);
    await page.keyboard.press('ArrowRight');
    await expect
      .poll(async () => (await spoken()).join(), { timeout: 5_000 })
      .toContain(`${before[0]} would be number 2 of 3`);
    await page.keyboard.press('Space');
    await expect.poll(names, { timeout: 5_000 }).toEqual([before[1], before[0], before[2]]);
  });

  it('are moved by one key, and a screen reader hears where to', async () => {
    const { page } = open;
    const before = await names();
    await page.locator('.column').nth(2).getByRole('tree').click();
    await page.keyboard.press('Escape');
    await page.keyboard.press('Shift+ArrowLeft');
    await expect.poll(names, { timeout: 5_000 }).toEqual([before[0], before[2], before[1]]);
    await expect
      .poll(async () => (await spoken()).join(), { timeout: 5_000 })
      .toContain(`Column ${before[2]} is now number 2 of 3.`);
    await page.keyboard.press('Shift+ArrowRight');
    await expect
      .poll(async () => (await spoken()).join(), { timeout: 5_000 })
      .toContain(`Column ${before[2]} is now number 3 of 3.`);
    expect(open.complaints).toEqual([]);
  });
});
