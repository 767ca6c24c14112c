import type { Browser, Page } from '@playwright/test';
import { expect } from 'vitest';
import { overlayLayers } from '../../../main/contract/models/overlay.ts';
import { launchBrowser } from '../../support/browser.ts';
import { readBuiltPage, startOverlays } from './overlay-rig.ts';

export const width = 1280;
export const height = 720;
export const whole = { x: 0, y: 0, w: width, h: height };

/** Browsers, screenshots and other suites share two cores; nothing here is measured by the clock. */
export const eventually = <T>(read: () => T | Promise<T>) => expect.poll(read, { timeout: 15_000 });

/** Settings with one layer on. */
export const only = (layer: string) =>
  Object.fromEntries(overlayLayers.map((name) => [name, { on: name === layer }]));

/** Canvas tiles with scrolling comments on the picture. */
export const flyingTiles = (page: Page): Promise<number> =>
  page.evaluate(() => document.querySelectorAll('.fly-band canvas').length);

export type PageRig = Awaited<ReturnType<typeof createPageRig>>;

/** The built page, a browser, and any number of overlays in it that are all put away together. */
export const createPageRig = async () => {
  const assets = await readBuiltPage();
  const browser: Browser = await launchBrowser();
  const running: (() => Promise<void>)[] = [];

  const start = async (options: Partial<Parameters<typeof startOverlays>[0]> = {}) => {
    const rig = await startOverlays({ assets, ...options });
    running.push(() => rig.overlays.dispose());
    return rig;
  };
  const blankPage = async (): Promise<Page> => {
    const page = await browser.newPage({ viewport: { width, height } });
    running.push(() => page.close());
    return page;
  };
  const show = async (url: string): Promise<Page> => {
    const page = await blankPage();
    await page.goto(url);
    return page;
  };

  return {
    browser,
    assets,
    start,
    blankPage,
    show,
    /** Overlays and a page that shows the main one; every complaint of the page or its policy is collected. */
    open: async (settings: Readonly<Record<string, unknown>> = {}) => {
      const rig = await start({ settings });
      const page = await blankPage();
      const complaints: string[] = [];
      const requests: string[] = [];
      page.on('pageerror', (error) => complaints.push(error.message));
      page.on('console', (message) => {
        if (message.type() === 'error') complaints.push(message.text());
      });
      page.on('request', (request) => requests.push(request.url()));
      await page.goto(rig.url);
      await eventually(() => rig.overlays.status().main?.clients.length).toBe(1);
      return { ...rig, page, complaints, requests };
    },
    /** Ends what one test has started. */
    tidy: async (): Promise<void> => {
      for (const stop of running.splice(0).reverse()) await stop();
    },
    dispose: async (): Promise<void> => {
      await browser.close();
    },
  };
};
