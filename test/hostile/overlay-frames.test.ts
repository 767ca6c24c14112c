import type { Browser, Page } from '@playwright/test';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { comment, readBuiltPage, roomKey, startOverlays } from '../integration/overlay/overlay-rig.ts';
import { connectPage, ready } from '../integration/overlay/page-double.ts';
import { launchBrowser } from '../support/browser.ts';
import { hostileTexts } from '../support/fuzz/hostile-values.ts';
import { fuzzRuns } from '../support/fuzz/runs.ts';
import { type Spoiling, spoilings, spoilt } from '../support/fuzz/spoil.ts';
import { watchForTricks } from './canary.ts';
import { goodPageFrames } from './page-frames.ts';

let rig: Awaited<ReturnType<typeof startOverlays>>;
beforeAll(async () => {
  rig = await startOverlays({ assets: await readBuiltPage() });
});
afterAll(() => rig.overlays.dispose());

describe('the overlay server', () => {
  it('hangs up on a page that says anything else than it may, and serves the others', async () => {
    const witness = await connectPage(rig.url);
    witness.send(ready);
    await witness.frame('hello');
    const said = fc.oneof(
      fc
        .tuple(fc.constantFrom(...goodPageFrames), spoilings)
        .map(([frame, spoiling]) => spoilt(frame, spoiling)),
      hostileTexts,
    );
    await fc.assert(
      fc.asyncProperty(fc.array(said, { minLength: 1, maxLength: 4 }), async (all) => {
        const page = await connectPage(rig.url);
        for (const one of all) page.send(JSON.stringify(one) ?? '');
        await page.close();
      }),
      { numRuns: fuzzRuns(30) },
    );
    rig.overlays.show(roomKey, [comment('still served')]);
    await witness.frame('show', ({ items }) => items.some(({ text }) => text === 'still served'));
    await witness.close();
  });
});

describe('the overlay page', () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await launchBrowser();
  });
  afterAll(() => browser.close());

  /** The real page; what its server says is changed on the way by one plan after the other. */
  const openSpoilt = async (plans: readonly Spoiling[]) => {
    const page: Page = await browser.newPage({ viewport: { width: 1280, height: 720 } });
    const tricks = await watchForTricks(page);
    let turn = 0;
    let spoils = true;
    await page.routeWebSocket(/\/socket$/, (socket) => {
      const server = socket.connectToServer();
      server.onMessage((message) => {
        turn += 1;
        const plan = plans[turn % plans.length];
        if (!spoils || plan === undefined || turn % 3 === 0) socket.send(message);
        else socket.send(JSON.stringify(spoilt(JSON.parse(String(message)), plan)) ?? 'half a fra');
      });
    });
    await page.goto(rig.url);
    return { page, tricks, spoilt: () => turn, mend: () => (spoils = false) };
  };

  it('shows what is right as soon as it comes, whatever came before, and nothing that was purged', async () => {
    const plans = fc.sample(spoilings, { seed: 7, numRuns: fuzzRuns(40) });
    const { page, tricks, spoilt: frames, mend } = await openSpoilt(plans);
    for (let round = 0; frames() < plans.length && round < plans.length; round += 1) {
      rig.overlays.show(roomKey, [comment(`round ${round}`, { userId: `u${round}` })]);
      if (round % 3 === 0) void rig.overlays.purge({ roomKey, userId: `u${round}` });
      if (round % 10 === 0) rig.overlays.configure('main', { chat: { rows: 5 + (round % 4) } });
      // The page may be loading itself anew, so it is not asked whether it has painted.
      await new Promise((next) => setTimeout(next, 30));
    }
    mend();
    await expect
      .poll(
        async () => {
          rig.overlays.show(roomKey, [comment('right again', { userId: 'calm' })]);
          return page.locator('.chat').getByText('right again').count();
        },
        { timeout: 20_000 },
      )
      .toBeGreaterThan(0);
    await expect.poll(() => rig.overlays.status().main?.clients.length).toBe(1);
    const executed = tricks.seen().filter((one) => !/^(threw|console)/.test(one));
    expect(executed).toEqual([]);
    await page.close();
  });
});
