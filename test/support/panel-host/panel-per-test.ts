import type { Browser } from '@playwright/test';
import { afterAll, afterEach, beforeAll } from 'vitest';
import { launchBrowser } from '../browser.ts';
import { builtPanel } from './built-panel.ts';
import { type OpenPanel, openPanel } from './open-panel.ts';

/** One browser for a file of tests, and a panel for each of them, which is closed after it. */
export const panelPerTest = () => {
  let browser: Browser;
  let opened: OpenPanel | undefined;

  beforeAll(async () => {
    browser = await launchBrowser();
  });
  afterAll(() => browser.close());
  afterEach(async () => {
    await opened?.close();
    opened = undefined;
  });

  const current = (): OpenPanel => {
    if (opened === undefined) throw new Error('No panel is open in this test');
    return opened;
  };

  return {
    open: async (options?: Parameters<typeof openPanel>[2]): Promise<OpenPanel> => {
      opened = await openPanel(browser, builtPanel.folder, options);
      return opened;
    },
    get page() {
      return current().page;
    },
    get host() {
      return current().host;
    },
    get complaints() {
      return current().complaints;
    },
  };
};
