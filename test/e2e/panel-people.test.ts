import type { Page } from '@playwright/test';
import { beforeAll, describe, expect, it } from 'vitest';
import { seriousOn } from '../support/axe.ts';
import { livePanel } from '../support/live-panel.ts';

/** The card of a person and the search page against the real product. */
const live = livePanel({ rehearse: 'off' });
let page: Page;

const say = async (userId: string, nick: string, text: string): Promise<void> => {
  expect(await live.app.viewerSays(text, { userId, nick })).toBe(0);
  await feed().getByText(text).waitFor();
};

const seriousIn = (): Promise<string[]> => seriousOn(page);

const feed = () => page.getByRole('tree', { name: /^Comments in .*Night show$/ });
const card = () => page.getByRole('complementary', { name: 'Selected person' });
const results = () => page.getByRole('tree', { name: 'Search results' }).getByRole('treeitem');
const row = (text: string) => feed().getByRole('treeitem').filter({ hasText: text });
const button = (name: string | RegExp) => card().getByRole('button', { name });
const picture = async (name: string): Promise<void> => {
  const folder = process.env.LIVEDECK_PICTURES;
  if (folder !== undefined) await page.screenshot({ path: `${folder}/card-${name}.png` });
};

beforeAll(async () => {
  ({ page } = live);
  await say('anna', 'Anna', '今晚好看极了');
  await say('anna', 'Anna la Rouge', 'see you all tomorrow');
  await say('bert', 'Bert', '真的好看');
});

describe('the card of a person', () => {
  it('shows first comments on rows, and on the card names, counts and everything said', async () => {
    await row('今晚好看极了').getByTitle('First comment in this room').waitFor();
    expect(await row('see you all').getByTitle('First comment in this room').count()).toBe(0);
    await page.keyboard.press('j');
    await card().getByText('bert', { exact: true }).waitFor();
    await page.keyboard.press('k');
    await card().getByText('2 comments in 1 room').waitFor();
    await card().getByText('Also seen as').waitFor();
    const said = card().getByRole('region', { name: 'Comments in all rooms' }).getByRole('listitem');
    await expect.poll(() => said.count()).toBe(2);
  });

  it('is written on and watched with keys, and rows show it', async () => {
    await page.keyboard.press('Shift+N');
    await page.keyboard.type('**regular**, asks for songs');
    await page.keyboard.press('Control+Enter');
    await card().getByText('Saved').waitFor();
    await row('see you all').getByTitle('Has a note').waitFor();
    await page.keyboard.press('w');
    await button(/^Watching until/).waitFor();
    await row('今晚好看极了')
      .getByTitle(/^Watched until/)
      .waitFor();
    await page.keyboard.press('b');
    await card()
      .getByRole('list', { name: 'Mutes and bans in force' })
      .getByText(/^Banned/)
      .waitFor();
    await card().getByText('1 ban').waitFor();
    expect(await seriousIn()).toEqual([]);
    await picture('deck');
  });
});

describe('the search page', () => {
  it('finds a Chinese word, and what is found is acted on with the same keys', async () => {
    await page.keyboard.press('Control+f');
    await page.getByLabel('Words to look for').fill('好看');
    await expect.poll(() => results().count()).toBe(2);
    await page.keyboard.press('ArrowDown');
    await card().getByText('bert', { exact: true }).waitFor();
    await page.keyboard.press('h');
    await results().first().getByText('hidden').waitFor();
    await page.keyboard.press('j');
    await card().getByText('anna', { exact: true }).waitFor();
    await results().first().click({ button: 'right' });
    await page.getByRole('menuitem', { name: /^Unban/ }).waitFor();
    await page.keyboard.press('Escape');
    // Only then: while a menu is open, the rest of the page is out of reach for assistive technology.
    await card().getByText('bert', { exact: true }).waitFor();
    await page.keyboard.press('j');
    await card().getByText('anna', { exact: true }).waitFor();
    // The name comes with the comment, the note with the card's own answer.
    await expect
      .poll(() => card().getByRole('textbox', { name: 'Note' }).inputValue())
      .toBe('**regular**, asks for songs');
    expect(await seriousIn()).toEqual([]);
    await picture('search');
    await page.keyboard.press('u');
    await expect.poll(() => results().first().getByText('hidden').count()).toBe(0);
  });

  it('speaks Chinese, fits a narrow window, and forgets a person for good', async () => {
    await page.getByRole('button', { name: 'Delete all data of this person' }).click();
    await page.getByRole('button', { name: 'Delete for good' }).click();
    await card().getByText('Nothing is stored of this person.').waitFor();
    await page.getByLabel('Words to look for').fill('见');
    await page.getByLabel('Words to look for').fill('今晚');
    await page.getByText('Nothing stored matches.').waitFor();
    await page.getByLabel('Words to look for').fill('好看');
    await expect.poll(() => results().count()).toBe(1);
    await results().first().click();
    await page.keyboard.press('Control+,');
    await page.getByLabel('Days that comments are kept').waitFor();
    expect(await seriousIn()).toEqual([]);
    await picture('settings');
    await page.getByRole('button', { name: '简体中文' }).click();
    await page.keyboard.press('Control+f');
    await page.getByRole('tree', { name: '搜索结果' }).getByRole('treeitem').first().click();
    await picture('chinese');
    await page.setViewportSize({ width: 900, height: 700 });
    const wide = await page.evaluate(() => document.documentElement.scrollWidth > window.innerWidth);
    expect(wide).toBe(false);
    await picture('narrow');
    expect(live.complaints).toEqual([]);
  });
});
