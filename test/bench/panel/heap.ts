import type { Page } from '@playwright/test';
import { launchBrowser } from '../../support/browser.ts';
import { openPanel } from '../../support/panel-host/open-panel.ts';
import { roomKeyOf } from '../../support/panel-host/world.ts';
import { memoryOf, wait } from '../browser-cost.ts';
import { rounded } from '../figures.ts';
import { commentsFrom, markOf } from './trace.ts';

const ROOM = 'night-show';
const FEW = 20_000;
const MANY = 200_000;
const BATCH = 250;
const PAUSE_MS = 15;

export type HeapReading = {
  readonly after20kMb: number;
  readonly after200kMb: number;
  readonly ratio: number;
  readonly nodes20k: number;
  readonly nodes200k: number;
};

const shown = (page: Page, mark: string) =>
  page.locator('[data-row]', { hasText: mark }).first().waitFor({ timeout: 120_000 });

/** JavaScript heap of a panel with one room after 20 000 and after 200 000 comments. */
export const readHeap = async (folder: string): Promise<HeapReading> => {
  const browser = await launchBrowser();
  const { host, page, close } = await openPanel(browser, folder, { rooms: [ROOM], past: 0 });
  const pour = async (from: number, to: number) => {
    for (let index = from; index < to; index += BATCH) {
      host.feed(roomKeyOf(ROOM), commentsFrom(index, Math.min(BATCH, to - index)));
      await wait(PAUSE_MS);
    }
    await shown(page, markOf(to - 1));
    await wait(1_000);
    return memoryOf(page);
  };
  try {
    const few = await pour(0, FEW);
    const many = await pour(FEW, MANY);
    return {
      after20kMb: rounded(few.heapMb),
      after200kMb: rounded(many.heapMb),
      ratio: rounded(many.heapMb / few.heapMb, 2),
      nodes20k: few.nodes,
      nodes200k: many.nodes,
    };
  } finally {
    await close();
    await browser.close();
  }
};
