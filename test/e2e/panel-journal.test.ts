import { describe, expect, it } from 'vitest';
import { panelPerTest } from '../support/panel-host/panel-per-test.ts';
import { entryFor, newRoom } from '../support/panel-host/world.ts';
import type { PanelHost } from '../support/panel-host.ts';

const panel = panelPerTest();

/** An act as the host tells of it, also of those that a rule did by itself. */
const muted = (host: PanelHost, userId: string, at: number): void => {
  const action = { type: 'mute' as const, userId, nick: userId, seconds: 600 };
  const room = newRoom('night-show', 0);
  const entry = entryFor({
    id: `of-${userId}`,
    at,
    action,
    room,
    reason: '',
    original: undefined,
    error: undefined,
  });
  host.journal.push(entry);
  host.tell('journal:entry', entry);
};

const undone = (host: PanelHost) =>
  host.seen.filter(({ call }) => call === 'moderation:undo').map(({ input }) => input);

describe('a list of what was done', () => {
  it.each([
    ['of the last actions', [], '.last-acts'],
    ['in a column', ['Shift+L'], '.journal-list'],
    ['on the journal’s page', ['Control+2'], '.journal-table'],
  ])('%s holds still under the pointer: a press undoes what it was aimed at', async (_, keys, list) => {
    const { host, page } = await panel.open({ past: 0 });
    muted(host, 'mine', Date.now());
    for (const key of keys) await page.keyboard.press(key);
    const undo = (whom: string) => page.locator(list).getByRole('button', { name: `Undo: Mute ${whom}` });
    await undo('mine').hover();
    const place = await undo('mine').boundingBox();
    muted(host, 'raider', Date.now() + 1);
    await page.locator('.journal-news').first().waitFor();
    expect(await undo('mine').boundingBox()).toEqual(place);
    await page.mouse.down();
    await page.mouse.up();
    await expect.poll(() => undone(host)).toEqual([{ entryIds: ['of-mine'] }]);
    expect(await undo('raider').count()).toBe(0);
    await expect.poll(() => undo('mine').count()).toBe(0);
    await page.mouse.move(2, 2);
    await undo('raider').waitFor();
  });
});
