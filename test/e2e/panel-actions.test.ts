import { readFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import { beforeAll, describe, expect, it } from 'vitest';
import { verifyFile } from '../../main/core/history/verify-file.ts';
import { seriousOn } from '../support/axe.ts';
import { livePanel } from '../support/live-panel.ts';

/** Acts on several comments at once, own buttons, warnings and the journal page, against the real product. */
const live = livePanel({ rehearse: 'off' });
let page: Page;

const say = async (userId: string, nick: string, text: string): Promise<void> => {
  expect(await live.app.viewerSays(text, { userId, nick })).toBe(0);
  await row(text).waitFor();
};

const feed = () => page.getByRole('tree', { name: /^Comments in .*Night show$/ });
const row = (text: string) => feed().getByRole('treeitem').filter({ hasText: text }).first();
const card = () => page.getByRole('complementary', { name: 'Selected person' });
const bar = () => page.getByRole('toolbar', { name: 'Actions on what is chosen' });
const entries = () => page.locator('.journal-table tbody tr');

const seriousIn = (): Promise<string[]> => seriousOn(page);

const picture = async (name: string): Promise<void> => {
  const folder = process.env.LIVEDECK_PICTURES;
  if (folder !== undefined) await page.screenshot({ path: `${folder}/acts-${name}.png` });
};

const save = async (name: string): Promise<string> => {
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name }).click(),
  ]);
  return download.path();
};

beforeAll(async () => {
  ({ page } = live);
  await say('anna', 'Anna', 'first words');
  await say('bert', 'Bert', '=HYPERLINK("http://x")');
  await say('carl', 'Carl', 'buy now');
  await say('dora', 'Dora', 'last words');
});

describe('a selection', () => {
  it('is made with Shift and the keys, is acted on as one, and one key takes it all back', async () => {
    await page.keyboard.press('j');
    await page.keyboard.press('Shift+K');
    await page.keyboard.press('Shift+K');
    await bar().getByText('3 comments chosen').waitFor();
    await bar().getByText('of 3 people').waitFor();
    expect(await seriousIn()).toEqual([]);
    await picture('bulk');
    await page.keyboard.press('m');
    await expect
      .poll(() =>
        feed()
          .getByTitle(/^Muted,/)
          .count(),
      )
      .toBe(3);
    await page.getByText('and 2 more').waitFor();
    await page.keyboard.press('u');
    await expect
      .poll(() =>
        feed()
          .getByTitle(/^Muted,/)
          .count(),
      )
      .toBe(0);
    await page.keyboard.press('Escape');
    await expect.poll(() => bar().count()).toBe(0);
  });

  it('is made with Ctrl and a click, and holds the feed still meanwhile', async () => {
    await row('first words').click({ modifiers: ['Control'] });
    await row('buy now').click({ modifiers: ['Control'] });
    await bar().getByText('2 comments chosen').waitFor();
    await page.mouse.move(2, 2);
    expect(await feed().getAttribute('data-held')).toBe('true');
    await page.keyboard.press('h');
    await expect.poll(() => feed().getByText('hidden').count()).toBe(2);
    await page.keyboard.press('u');
    await expect.poll(() => feed().getByText('hidden').count()).toBe(0);
    await page.keyboard.press('Escape');
  });
});

describe('an own button', () => {
  it('warns in the room and mutes by one digit', async () => {
    await row('buy now').click();
    await page.keyboard.press('3');
    await row('@Carl Please keep to the rules').waitFor();
    await row('Carl')
      .getByTitle(/^Muted,/)
      .waitFor();
    await card().getByText('1 warning').waitFor();
  });
});

describe('the menu of a row', () => {
  it('opens by the second button of the mouse, and a key recalls in the room', async () => {
    await row('HYPERLINK').click({ button: 'right' });
    await page.getByRole('menuitem', { name: 'Ban for' }).hover();
    await page.getByRole('menuitem', { name: '7 days' }).waitFor();
    await picture('menu');
    expect(await seriousIn()).toEqual([]);
    await page.keyboard.press('Escape');
    await page.keyboard.press('Escape');
    await expect.poll(() => page.getByRole('menu').count()).toBe(0);
    await row('HYPERLINK').click();
    await page.keyboard.press('r');
    await row('recalled in the room').waitFor();
  });
});

describe('a note', () => {
  it('is read as Markdown, without HTML and with https links alone', async () => {
    await row('first words').click();
    await page.keyboard.press('Shift+N');
    await page.keyboard.insertText(
      '**VIP**, see [rules](https://example.org/r) <b>raw</b> [bad](javascript:alert(1))\n\n- sings\n- pays',
    );
    await page.keyboard.press('Control+Enter');
    const view = card().getByRole('region', { name: 'The note as it reads' });
    await view.locator('strong', { hasText: 'VIP' }).waitFor();
    expect(await view.locator('a').evaluateAll((all) => all.map((one) => one.getAttribute('href')))).toEqual([
      'https://example.org/r',
    ]);
    expect(await view.locator('b').count()).toBe(0);
    expect(await view.getByRole('listitem').count()).toBe(2);
    expect(await seriousIn()).toEqual([]);
    await picture('note');
  });
});

