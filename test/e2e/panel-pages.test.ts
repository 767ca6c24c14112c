import type { Browser } from '@playwright/test';
import { afterAll, afterEach, beforeAll, describe, it } from 'vitest';
import { launchBrowser } from '../support/browser.ts';
import { buildPanel } from '../support/panel-host/build-panel.ts';
import { type OpenPanel, openPanel } from '../support/panel-host/open-panel.ts';

let browser: Browser;
let built: Awaited<ReturnType<typeof buildPanel>>;
let open: OpenPanel;

beforeAll(async () => {
  [browser, built] = await Promise.all([launchBrowser(), buildPanel()]);
});
afterAll(async () => {
  await browser.close();
  built.remove();
});
afterEach(() => open.close());

/** Keeps the script of every page but the deck away, as an update or a stopped host does. */
const keepPagesAway = async () => {
  const { page } = open;
  await page.route(/\/assets\/page-.*\.js$/, (route) => route.abort());
  await page.reload();
  await page.getByRole('treeitem').first().waitFor();
  return () => page.unroute(/\/assets\/page-.*\.js$/);
};

describe('a page whose script cannot be fetched', () => {
  it('says what happened and what to do, leaves the deck alone, and comes when it is tried again', async () => {
    open = await openPanel(browser, built.folder);
    const { page } = open;
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
    open = await openPanel(browser, built.folder);
    const { host, page } = open;
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
