import type { Page } from '@playwright/test';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { livePanel } from '../support/live-panel.ts';
import { connectPanel, type PanelClient } from '../support/panel-client.ts';
import { type SureCall, sureCall } from '../support/typed-call.ts';

/** A column that gathers from two rooms of the real product. */
const live = livePanel({
  rehearse: 'off',
  context: { viewport: { width: 1600, height: 900 } },
  before: async (app) => {
    client = await connectPanel(app.ready.url);
    call = sureCall(() => client);
    const { value } = await call('state:get', { topic: 'accounts' });
    const [accountId = ''] = Object.keys(value as Readonly<Record<string, unknown>>);
    await call('room:open', { accountId, roomId: 'game-arena' });
  },
});
let page: Page;
let client: PanelClient;
let call: SureCall;

const column = () => page.getByRole('tree', { name: 'Highlights of all rooms' });
const rows = () => column().getByRole('treeitem');
const bar = () => page.getByRole('toolbar', { name: 'Actions on what is chosen' });

const say = async (roomId: string, userId: string, text: string): Promise<void> => {
  expect(await live.app.viewerSays(text, { roomId, userId })).toBe(0);
};

/** Who was muted where, by the journal, and how it ended. */
const mutes = async (): Promise<string[]> => {
  const { entries } = await call('journal:find', { filter: {}, limit: 50 });
  return entries
    .flatMap(({ action, roomKey, status, undoneBy }) =>
      action.type === 'mute'
        ? [`${action.userId} ${roomKey.split('/')[1]} ${undoneBy === undefined ? status : 'undone'}`]
        : [],
    )
    .sort();
};

beforeAll(async () => {
  ({ page } = live);
  await page.getByRole('tree', { name: /Game arena$/ }).waitFor();
});
afterAll(() => client.close());

describe('a column of highlights', () => {
  it('gathers from all rooms what has a word', async () => {
    await page.keyboard.press('Shift+Q');
    await page.getByLabel('Words to highlight').fill('frobnicate');
    await page.getByRole('button', { name: 'Done' }).click();
    await say('night-show', 'anna', 'please frobnicate one');
    await say('night-show', 'carl', 'nothing to see');
    await say('game-arena', 'anna', 'please frobnicate two');
    await say('game-arena', 'bert', 'please frobnicate three');
    await expect.poll(() => rows().count()).toBe(3);
  });

  it('lets comments of several rooms be chosen, and acts on each person where they spoke', async () => {
    await rows().last().click();
    await page.keyboard.press('Shift+K');
    await page.keyboard.press('Shift+K');
    await bar().getByText('3 comments chosen').waitFor();
    await bar().getByText('of 2 people').waitFor();
    await page.keyboard.press('m');
    await expect
      .poll(mutes)
      .toEqual(['anna game-arena done', 'anna night-show done', 'bert game-arena done']);
  });

  it('gives all of it back with one key', async () => {
    await page.keyboard.press('u');
    await expect
      .poll(mutes)
      .toEqual(['anna game-arena undone', 'anna night-show undone', 'bert game-arena undone']);
    expect(live.complaints).toEqual([]);
  });
});
