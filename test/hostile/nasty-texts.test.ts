import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  bottomLineTrouble,
  fixedParts,
  overlayTrouble,
  type Place,
  panelTrouble,
  readingTrouble,
} from './layout-trouble.ts';
import { type NastyStage, openNastyStage } from './nasty-stage.ts';
import { nastyTexts } from './nasty-texts.ts';

let stage: NastyStage;
let before: Readonly<Record<string, Place>>;
beforeAll(async () => {
  stage = await openNastyStage();
  await stage.plainly('first of all');
  await stage.panel.page.getByText('first of all').waitFor();
  before = await fixedParts(stage.panel.page);
});
afterAll(() => stage.close());

/** For whoever wants to see it: `HOSTILE_PICTURES=DIR npm run test:hostile`. */
const picture = async (page: Page, name: string): Promise<void> => {
  const folder = process.env.HOSTILE_PICTURES;
  if (folder !== undefined) await page.screenshot({ path: join(folder, `${name}.png`) });
};

/** Texts that come one after the other on one screen. */
const HANDFUL = 6;
const handfuls = Array.from({ length: Math.ceil(nastyTexts.length / HANDFUL) }, (_, at) => {
  const some = nastyTexts.slice(at * HANDFUL, (at + 1) * HANDFUL);
  return [some.map(({ name }) => name).join(', '), at * HANDFUL, some] as const;
});

describe('comments, nicknames, notices, gifts and room names', () => {
  it.each(handfuls)('of %s leave everything in its place', async (_names, from, some) => {
    const calm: string[] = [];
    for (const [offset, nasty] of some.entries()) {
      const codes = await stage.send(nasty, from + offset);
      expect(codes.every((code) => code === 0)).toBe(true);
      calm.push(`calm words ${from + offset} here`);
      await stage.plainly(calm.at(-1) ?? '');
    }
    const last = calm.at(-1) ?? '';
    await stage.panel.page.locator('.feed .words').getByText(last, { exact: true }).waitFor();
    await stage.overlay.page.locator('.chat').getByText(last, { exact: true }).waitFor();
    await picture(stage.panel.page, `panel-${from}`);
    await picture(stage.overlay.page, `overlay-${from}`);
    expect(await panelTrouble(stage.panel.page)).toEqual([]);
    expect(await readingTrouble(stage.panel.page, last)).toEqual([]);
    expect(await overlayTrouble(stage.overlay.page)).toEqual([]);
    expect(await fixedParts(stage.panel.page)).toEqual(before);
    expect(stage.panel.tricks()).toEqual([]);
    expect(stage.overlay.tricks()).toEqual([]);
  });

  it('do as little on the other pages: card, journal, search, accounts and rooms', async () => {
    const { page } = stage.panel;
    const [room = ''] = Object.keys((await stage.call('state:get', { topic: 'rooms' })).value as object);
    for (const [index, { text }] of nastyTexts.entries()) {
      const nick = text.slice(0, 500).toWellFormed();
      await stage.call('moderation:act', {
        action: { type: 'hide-user', userId: `evil-${index}`, nick },
        rooms: [room],
        reason: text.slice(0, 500).toWellFormed(),
      });
    }
    for (const name of ['Journal', 'Search', 'Accounts', 'Rooms', 'Words', 'Overlay', 'Deck']) {
      await page.locator('.rail').getByRole('link', { name }).first().click();
      await page.locator('main').waitFor();
      if (name === 'Search') {
        await page.getByRole('searchbox').or(page.getByRole('textbox')).first().fill('canary');
        await page.keyboard.press('Enter');
      }
      await picture(page, `page-${name}`);
      expect(await panelTrouble(page)).toEqual([]);
    }
    expect(stage.panel.tricks()).toEqual([]);
  });

  it('do as little in Chinese, on light ground and in a narrow window: feed, card, journal, search', async () => {
    const { page } = stage.panel;
    await stage.call('settings:set', { patch: { language: 'zh-CN', theme: 'light' } });
    await page.setViewportSize({ width: 760, height: 640 });
    const look = async (name: string) => {
      await picture(page, `narrow-${name}`);
      expect([...(await panelTrouble(page)), ...(await bottomLineTrouble(page))]).toEqual([]);
    };
    await page.locator('html[lang="zh-CN"]').waitFor();
    await look('deck');
    for (const [index] of nastyTexts.slice(-HANDFUL).entries()) {
      await page
        .locator('.feed [data-row]:has(.nick)')
        .nth(-2 * (index + 1))
        .click({ position: { x: 6, y: 6 } });
      await look(`card-${index}`);
      await page.keyboard.press('Escape');
    }
    await page.locator('.rail a[href="#journal"]').click();
    await page.locator('.journal-table tr').nth(3).waitFor();
    await look('journal');
    await page.locator('.rail a[href="#search"]').click();
    await page
      .locator('.search-page')
      .getByRole('searchbox')
      .or(page.getByRole('textbox'))
      .first()
      .fill('canary');
    await page.keyboard.press('Enter');
    const hits = page.locator('.search-page .hit');
    await hits.first().waitFor();
    await look('search');
    await hits.first().click();
    await look('hit');
    expect(stage.panel.tricks()).toEqual([]);
  });

  it('are kept, and Livedeck has no trouble of its own with them', async () => {
    await stage.panel.page.locator('.rail a[href="#deck"]').click();
    await stage.plainly('the last word');
    await stage.panel.page.locator('.feed .words').getByText('the last word', { exact: true }).waitFor();
    expect(stage.bugs()).toEqual([]);
    expect(stage.overlay.tricks()).toEqual([]);
  });
});
