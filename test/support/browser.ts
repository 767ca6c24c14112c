import { type Browser, chromium } from '@playwright/test';
import { ensureBrowser } from './ensure-browser.ts';

/** The machine's browser without a window. As root Chromium refuses its sandbox, so it goes without. */
export const launchBrowser = (args: readonly string[] = []): Promise<Browser> =>
  chromium.launch({
    executablePath: ensureBrowser(() => undefined),
    args: [
      ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
      '--disable-gpu',
      '--disable-background-networking',
      ...args,
    ],
  });
