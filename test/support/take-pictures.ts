import { resolve } from 'node:path';
import type { Browser, Page } from '@playwright/test';
import { launchBrowser } from './browser.ts';
import { startLivedeck, temporaryDir } from './livedeck.ts';
import { stage } from './stage-picture.ts';
import { takeThemePictures } from './theme-pictures.ts';

/** `npm run pictures`: takes the README's pictures of the running product, on a seeded rehearsal. */
const docs = resolve(import.meta.dirname, '../../docs');

const untilText = async (page: Page, selector: string, least: number) => {
  await page.waitForFunction(
    ([where, count]) => (document.querySelector(where)?.textContent ?? '').length > count,
    [selector, least] as const,
    { timeout: 60_000 },
  );
};

const app = await startLivedeck([
  '--data-dir',
  temporaryDir(),
  '--port',
  '0',
  '--rehearse',
  'busy',
  '--seed',
  '7',
]);
const takeReadmePictures = async (browser: Browser) => {
  const panel = await browser.newPage({ viewport: { width: 1440, height: 900 }, locale: 'en' });
  const overlay = await browser.newPage({ viewport: { width: 1280, height: 720 }, locale: 'en' });
  await panel.goto(app.ready.url);
  await overlay.goto(app.ready.overlayUrl);
  await overlay.evaluate((picture) => {
    document.documentElement.style.background = `url("data:image/svg+xml,${encodeURIComponent(picture)}") center / cover`;
  }, stage);
  await overlay.bringToFront();
  await untilText(overlay, 'body', 200);
  await panel.bringToFront();
  await untilText(panel, '[aria-label^="Comments in"]', 1400);
  // A person's row: its card is part of the picture.
  const feed = panel.getByLabel(/^Comments in/).first();
  await feed.getByText('maya.park', { exact: true }).last().click();
  await panel.getByText(/comments? in 1 room/).waitFor();
  await panel.screenshot({ path: resolve(docs, 'panel.png') });
  // A page behind another stands still: it fills up again.
  await overlay.bringToFront();
  await untilText(overlay, 'body', 300);
  await overlay.screenshot({ path: resolve(docs, 'overlay.png') });
};

const browser = await launchBrowser();
try {
  await takeReadmePictures(browser);
} finally {
  await browser.close();
  await app.stop();
}
await takeThemePictures();
