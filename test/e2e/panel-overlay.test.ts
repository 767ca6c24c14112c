import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { beforeAll, describe, expect, it } from 'vitest';
import { decodePng } from '../../main/core/obs/picture/png.ts';
import { livePanel } from '../support/live-panel.ts';

/** As most streamers have it. */
const colorScheme = 'dark';
const permissions = ['clipboard-read', 'clipboard-write'];
const live = livePanel({ rehearse: 'calm', context: { colorScheme, permissions } });
let panel: Page;
let obs: Page;
const eventually = <T>(read: () => T | Promise<T>) => expect.poll(read, { timeout: 20_000 });

beforeAll(async () => {
  panel = live.page;
  obs = await panel.context().newPage();
  await obs.setViewportSize({ width: 1280, height: 720 });
  await obs.goto(live.app.ready.overlayUrl);
  await panel.keyboard.press('Control+6');
  await panel.locator('.ov-frame').waitFor();
});

const preview = () => panel.frameLocator('.ov-frame');
const box = (name: string) => panel.getByRole('button', { name: new RegExp(`^${name}: at`) });
const placeOf = async (name: string) => (await box(name).getAttribute('aria-label')) ?? '';
/** Where the chat box stands on the page that is on air. */
const chatOnAir = () => obs.evaluate(() => document.querySelector<HTMLElement>('.chat')?.style.left ?? '');

describe('the overlay page of the panel', () => {
  it('shows the real page with made-up comments that never get on air', async () => {
    await eventually(() => preview().locator('.row').count()).toBeGreaterThan(1);
    await preview().locator('.pin .card').waitFor();
    const made = (await preview().locator('.pin .text').textContent()) ?? '';
    expect(made.length).toBeGreaterThan(5);
    expect(await obs.locator('body').textContent()).not.toContain(made);
    expect(await obs.locator('.pin .card').count()).toBe(0);
  });

  it('lets the checkerboard be seen behind the picture, on a dark system too', async () => {
    const rgba = decodePng(await panel.locator('.ov-stage').screenshot())?.rgba ?? new Uint8Array();
    expect(rgba.length).toBeGreaterThan(100_000);
    let white = 0;
    for (let at = 0; at < rgba.length; at += 4)
      if (rgba[at] === 255 && rgba[at + 1] === 255 && rgba[at + 2] === 255) white += 1;
    expect(white / (rgba.length / 4)).toBeLessThan(0.3);
  });

  it('drags a layer in the preview only, puts it on air when it is let go, and takes it back', async () => {
    const before = await chatOnAir();
    const start = await placeOf('Chat box');
    const bounds = await box('Chat box').boundingBox();
    if (bounds === null) throw new Error('There is no chat box');
    const [x, y] = [bounds.x + bounds.width / 2, bounds.y + bounds.height / 2];
    await panel.mouse.move(x, y);
    await panel.mouse.down();
    await panel.mouse.move(x + 120, y - 40, { steps: 4 });
    await eventually(() => placeOf('Chat box')).not.toBe(start);
    expect(await chatOnAir()).toBe(before);
    await panel.mouse.up();
    await eventually(chatOnAir).not.toBe(before);
    await panel.keyboard.press('Control+z');
    await eventually(chatOnAir).toBe(before);
    expect(await placeOf('Chat box')).toBe(start);
    await panel.keyboard.press('Control+Shift+z');
    await eventually(chatOnAir).not.toBe(before);
  });

  it('moves and resizes with the arrow keys', async () => {
    const numbers = async () => (await placeOf('Likes')).match(/\d+/g)?.map(Number) ?? [];
    const [x = 0, , w = 0] = await numbers();
    await box('Likes').focus();
    await panel.keyboard.press('Shift+ArrowLeft');
    await eventually(async () => (await numbers())[0]).toBe(x - 20);
    await panel.keyboard.press('Alt+ArrowRight');
    await eventually(async () => (await numbers())[2]).toBe(w + 2);
  });

  it('keeps scrolling comments off a face that is marked', async () => {
    await panel.getByRole('button', { name: 'Face', exact: true }).click();
    await eventually(() => box('Face').count()).toBe(1);
    await box('Face').focus();
    await panel.keyboard.press('Delete');
    await eventually(() => box('Face').count()).toBe(0);
  });

  it('changes the theme on air, and says that a page has another size', async () => {
    await panel.getByRole('button', { name: 'Look' }).click();
    await panel.getByText('Bubble').click();
    await eventually(() => obs.evaluate(() => document.getElementById('stage')?.className)).toContain(
      'theme-bubble',
    );
    await panel.getByText('Shown at 1280×720, made for 1920×1080', { exact: false }).waitFor();
  });

  it('checks custom CSS and puts it on air', async () => {
    const field = panel.getByLabel('Custom CSS');
    await field.fill('.chat { letter-spacing: 7px');
    await panel.getByText('A brace { or } is missing', { exact: false }).waitFor();
    await field.fill('.chat { letter-spacing: 7px }');
    await field.blur();
    const spacing = () =>
      obs.evaluate(() => getComputedStyle(document.querySelector('.chat') ?? document.body).letterSpacing);
    await eventually(spacing).toBe('7px');
  });

  it('makes another overlay of another shape, and deletes it', async () => {
    await panel.getByRole('button', { name: 'Add overlay' }).click();
    await panel.getByRole('menuitem', { name: /Vertical/ }).click();
    await eventually(() => panel.locator('.ov-tab[aria-pressed="true"]').textContent()).toBe('Vertical');
    await eventually(() =>
      preview()
        .locator('body')
        .evaluate(() => window.innerWidth),
    ).toBe(1080);
    await panel.getByRole('button', { name: 'More for Vertical' }).click();
    await panel.getByRole('menuitem', { name: 'Delete' }).click();
    await panel.getByRole('button', { name: 'Delete it' }).click();
    await eventually(() => panel.locator('.ov-tab').count()).toBe(1);
    await eventually(() =>
      preview()
        .locator('body')
        .evaluate(() => window.innerWidth),
    ).toBe(1920);
  });

  it('can be used without sight', async () => {
    const { violations } = await new AxeBuilder({ page: panel }).exclude('.ov-frame').analyze();
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html ?? ''}`)).toEqual([]);
  });

  it('says who is cut off by a new secret, and shows the preview at the new address', async () => {
    await panel.getByRole('button', { name: 'New secret' }).click();
    await panel.getByText('1 page is cut off', { exact: false }).waitFor();
    await panel.getByRole('button', { name: 'Make it and copy the address' }).click();
    await panel.getByText('No page shows this overlay', { exact: false }).waitFor();
    const address = await panel.evaluate(() => navigator.clipboard.readText());
    expect(address).not.toBe(live.app.ready.overlayUrl);
    await eventually(() => panel.locator('.ov-frame').getAttribute('src')).toBe(`${address}?preview`);
    await eventually(() => preview().locator('.row').count()).toBeGreaterThan(0);
    expect(live.complaints).toEqual([]);
  });
});
