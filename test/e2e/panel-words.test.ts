import type { Page } from '@playwright/test';
import { beforeAll, describe, expect, it } from 'vitest';
import { seriousOn } from '../support/axe.ts';
import { livePanel } from '../support/live-panel.ts';

/** The page of the word rules against the real product: its store, its matcher, its history. */
const live = livePanel({ rehearse: 'calm' });
let page: Page;

const say = (text: string) => live.app.viewerSays(text, { userId: 'troll', nick: 'Troll' });

const seriousIn = (): Promise<string[]> => seriousOn(page);

const button = (name: string | RegExp) => page.getByRole('button', { name });
const exact = (name: string) => page.getByRole('button', { name, exact: true });
const pane = (name: string) => page.getByRole('complementary', { name });
const rules = () => page.getByRole('listbox', { name: 'Rules' }).getByRole('option');
const goTo = (name: string) =>
  page.getByRole('navigation', { name: /^(Pages|页面)$/ }).getByRole('link', { name });
const feed = () => page.getByLabel(/^Comments in/).first();
const file = (name: string, text: string) => ({ name, mimeType: 'text/plain', buffer: Buffer.from(text) });
const count = async (text: RegExp) => page.getByRole('status').filter({ hasText: text }).waitFor();

beforeAll(async () => {
  ({ page } = live);
  expect(await say('the frobnicate show')).toBe(0);
  expect(await say('frobnicated again')).toBe(0);
  await feed().getByText('frobnicated again').waitFor();
});

