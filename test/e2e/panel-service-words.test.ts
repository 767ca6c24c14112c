import type { Page } from '@playwright/test';
import { beforeAll, describe, expect, it } from 'vitest';
import { typedPanel } from '../integration/word-book/console.ts';
import { seriousOn } from '../support/axe.ts';
import { livePanel } from '../support/live-panel.ts';
import { connectPanel } from '../support/panel-client.ts';

/** The service's own word lists in the panel, against the rehearsal service. */
const live = livePanel({
  rehearse: 'off',
  before: async (app) => {
    const panel = typedPanel(await connectPanel(app.ready.url));
    const words = ['坏蛋', '加微信', 'scrub', 'far too long a word for the old list'];
    const rules = words.map((text) => ({ kind: 'word' as const, text, level: 'hold' as const }));
    await panel.call('words:save', { rules });
    panel.close();
  },
});
let page: Page;

const seriousIn = (): Promise<string[]> => seriousOn(page);
const view = () => page.getByRole('region', { name: 'Service lists' });
const button = (name: string | RegExp) => view().getByRole('button', { name });
const row = (word: string) => view().getByRole('listitem').filter({ hasText: word });

beforeAll(() => {
  ({ page } = live);
});

describe('the service’s own word lists', () => {
  it('open on the newest list that the service has, with both sides told apart', async () => {
    await page.keyboard.press('Control+3');
    await page.getByRole('button', { name: 'Service lists' }).click();
    await button('Cloud · Rehearsal library').waitFor();
    expect(await button('Cloud · Rehearsal library').getAttribute('aria-pressed')).toBe('true');
    await row('坏蛋').waitFor();
    expect(await row('坏蛋').textContent()).toContain('Not on the list');
    await view().getByText('A change acts in about two minutes.').waitFor();
    expect(await seriousIn()).toEqual([]);
  });

  it('take one word by its own button and say when it acts', async () => {
    await button('Send 坏蛋 to the service’s list').click();
    await row('坏蛋').getByText('On the list', { exact: true }).waitFor();
    expect(await row('坏蛋').textContent()).toMatch(/Sent · acts by \d/);
  });

  it('ask once more before a whole list goes out, and tell each refused word’s reason', async () => {
    await button('Old word list').click();
    await view().getByText('A change acts in up to an hour.').waitFor();
    await row('scrub').waitFor();
    await button(/^Send all here only: 4/).click();
    await view()
      .getByRole('group', { name: /^Put 4 words/ })
      .getByRole('button', { name: 'Send' })
      .click();
    await view().getByText('3 words sent.').waitFor();
    await view().getByText('1 was refused.').waitFor();
    await button('Show why').click();
    await expect.poll(() => view().getByRole('listitem').count()).toBe(1);
    expect(await view().getByRole('listitem').textContent()).toContain('at most 10 characters');
    expect(await seriousIn()).toEqual([]);
  });

  it('can be cancelled while they run', async () => {
    await button(/^All \d/).click();
    await live.app.rehearsalCall('faults', { restDelayMs: 3000 });
    await button('Take off 坏蛋 from the service’s list').click();
    await button('Cancel').click();
    await live.app.rehearsalCall('faults', { restDelayMs: 0 });
    await expect.poll(() => button('Cancel').count(), { timeout: 15_000 }).toBe(0);
  });

  it('say which kinds the service does not have', async () => {
    await live.app.rehearsalCall('settings', { wordLists: ['local'] });
    await button('Read again').click();
    await view().getByText('Not there for this app: Cloud moderation, Old word list').waitFor();
    await live.app.rehearsalCall('settings', { wordLists: [] });
    await button('Read again').click();
    await view().getByText('This app has no word list at the service').waitFor();
    expect(await seriousIn()).toEqual([]);
  });

  it('fit a narrow window in Chinese and met no error on the way', async () => {
    await live.app.rehearsalCall('settings', { wordLists: ['dirty', 'cloud', 'local'] });
    await button('Read again').click();
    await row('坏蛋').waitFor();
    await page.setViewportSize({ width: 700, height: 800 });
    expect(await page.evaluate(() => document.documentElement.scrollWidth > window.innerWidth)).toBe(false);
    expect(live.complaints).toEqual([]);
  });
});
