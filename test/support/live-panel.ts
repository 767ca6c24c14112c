import type { Browser, BrowserContextOptions, Page } from '@playwright/test';
import { afterAll, beforeAll } from 'vitest';
import { launchBrowser } from './browser.ts';
import { type Livedeck, startLivedeck, temporaryDir } from './livedeck.ts';
import { noteComplaints } from './note-complaints.ts';

/**
 * The real product on its rehearsal service, and its panel in a real browser, for all tests of a file. `before` runs
 * between the start of the product and that of the panel.
 */
export const livePanel = (options: {
  readonly rehearse: 'off' | 'calm';
  readonly dataDir?: string;
  readonly context?: BrowserContextOptions;
  readonly before?: (app: Livedeck) => Promise<void>;
}) => {
  const complaints: string[] = [];
  const dataDir = options.dataDir ?? temporaryDir();
  let app: Livedeck;
  let browser: Browser;
  let page: Page;
  beforeAll(async () => {
    [app, browser] = await Promise.all([
      startLivedeck(['--data-dir', dataDir, '--port', '0', '--rehearse', options.rehearse, '--seed', '5']),
      launchBrowser(),
    ]);
    await options.before?.(app);
    // axe opens a page of its own beside this one, so it needs a context.
    const context = await browser.newContext({
      viewport: { width: 1440, height: 900 },
      locale: 'en',
      ...options.context,
    });
    page = await context.newPage();
    noteComplaints(page, complaints);
    await page.goto(app.ready.url);
    await page
      .getByLabel(/^Comments in/)
      .first()
      .waitFor();
  });
  afterAll(async () => {
    await browser.close();
    await app.stop();
  });
  return {
    get app() {
      return app;
    },
    get browser() {
      return browser;
    },
    get page() {
      return page;
    },
    /** What the page complained of in its console, so far. */
    complaints: complaints as readonly string[],
  };
};
