import type { Browser, Page } from '@playwright/test';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchBrowser } from '../support/browser.ts';
import { type Livedeck, startLivedeck, temporaryDir } from '../support/livedeck.ts';
import { childrenOf } from '../support/processes.ts';

/** The whole line through all real parts: start, watch, answer, mute, survive. */
let app: Livedeck;
let browser: Browser;
let panel: Page;
let overlay: Page;
const pageErrors: string[] = [];

const open = async (url: string, size: { width: number; height: number }): Promise<Page> => {
  const page = await browser.newPage({ viewport: size, locale: 'en' });
  page.on('pageerror', (error) => pageErrors.push(error.message));
  page.on('console', (message) => {
    if (message.type() === 'error') pageErrors.push(message.text());
  });
  await page.goto(url);
  return page;
};

const viewerSays = (userId: string, text: string) => app.viewerSays(text, { userId, nick: 'Troll' });

const feed = () => panel.getByLabel(/^Comments in/);
const seen = (text: string) => feed().getByText(text, { exact: true });

const processOf = (name: string): number => {
  const found = childrenOf(app.pid).find(({ command }) => command.includes(name));
  if (found === undefined) throw new Error(`no ${name} process is running`);
  return found.pid;
};

describe('a VJ on a fresh machine', () => {
  beforeAll(async () => {
    app = await startLivedeck([
      '--data-dir',
      temporaryDir(),
      '--port',
      '0',
      '--rehearse',
      'busy',
      '--seed',
      '21',
    ]);
    browser = await launchBrowser();
    panel = await open(app.ready.url, { width: 1280, height: 800 });
    overlay = await open(app.ready.overlayUrl, { width: 1280, height: 720 });
    await panel.bringToFront();
  });

  afterAll(async () => {
    await browser.close();
    await app.stop();
  });

  it('sees comments moving', async () => {
    await panel.getByText('Live', { exact: true }).waitFor();
    const newest = () => feed().evaluate((list) => list.textContent ?? '');
    const before = await newest();
    await expect.poll(newest, { timeout: 15_000 }).not.toBe(before);
  });

  it('answers, and the answer is in the feed and on the overlay', async () => {
    const composer = panel.getByRole('textbox', { name: /night show/i });
    await composer.fill('Hello from the VJ');
    await composer.press('Enter');
    await seen('Hello from the VJ').waitFor();
    await overlay.getByText('Hello from the VJ').first().waitFor();
  });

  it('mutes a troll with one key; the service refuses the next comment and nobody sees it', async () => {
    expect(await viewerSays('troll-1', 'buy cheap followers here')).toBe(0);
    await seen('buy cheap followers here').click();
    await panel.keyboard.press('m');
    await expect.poll(() => viewerSays('troll-1', 'more spam'), { timeout: 10_000 }).toBe(10017);
    expect(await viewerSays('troll-1', 'you cannot mute me')).toBe(10017);
    expect(await viewerSays('friend-1', 'hello after the troll')).toBe(0);
    // The pointer on the selected row holds the feed still; taking it away lets it go on.
    await panel.mouse.move(2, 2);
    await panel.keyboard.press('Escape');
    await seen('hello after the troll').waitFor();
    expect(await feed().getByText('you cannot mute me').count()).toBe(0);
    expect(await overlay.getByText('you cannot mute me').count()).toBe(0);
  });

  it('can calm its audience', async () => {
    await panel
      .getByRole('radio', { name: 'Calm' })
      .or(panel.getByRole('button', { name: 'Calm' }))
      .first()
      .click();
    await expect.poll(() => app.rehearsalCall('audience')).toEqual({ profile: 'calm' });
  });

  it('keeps running when the feed process is killed: a marked gap, and comments again', async () => {
    process.kill(processOf('feed-process'), 'SIGKILL');
    await feed()
      .getByText(/Blind for/)
      .first()
      .waitFor({ timeout: 15_000 });
    expect(await viewerSays('friend-2', 'are you back')).toBe(0);
    await seen('are you back').waitFor({ timeout: 15_000 });
  });

  it('keeps running when the rehearsal service is killed', async () => {
    process.kill(processOf('rehearsal'), 'SIGKILL');
    await feed()
      .getByText(/the connection was lost/)
      .waitFor({ timeout: 20_000 });
    await panel.getByText('Live', { exact: true }).waitFor();
    const composer = panel.getByRole('textbox', { name: /night show/i });
    await composer.fill('Still on air');
    await composer.press('Enter');
    await seen('Still on air').waitFor({ timeout: 15_000 });
  });

  it('has met no error on any page', () => {
    expect(pageErrors).toEqual([]);
  });
});

describe('the first start', () => {
  it('offers to rehearse, and rehearsing opens a live room', async () => {
    const fresh = await startLivedeck(['--data-dir', temporaryDir(), '--port', '0']);
    const other = await launchBrowser();
    try {
      const page = await other.newPage({ locale: 'en' });
      await page.goto(fresh.ready.url);
      await page.getByRole('button', { name: /Connect your app/ }).waitFor();
      await page.getByRole('button', { name: /^Rehearse/ }).click();
      await page.getByText('Live', { exact: true }).waitFor({ timeout: 15_000 });
      await page.getByText(/REHEARSAL/).waitFor();
    } finally {
      await other.close();
      await fresh.stop();
    }
  });
});
