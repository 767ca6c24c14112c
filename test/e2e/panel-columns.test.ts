import { describe, expect, it } from 'vitest';
import { panelPerTest } from '../support/panel-host/panel-per-test.ts';

const panel = panelPerTest();

/** The rooms' columns from left to right as they stand on the screen. */
const order = () =>
  panel.page.getByRole('region', { name: /^Room / }).evaluateAll((columns) =>
    columns
      .map((column) => ({
        name: column.getAttribute('aria-label') ?? '',
        left: column.getBoundingClientRect().left,
      }))
      .sort((a, b) => a.left - b.left)
      .map(({ name }) => name.replace(/^Room /, '')),
  );

const opened = async () => {
  await panel.open({ rooms: ['night-show', 'market'] });
  await expect.poll(order).toHaveLength(2);
  const [first = '', second = ''] = await order();
  return { page: panel.page, first, second };
};

/** Takes a column up with the keys; answers what is said aloud. */
const lift = async (name: string) => {
  const { page } = panel;
  await page.getByRole('button', { name: `Move column ${name}` }).focus();
  await page.keyboard.press('Space');
  const aloud = page.locator('[id^="DndLiveRegion"]');
  await expect.poll(() => aloud.textContent()).toContain(name);
  return aloud;
};

describe('the columns', () => {
  it('are put into another order by dragging a header, and stay so when the panel is opened again', async () => {
    const { page, first, second } = await opened();
    const grip = await page.getByRole('button', { name: `Move column ${first}` }).boundingBox();
    const target = await page.getByRole('region', { name: `Room ${second}` }).boundingBox();
    if (grip === null || target === null) throw new Error('a column is out of sight');
    await page.mouse.move(grip.x + grip.width / 2, grip.y + grip.height / 2);
    await page.mouse.down();
    await page.mouse.move(grip.x + 60, grip.y + 4, { steps: 4 });
    await page.mouse.move(target.x + target.width / 2, grip.y + 4, { steps: 12 });
    await page.mouse.up();
    await expect.poll(order).toEqual([second, first]);
    await page.reload();
    await expect.poll(order).toEqual([second, first]);
    expect(panel.complaints).toEqual([]);
  });

  it('are put into another order with the keys, which says aloud where a column is', async () => {
    const { page, first, second } = await opened();
    const aloud = await lift(first);
    const lifted = await aloud.textContent();
    await page.keyboard.press('ArrowRight');
    await expect.poll(() => aloud.textContent()).not.toBe(lifted);
    await page.keyboard.press('Space');
    await expect.poll(order).toEqual([second, first]);
  });

  it('stay where they were when a move is given up', async () => {
    const { page, first, second } = await opened();
    await lift(first);
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('Escape');
    await expect.poll(order).toEqual([first, second]);
  });
});
