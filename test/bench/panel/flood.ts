import { launchBrowser } from '../../support/browser.ts';
import { openPanel } from '../../support/panel-host/open-panel.ts';
import { roomKeyOf } from '../../support/panel-host/world.ts';
import { wait } from '../browser-cost.ts';
import { percentile, type Spread, spread } from '../figures.ts';
import { commentsFrom } from './trace.ts';
import { keyEffectsOf, pressAndWait, watchKeys } from './watches.ts';

const ROOMS = ['night-show', 'market', 'studio', 'garage', 'rooftop'] as const;
const PER_SECOND = 1_000;
const BATCH_MS = 50;

export type FloodReading = {
  readonly rooms: number;
  readonly perSecond: number;
  readonly seconds: number;
  /** From the press to the painted selection, and to the painted hidden row; ms. */
  readonly selectMs: Spread;
  readonly hideMs: Spread;
  readonly keyP95Ms: number;
  readonly presses: number;
  readonly withoutEffect: number;
};

/** Keys in a panel that takes in 1 000 comments a second in five rooms. */
export const readFlood = async (folder: string, seconds: number): Promise<FloodReading> => {
  const browser = await launchBrowser();
  const { host, page, close } = await openPanel(browser, folder, {
    rooms: ROOMS,
    past: 100,
    context: { viewport: { width: 1920, height: 1000 } },
  });
  const share = (PER_SECOND * BATCH_MS) / 1000 / ROOMS.length;
  let sent = 0;
  const began = performance.now();
  const feeder = setInterval(() => {
    // A late timer catches up, so that the rate is what it says.
    while (sent < ((performance.now() - began) / 1000) * PER_SECOND) {
      for (const roomId of ROOMS) {
        host.feed(roomKeyOf(roomId), commentsFrom(sent, share));
        sent += share;
      }
    }
  }, BATCH_MS);
  try {
    await wait(2_000);
    await watchKeys(page);
    const until = performance.now() + seconds * 1000;
    let presses = 0;
    let withoutEffect = 0;
    while (performance.now() < until) {
      for (const key of ['k', 'h']) {
        presses += 1;
        if (!(await pressAndWait(page, key))) withoutEffect += 1;
      }
      await page.keyboard.press('End');
      await wait(150);
    }
    const effects = await keyEffectsOf(page);
    const of = (wanted: string) => effects.filter(({ key }) => key === wanted).map(({ ms }) => ms);
    return {
      rooms: ROOMS.length,
      perSecond: PER_SECOND,
      seconds,
      selectMs: spread(of('k')),
      hideMs: spread(of('h')),
      keyP95Ms: Number(
        percentile(
          effects.map(({ ms }) => ms),
          0.95,
        ).toFixed(1),
      ),
      presses,
      withoutEffect,
    };
  } finally {
    clearInterval(feeder);
    await close();
    await browser.close();
  }
};
