import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { temporaryDir } from '../support/livedeck.ts';
import { LOOK_EVERY_MS, makeClockSettable, setClockBy } from './settable-clock.ts';

/** The clock of the computer that Livedeck and its pages run on, and the service does not. */
export const createComputerClock = () => {
  const dir = temporaryDir();
  const file = join(dir, 'clock');
  let by = 0;
  writeFileSync(file, '0');
  const preload = new URL('./clock-preload.ts', import.meta.url);

  return {
    /** For processes that are to go by it. */
    environment: { NODE_OPTIONS: `--import ${preload.href}`, LIVEDECK_TEST_CLOCK: file },
    /** For a page, before it loads. */
    follow: async (page: Page): Promise<void> => {
      await page.addInitScript(makeClockSettable);
      await page.addInitScript(setClockBy, by);
    },
    /** Sets it ahead of the true time by `ms`, or back below 0; `pages` are those that are open. */
    set: async (ms: number, pages: readonly Page[]): Promise<void> => {
      by = ms;
      writeFileSync(file, String(ms));
      for (const page of pages) {
        // Also for what it loads next.
        await page.addInitScript(setClockBy, ms);
        await page.evaluate(setClockBy, ms);
      }
      // Processes do not tell that they have looked.
      await new Promise((done) => setTimeout(done, 2 * LOOK_EVERY_MS));
    },
    dispose: () => rmSync(dir, { recursive: true, force: true }),
  };
};