describe('the page of the word rules', () => {
  it('opens with one key and starts with only the strict group that waits for a panic', async () => {
    await page.keyboard.press('Control+3');
    await page.getByRole('switch', { name: /^Strict/ }).waitFor();
    expect(await page.getByRole('switch', { name: /^Strict/ }).getAttribute('aria-checked')).toBe('false');
    expect(await seriousIn()).toEqual([]);
    await button(/^No group/).click();
    await page.getByText('No rule matches this search.').waitFor();
  });

  it('shows what a rule would have done to the past before it is saved, and what an exception changes', async () => {
    await page.keyboard.press('n');
    await page.getByLabel('Word or phrase', { exact: true }).fill('frobnicate');
    await page.getByRole('switch', { name: 'Inside longer words too' }).click();
    const past = page.getByRole('region', { name: 'What it would have done' });
    await past.getByRole('button', { name: 'Dry run' }).click();
    const examples = past.getByRole('listitem').filter({ hasText: 'show' });
    await examples.first().waitFor();
    expect(await past.locator('.dry-checked strong').textContent()).toBe('2');
    expect(await examples.first().locator('mark').textContent()).toBe('frobnicate');
    await past.getByLabel('Harmless word').fill('frobnicated');
    await past.getByLabel('Harmless word').press('Enter');
    await past.getByText('Lets 1 comment through.').waitFor();
    await past.getByRole('button', { name: 'Add to the exceptions' }).click();
    await page.locator('summary').filter({ hasText: 'Exceptions' }).click();
    expect(await page.getByLabel('Harmless words that contain it').inputValue()).toBe('frobnicated');
    expect(await seriousIn()).toEqual([]);
  });

  it('puts a saved rule in force for the next comment', async () => {
    await page.getByLabel('Word or phrase', { exact: true }).press('Enter');
    await page.getByText('Saved. It is in force.').waitFor();
    await rules().filter({ hasText: 'frobnicate' }).waitFor();
    expect(await say('f r o b n i c a t e now')).toBe(0);
    expect(await say('frobnicated is fine')).toBe(0);
    await goTo('Deck').click();
    const held = feed().getByRole('treeitem').filter({ hasText: 'f r o b n i c a t e now' });
    await held.waitFor();
    expect(await held.getAttribute('data-tone')).toBe('hold');
    const fine = feed().getByRole('treeitem').filter({ hasText: 'frobnicated is fine' });
    await fine.waitFor();
    expect(await fine.getAttribute('data-tone')).toBe('clean');
    await goTo('Words').click();
  });

  it('lights the exact characters of a tried line and says why, layer by layer', async () => {
    const line = page.getByRole('textbox', { name: 'Line to try' });
    await line.fill('say f.r.o.b.n.i.c.a.t.e!');
    const result = page.getByRole('status', { name: 'Result' });
    await result.locator('mark').first().waitFor();
    expect((await result.locator('.outcome-line mark').allTextContents()).join('')).toBe(
      'f.r.o.b.n.i.c.a.t.e',
    );
    expect(await result.locator('.outcome').getAttribute('data-level')).toBe('hold');
    expect(await result.locator('.outcome-why').textContent()).toContain('frobnicate');
    expect(await result.locator('.layers li').count()).toBeGreaterThan(5);
    expect(await seriousIn()).toEqual([]);
  });

  it('tells the fate of each line of a list before anything goes in, and takes the good ones', async () => {
    await button(/^No group/).click();
    await expect.poll(() => rules().count()).toBe(1);
    await exact('Import').click();
    const list = [
      '# a remark',
      'wibble',
      '',
      'frobnicate',
      'wibble',
      '/(?=x)y/',
      `${'z'.repeat(150)}`,
      'wobble',
    ];
    await page.getByLabel('Choose file').setInputFiles(file('list.txt', list.join('\n')));
    await button('Import 2 rules').waitFor();
    expect(await rules().count()).toBe(1);
    const chip = (name: RegExp) =>
      page.getByRole('group', { name: /Lines by/ }).getByRole('button', { name });
    await chip(/^Too long 1/).waitFor();
    await chip(/^There already 2/).click();
    const rows = pane('Import a list').getByRole('row');
    await expect.poll(() => rows.allTextContents()).toHaveLength(3);
    await chip(/^All lines/).click();
    await expect.poll(() => rows.count()).toBe(list.length + 1);
    expect(await seriousIn()).toEqual([]);
    await button('Import 2 rules').click();
    await page.getByText('2 rules went in and are in force.').waitFor();
    await count(/^3 rules$/);
  });

  it('refuses a list that is too big before sending it', async () => {
    const big = file('big.txt', 'x'.repeat(5 * 1024 * 1024 + 1));
    await page.getByLabel('Choose file').setInputFiles(big);
    await page.getByText('This file has 5.0 MB').waitFor();
  });

  it('keeps thousands of rules in reach by search, level and keys, and brings back a removed one', async () => {
    const many = Array.from({ length: 3_000 }, (_, index) => `plonk${index}q`).join('\n');
    await page.getByLabel('Choose file').setInputFiles(file('many.txt', many));
    await button(/^Import 3,000 rules/).click();
    await count(/^3,003 rules$/);
    expect(await rules().count()).toBeLessThan(80);
    const list = page.getByRole('listbox', { name: 'Rules' });
    await list.focus();
    await page.keyboard.press('End');
    await rules().filter({ hasText: 'plonk2999q' }).waitFor();
    await page.keyboard.press('/');
    await page.keyboard.type('plonk1234q');
    await count(/^1 rule$/);
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Delete');
    await page.getByText('Removed “plonk1234q”.').waitFor();
    await page.getByText('No rule matches this search.').waitFor();
    await exact('Undo').click();
    await rules().filter({ hasText: 'plonk1234q' }).waitFor();
    await exact('Block').first().click();
    await page.getByText('No rule matches this search.').waitFor();
    await exact('All').first().click();
    await page.getByLabel('Search rules').fill('');
  });

  it('switches a group on and off and makes it the strict one', async () => {
    await exact('New group').click();
    await page.getByLabel('Name of the group').fill('Night only');
    await page.getByRole('checkbox', { name: 'Strict' }).check();
    await exact('Save group').click();
    const toggle = page.getByRole('switch', { name: 'Night only is on' });
    await toggle.waitFor();
    expect(await toggle.getAttribute('aria-checked')).toBe('false');
    await toggle.click();
    await expect.poll(() => toggle.getAttribute('aria-checked')).toBe('true');
  });

  it('adds a starter list only when asked', async () => {
    await exact('Starter lists').click();
    const starters = pane('Starter lists');
    await starters.getByRole('button', { name: /^Add / }).first().click();
    await expect.poll(() => starters.getByText('Added').count()).toBe(2);
    expect(await seriousIn()).toEqual([]);
  });

  it('writes the rules into a file', async () => {
    await button('All rules').click();
    await exact('Export').click();
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('menuitem', { name: 'Words only, TXT' }).click(),
    ]);
    expect(download.suggestedFilename()).toMatch(/\.txt$/);
  });

  it('keeps what becomes of held comments that nobody decides about', async () => {
    await exact('Options').click();
    const options = pane('Options');
    await options.getByRole('button', { name: 'Approve' }).click();
    await options.getByRole('button', { name: '30 s' }).click();
    expect(await seriousIn()).toEqual([]);
    await page.reload();
    await exact('Options').click();
    await expect
      .poll(() => options.getByRole('button', { name: 'Approve' }).getAttribute('aria-pressed'))
      .toBe('true');
    await options.getByRole('button', { name: 'Keep waiting' }).click();
    await options.getByText('Held comments wait until a person decides.').waitFor();
  });

  it('reads as well in Chinese on the light theme', async () => {
    await goTo('Settings').click();
    await exact('Light').click();
    await exact('简体中文').click();
    await goTo('词库').click();
    await page.getByRole('option').first().click();
    await pane('编辑规则').waitFor();
    await page.getByRole('switch', { name: /严格（一键紧急时开启）/ }).waitFor();
    expect(await seriousIn()).toEqual([]);
    expect(await page.evaluate(() => document.body.textContent ?? '')).not.toMatch(/\bwords\.\w/);
  });

  it('fits a narrow window and met no error on the way', async () => {
    await page.setViewportSize({ width: 860, height: 700 });
    const wide = await page.evaluate(() => document.documentElement.scrollWidth > window.innerWidth);
    expect(wide).toBe(false);
    expect(live.complaints).toEqual([]);
  });
});
