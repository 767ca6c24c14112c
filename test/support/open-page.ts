import type { Page } from '@playwright/test';
import { launchBrowser } from './browser.ts';

/** A page in a browser of its own, so that one can be killed without the others. */
export const openPage = async (
  url: string,
  size: { readonly width: number; readonly height: number },
  beforeItLoads: (page: Page) => Promise<void> = async () => undefined,
  browserArguments: readonly string[] = [],
) => {
  const browser = await launchBrowser(browserArguments);
  const page = await browser.newPage({ viewport: size, locale: 'en' });
  page.setDefaultTimeout(20_000);
  await beforeItLoads(page);
  await page.goto(url);
  return { browser, page };
};
