import { describe, expect, it } from 'vitest';
import { appError } from '../../main/contract/app-error.ts';
import type { CallInput } from '../../main/contract/calls.ts';
import { feedOf } from '../support/panel-host/open-panel.ts';
import { panelPerTest } from '../support/panel-host/panel-per-test.ts';
import { roomKeyOf } from '../support/panel-host/world.ts';
import type { PanelHost } from '../support/panel-host.ts';

const panel = panelPerTest();

const hold = (host: PanelHost, roomId: string, text: string) => {
  const at = Date.now();
  const hit = {
    ruleId: 'r',
    word: 'rule',
    field: 'text' as const,
    start: 0,
    end: 2,
    layers: [],
    level: 'hold' as const,
  };
  host.feed(roomKeyOf(roomId), [
    {
      id: `held-${roomId}-${text}`,
      at,
      receivedAt: at,
      kind: 'comment',
      person: { userId: 'troll', nick: 'troll' },
      text,
      danmaku: false,
      own: false,
      verdict: { level: 'hold', hits: [hit] },
    },
  ]);
};

const decisions = (host: PanelHost) =>
  host.seen
    .filter(({ call }) => call === 'held:decide')
    .map(({ input }) => input as CallInput<'held:decide'>)
    .map(({ ids, decision }) => [decision, ...ids.map((id) => id.replace(/^held-held-/, ''))]);

const press = async (...keys: string[]) => {
  for (const key of keys) await panel.page.keyboard.press(key);
};

const queue = () => panel.page.getByRole('tree', { name: 'Held' });

describe('held comments', () => {
  it('are worked through with the keys, over all rooms, and leave the queue at once', async () => {
    const { host, page } = await panel.open({ rooms: ['night-show', 'market'], past: 0 });
    hold(host, 'night-show', 'first');
    hold(host, 'market', 'second');
    hold(host, 'night-show', 'third');
    await page.getByRole('button', { name: 'Held: 3 comments wait' }).waitFor();
    await press('q');
    await queue().getByRole('treeitem').nth(2).waitFor();
    await press(']', ']', 'j', 'a', 'd', 'Shift+D');
    await expect.poll(() => queue().getByRole('treeitem').count()).toBe(0);
    expect(decisions(host)).toEqual([
      ['approve', 'night-show-first'],
      ['deny', 'market-second'],
      ['deny-and-mute', 'night-show-third'],
    ]);
    const approved = feedOf(page, 'night-show').getByRole('treeitem').filter({ hasText: 'first' });
    await expect.poll(() => approved.getAttribute('data-tone')).toBe('clean');
    await feedOf(page, 'market').getByText('hidden — U to undo').waitFor();
  });

  it('can be decided where they stand in the feed', async () => {
    const { host, page } = await panel.open({ past: 0 });
    hold(host, 'night-show', 'in the feed');
    await feedOf(page, 'night-show').getByText('in the feed').waitFor();
    await press('k', 'Shift+A');
    await expect.poll(() => decisions(host)).toEqual([['approve-and-allow', 'night-show-in the feed']]);
  });

  it('come back to the queue when the host could not decide, with the reason', async () => {
    const { host, page } = await panel.open({ past: 0 });
    host.refusals.call = (name) =>
      name === 'held:decide'
        ? appError('storage', { en: 'The disk is full.', 'zh-CN': '磁盘已满。' })
        : undefined;
    hold(host, 'night-show', 'stays');
    await feedOf(page, 'night-show').getByText('stays').waitFor();
    await press('q', 'k', 'd');
    await page.getByText('The disk is full.').waitFor();
    await queue().getByRole('treeitem').waitFor();
  });

  it('keep their places under the pointer when others go, so that a press meets what was read', async () => {
    const { host, page } = await panel.open({ past: 0 });
    for (const text of ['first', 'second', 'third']) hold(host, 'night-show', text);
    await page.getByRole('button', { name: 'Held: 3 comments wait' }).waitFor();
    await press('q');
    const item = (text: string) => queue().getByRole('treeitem').filter({ hasText: text });
    const approve = item('third').getByRole('button', { name: 'Approve' });
    await approve.hover();
    const place = await approve.boundingBox();
    host.state.patch('held', { 'held-held-night-show-first': null });
    await item('first').getByText('Waits no longer').waitFor();
    expect(await approve.boundingBox()).toEqual(place);
    await page.mouse.down();
    await page.mouse.up();
    await expect.poll(() => decisions(host)).toEqual([['approve', 'night-show-third']]);
    await item('third').getByText('Approved', { exact: true }).waitFor();
    hold(host, 'night-show', 'fourth');
    await item('fourth').waitFor();
    expect(await queue().getByRole('treeitem').count()).toBe(4);
    await page.mouse.move(2, 2);
    await expect.poll(() => queue().getByRole('treeitem').count()).toBe(2);
  });

  it('have their column open again on the next day', async () => {
    const { host, page } = await panel.open();
    await press('q');
    await queue().waitFor();
    const columns = () => host.state.values.settings.deck?.columns.map((column) => column.id) ?? [];
    await expect.poll(columns).toContain('held');
    expect(host.state.values.settings.columnWidths.held).toBe(340);
    await page.reload();
    await queue().waitFor();
    await press('q');
    await expect.poll(columns).not.toContain('held');
  });
});
