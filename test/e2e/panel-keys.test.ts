import type { Page } from '@playwright/test';
import { describe, expect, it } from 'vitest';
import { selectedRow } from '../support/panel-host/open-panel.ts';
import { panelPerTest } from '../support/panel-host/panel-per-test.ts';

const panel = panelPerTest();

const recordFor = async (page: Page, command: string, key: string) => {
  await page.getByRole('button', { name: `Give a key to: ${command}` }).click();
  await page.getByRole('group', { name: `A key for: ${command}` }).waitFor();
  await page.keyboard.press(key);
};

const acts = () =>
  panel.host.seen
    .filter(({ call }) => call === 'moderation:act')
    .map(({ input }) => (input as { action: { type: string } }).action.type);

describe('keys of one’s own', () => {
  it('are recorded by pressing them, hold at once in every window, and are what the cheat sheet shows', async () => {
    const { page, host } = await panel.open();
    const second = await page.context().newPage();
    await second.goto(host.url);
    await second.getByRole('treeitem').first().waitFor();

    await page.keyboard.press('Control+,');
    await page.getByRole('searchbox', { name: 'Find a setting or a key' }).fill('mute');
    await recordFor(page, 'Mute for the default time', 'y');
    const mute = page.getByRole('listitem').filter({ hasText: 'Mute for the default time' });
    await mute.getByText('Y', { exact: true }).waitFor();

    await recordFor(page, 'Mute for the default time', 'b');
    await page.getByText('This is the key of: Ban for a day').waitFor();
    await page.getByRole('button', { name: 'Take it from there' }).click();
    await recordFor(page, 'Unmute', 'Control+t');
    await page.getByText('Browsers keep this key for themselves').waitFor();
    await page.keyboard.press('Shift+Escape');
    await page.getByText('This is the key of: Panic').waitFor();
    expect(host.seen.some(({ call }) => call.startsWith('panic'))).toBe(false);
    await page.keyboard.press('Escape');
    expect(host.seen.filter(({ call }) => call === 'settings:set').at(-1)?.input).toEqual({
      patch: { keys: { mute: ['m', 'y', 'b'], ban: [] } },
    });

    await second.keyboard.press('k');
    await selectedRow(second).waitFor();
    await second.keyboard.press('b');
    await second.keyboard.press('y');
    await expect.poll(acts).toEqual(['mute', 'mute']);
    await second.keyboard.press('?');
    await second.getByRole('searchbox', { name: 'Find a command or a key' }).fill('y');
    await second.getByRole('dialog').getByText('Mute for the default time').waitFor();
    expect(await second.getByRole('definition').count()).toBe(1);

    await page.getByRole('searchbox', { name: 'Find a setting or a key' }).fill('');
    await page.getByRole('button', { name: 'All usual keys again' }).click();
    await second.keyboard.press('Escape');
    await expect.poll(() => second.getByRole('dialog').count()).toBe(0);
    await second.keyboard.press('b');
    await expect.poll(acts).toEqual(['mute', 'mute', 'ban']);
  });
});

describe('the palette', () => {
  it('acts on the selected person in any room, and leads to every setting', async () => {
    const { page, host } = await panel.open({ rooms: ['studio', 'night-show'] });
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('k');
    await selectedRow(page).waitFor();
    await page.keyboard.press('Control+k');
    await page.getByPlaceholder('What do you want to do?').fill('10 min in Studio');
    await page.getByRole('option').first().waitFor();
    await page.keyboard.press('Enter');
    await expect.poll(acts).toEqual(['mute']);
    expect(host.seen.filter(({ call }) => call === 'moderation:act').at(-1)?.input).toMatchObject({
      action: { seconds: 600 },
      rooms: [expect.stringContaining('studio')],
    });
    // The act goes out before the palette is gone; the same key in between would only close it.
    await page.getByPlaceholder('What do you want to do?').waitFor({ state: 'detached' });
    await page.keyboard.press('Control+k');
    await page.getByPlaceholder('What do you want to do?').fill('remote images');
    await page.keyboard.press('Enter');
    await page.getByRole('switch', { name: 'Remote images' }).waitFor();
    await expect.poll(() => page.getByRole('heading', { level: 2 }).count()).toBe(1);
  });
});