describe('a column of the journal', () => {
  it('is read with the keys of a feed: one takes the selected act back, and its menu acts on whom it was about', async () => {
    await row('last words').click();
    await page.keyboard.press('m');
    // Her comment is hidden with the mute, so she is known by her name.
    const muted = () =>
      row('Dora')
        .getByTitle(/^Muted,/)
        .count();
    await expect.poll(muted).toBe(1);
    await page.keyboard.press('Shift+L');
    const lines = page.getByRole('tree', { name: 'Journal' }).getByRole('treeitem');
    await lines.first().getByText('Dora').waitFor();
    await lines.nth(1).click();
    await page.keyboard.press('k');
    await expect.poll(() => lines.first().getAttribute('aria-selected')).toBe('true');
    await card().getByText('dora', { exact: true }).waitFor();
    await page.keyboard.press('Shift+F10');
    await page.getByRole('menuitem', { name: /^Unban/ }).waitFor();
    expect(await seriousIn()).toEqual([]);
    await picture('journal-column');
    await page.keyboard.press('Escape');
    await page.keyboard.press('u');
    await expect.poll(muted).toBe(0);
  });
});

describe('the journal page', () => {
  it('is filtered by what was done and to whom', async () => {
    await page.keyboard.press('Control+2');
    await expect.poll(() => entries().count()).toBeGreaterThan(8);
    expect(await seriousIn()).toEqual([]);
    await picture('journal');
    await page.getByLabel('What', { exact: true }).selectOption('warn');
    await expect.poll(() => entries().count()).toBe(1);
    await entries().first().getByText('Warned: cannot be taken back').waitFor();
    await page.getByRole('button', { name: 'Show all' }).click();
    await page.getByLabel('Nick or user ID').fill('BERT');
    await expect.poll(() => entries().count()).toBe(3);
  });

  it('is saved as CSV that no spreadsheet runs, and as a chain that the checker takes', async () => {
    const csv = await readFile(await save('Save CSV'), 'utf8');
    expect(csv.trimEnd().split('\r\n')).toHaveLength(4);
    expect(csv).toContain(`"'=HYPERLINK(""http://x"")"`);
    const verified = await verifyFile(await save('Save JSON Lines'));
    expect(verified.ok).toBe(true);
    await page.getByRole('button', { name: 'Check the chain' }).click();
    const { events, entries: actions } = verified.ok ? verified.value : { events: 0, entries: 0 };
    await page.getByText(`Chain intact: ${actions} actions in ${events} events`).waitFor();
    await picture('journal-filtered');
  });

  it('undoes an entry, and acts on whom an entry is about from the keyboard', async () => {
    await page.getByRole('button', { name: 'Show all' }).click();
    await page.getByLabel('Nick or user ID').fill('carl');
    await page.getByRole('button', { name: 'Undo: Mute Carl for 10 min' }).click();
    // Under the pointer nothing moves: what is new shows when it leaves.
    await page.mouse.move(2, 2);
    await entries().filter({ hasText: 'Undo: Unmute Carl' }).first().waitFor();
    await entries().first().focus();
    await page.keyboard.press('Shift+F10');
    await page.getByRole('menuitem', { name: /^Hide all of theirs/ }).click();
    await page.mouse.move(2, 2);
    await entries().filter({ hasText: 'Hide all comments by Carl' }).first().waitFor();
  });
});

describe('the settings of actions', () => {
  it('change own buttons and times, in Chinese too', async () => {
    await page.keyboard.press('Control+,');
    await page.getByLabel('Name of button 8').fill('Spoiler');
    await page.getByLabel('Action of button 8').selectOption('hide');
    await page
      .getByRole('group', { name: 'Mute times to choose from' })
      .getByLabel('Another time', { exact: true })
      .fill('30');
    await page
      .getByRole('group', { name: 'Mute times to choose from' })
      .getByRole('button', { name: 'Add' })
      .click();
    await page.getByRole('group', { name: 'Mute times to choose from' }).getByText('30 min').waitFor();
    expect(await seriousIn()).toEqual([]);
    await picture('settings');
    await page.keyboard.press('Control+1');
    await row('last words').click();
    await card()
      .getByRole('button', { name: /Spoiler/ })
      .click();
    await row('Dora').getByText('hidden').waitFor();
    await page.keyboard.press('Control+,');
    await page.getByRole('button', { name: '简体中文' }).click();
    await picture('settings-chinese');
    await page.keyboard.press('Control+2');
    await page.getByRole('heading', { name: '日志' }).waitFor();
    await picture('journal-chinese');
    await page.setViewportSize({ width: 900, height: 700 });
    await page.keyboard.press('Control+1');
    await picture('narrow');
    expect(live.complaints).toEqual([]);
  });
});
