import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { pages } from '../../renderer/panel/features/shell/shell.ts';
import { seriousOn } from '../support/axe.ts';
import { panelPerTest } from '../support/panel-host/panel-per-test.ts';

const panel = panelPerTest();

/** Keeps the script of every page but the deck away, as an update or a stopped host does. */
const keepPagesAway = async () => {
  const { page } = panel;
  await page.route(/\/assets\/page-.*\.js$/, (route) => route.abort());
  await page.reload();
  await page.getByRole('treeitem').first().waitFor();
  return () => page.unroute(/\/assets\/page-.*\.js$/);
};

describe('a page whose script cannot be fetched', () => {
  it('says what happened and what to do, leaves the deck alone, and comes when it is tried again', async () => {
    const { page } = await panel.open();
    const bringBack = await keepPagesAway();
    await page.getByRole('link', { name: 'Words' }).click();
    await page.getByRole('heading', { name: 'Words could not be loaded' }).waitFor();
    await page.getByRole('button', { name: 'Try again' }).click();
    await page.getByRole('heading', { name: 'Words could not be loaded' }).waitFor();
    await page.getByRole('link', { name: 'Deck' }).click();
    await page.getByRole('treeitem').first().waitFor();
    await page.getByRole('link', { name: 'Words' }).click();
    await bringBack();
    await page.getByRole('button', { name: 'Try again' }).click();
    await page.getByRole('heading', { name: 'Words', exact: true }).waitFor();
  });

  it('comes by itself when the main process answers again', async () => {
    const { host, page } = await panel.open();
    const bringBack = await keepPagesAway();
    await page.getByRole('link', { name: 'Journal' }).click();
    await page.getByRole('heading', { name: 'Journal could not be loaded' }).waitFor();
    host.goAway();
    await page.getByText('Livedeck is not answering.').waitFor();
    await bringBack();
    host.comeBack();
    await page.getByRole('heading', { name: 'Journal', exact: true }).waitFor();
  });
});

const seriousIn = (): Promise<string[]> => seriousOn(panel.page);

describe.each([
  { theme: 'dark', language: 'en' },
  { theme: 'light', language: 'zh-CN' },
] as const)('every page in the $theme theme and in $language', (look) => {
  it('has a heading, nothing that axe calls serious, and fits a narrow window', async () => {
    const { page, complaints } = await panel.open({
      before: (host) => host.state.patch('settings', look),
    });
    await page.emulateMedia({ reducedMotion: 'reduce' });
    for (const name of pages) {
      await page.evaluate((hash) => {
        window.location.hash = hash;
      }, name);
      await page.locator('main:not([aria-busy])').getByRole('heading').first().waitFor();
      expect([name, ...(await seriousIn())]).toEqual([name]);
      await page.setViewportSize({ width: 900, height: 700 });
      const wide = await page.evaluate(() => document.documentElement.scrollWidth > window.innerWidth);
      expect([name, wide]).toEqual([name, false]);
      await page.setViewportSize({ width: 1440, height: 900 });
    }
    expect(complaints).toEqual([]);
  });
});

describe('the settings', () => {
  it('come in from a file with a look first, and the change can be undone', async () => {
    const { page, host } = await panel.open();
    await page.keyboard.press('Control+,');
    await page.getByRole('heading', { name: 'A file of settings' }).waitFor();
    const text = JSON.stringify({
      kind: 'livedeck-settings',
      settings: { theme: 'light', muteSeconds: 'ten', keys: { mute: ['y'], fly: ['f'] } },
    });
    await page.locator('input[type=file]').setInputFiles({
      name: 'livedeck-settings.json',
      mimeType: 'application/json',
      buffer: Buffer.from(text),
    });
    await page.getByText('2 settings will change:').waitFor();
    await page.getByText('2 entries cannot be used and are left out:').waitFor();
    expect(JSON.stringify(host.seen.filter(({ call }) => call === 'settings:set'))).not.toContain('theme');
    await page.getByText('keys.fly').waitFor();
    await page.getByRole('button', { name: 'Take these settings' }).click();
    await expect.poll(() => page.evaluate(() => document.documentElement.dataset.theme)).toBe('light');
    await page.getByRole('button', { name: 'Undo', exact: true }).last().click();
    await expect.poll(() => page.evaluate(() => document.documentElement.dataset.theme)).toBe('dark');
    await page.getByRole('searchbox', { name: 'Find a setting or a key' }).fill('language');
    await page.getByRole('button', { name: '简体中文' }).click();
    await page.getByRole('searchbox', { name: '查找设置或按键' }).fill('');
    await page.setViewportSize({ width: 600, height: 900 });
    await page.getByRole('searchbox', { name: '查找设置或按键' }).fill('报告');
    await page.getByRole('button', { name: '复制报告' }).click();
    await page.getByText('已复制').waitFor();
  });

  it('go out to a file as they are, back to the usual ones in one press, and back again by undo', async () => {
    const { page } = await panel.open();
    const theme = () => page.evaluate(() => document.documentElement.dataset.theme);
    await page.keyboard.press('Control+,');
    await page.getByRole('button', { name: 'Light', exact: true }).click();
    await expect.poll(theme).toBe('light');
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'Export', exact: true }).click(),
    ]);
    const file = JSON.parse(await readFile(await download.path(), 'utf8'));
    expect(file).toMatchObject({ kind: 'livedeck-settings', settings: { theme: 'light' } });
    await page.getByRole('button', { name: 'Reset everything' }).click();
    await expect.poll(theme).toBe('dark');
    await page.getByRole('button', { name: 'Undo', exact: true }).last().click();
    await expect.poll(theme).toBe('light');
  });
});
