import { describe, expect, it } from 'vitest';
import { appError } from '../../main/contract/app-error.ts';
import type { CallInput } from '../../main/contract/calls.ts';
import type { Comment } from '../../main/contract/models/feed-item.ts';
import { cleanVerdict } from '../../main/contract/models/verdict.ts';
import { feedOf, selectedRow } from '../support/panel-host/open-panel.ts';
import { panelPerTest } from '../support/panel-host/panel-per-test.ts';
import { roomKeyOf } from '../support/panel-host/world.ts';
import type { PanelHost } from '../support/panel-host.ts';

const panel = panelPerTest();

const NIGHT = roomKeyOf('night-show');
let made = 0;

const say = (host: PanelHost, text: string, userId = 'troll', roomKey = NIGHT): Comment => {
  made += 1;
  const comment: Comment = {
    id: `said-${made}`,
    at: Date.now(),
    receivedAt: Date.now(),
    kind: 'comment',
    person: { userId, nick: userId },
    text,
    danmaku: false,
    own: false,
    verdict: cleanVerdict,
  };
  host.feed(roomKey, [comment]);
  return comment;
};

const acts = (host: PanelHost): CallInput<'moderation:act'>[] =>
  host.seen
    .filter(({ call }) => call === 'moderation:act')
    .map(({ input }) => input as CallInput<'moderation:act'>);

const press = async (...keys: string[]) => {
  for (const key of keys) await panel.page.keyboard.press(key);
};

const rowSaying = (text: string) =>
  feedOf(panel.page, 'night-show').getByRole('treeitem').filter({ hasText: text });

describe('a moderator without a mouse', () => {
  it('mutes whoever said the selected line for the default time, and sees for how long', async () => {
    const { host, page } = await panel.open();
    const comment = say(host, 'buy my coins now');
    await rowSaying('buy my coins now').waitFor();
    await press('k', 'm');
    await selectedRow(page).getByText('Muted').waitFor({ state: 'attached' });
    expect(acts(host)).toEqual([
      {
        action: { type: 'mute', userId: 'troll', nick: 'troll', seconds: 600 },
        rooms: [NIGHT],
        reason: '',
        original: comment.text,
      },
    ]);
    await press('Shift+m');
    await expect.poll(() => selectedRow(page).getByText('Muted').count()).toBe(0);
    expect(acts(host).at(-1)?.action).toEqual({ type: 'unmute', userId: 'troll', nick: 'troll' });
  });

  it('stops the feed with Space after a click on a button of a row, and does not press the button again', async () => {
    const { host, page } = await panel.open();
    const feed = feedOf(page, 'night-show');
    say(host, 'buy my coins now');
    await rowSaying('buy my coins now').hover();
    await rowSaying('buy my coins now').getByRole('button', { name: 'Mute', exact: true }).click();
    await rowSaying('buy my coins now').getByText('Muted').waitFor({ state: 'attached' });
    await page.mouse.move(2, 2);
    await expect.poll(() => feed.getAttribute('data-held')).toBe('false');
    await press('Space');
    await expect.poll(() => feed.getAttribute('data-held')).toBe('true');
    expect(acts(host).map(({ action }) => action.type)).toEqual(['mute']);
  });

  it('hides a comment, looks at it nevertheless, and brings it back with U', async () => {
    const { host, page } = await panel.open();
    const comment = say(host, 'something rude');
    await rowSaying('something rude').waitFor();
    await press('k', 'h');
    await selectedRow(page).getByText('hidden — U to undo').waitFor();
    expect(await rowSaying('something rude').count()).toBe(0);
    await press('Enter');
    await rowSaying('something rude').waitFor();
    await expect.poll(() => host.journal.map((entry) => entry.status)).toEqual(['done']);
    await press('u');
    await expect.poll(() => selectedRow(page).getByText('hidden — U to undo').count()).toBe(0);
    await rowSaying('something rude').waitFor();
    expect(acts(host).map(({ action }) => action)).toEqual([
      { type: 'hide-comment', userId: 'troll', nick: 'troll', itemId: comment.id },
    ]);
    expect(host.journal[0]?.undoneBy).toBe(host.journal[1]?.id);
  });

  it('must choose who is meant when several people said the same', async () => {
    const { host, page } = await panel.open();
    for (const user of ['ann', 'bea', 'cy']) say(host, 'the very same words', user);
    await rowSaying('the very same words').getByText('×3').waitFor();
    await press('k', 'm');
    await expect.poll(() => page.getByRole('treeitem', { level: 2 }).count()).toBe(3);
    expect(acts(host)).toEqual([]);
    await press('j', 'm');
    await expect
      .poll(() => acts(host).map(({ action }) => 'userId' in action && action.userId))
      .toEqual(['bea']);
  });

  it('acts in all rooms of the account at once, and undoes all of it at once', async () => {
    const { host, page } = await panel.open({ rooms: ['studio', 'market', 'night-show'] });
    await press('ArrowRight', 'ArrowRight');
    say(host, 'spam in every room');
    await rowSaying('spam in every room').waitFor();
    await press('k', 'e', 'b');
    await expect
      .poll(() => acts(host).map(({ rooms }) => [...rooms].sort()))
      .toEqual([[roomKeyOf('market'), NIGHT, roomKeyOf('studio')].sort()]);
    await page.getByText('Ban troll for 1 day · 3 rooms').waitFor();
    await expect.poll(() => host.journal.filter((entry) => entry.status === 'done').length).toBe(3);
    await press('u');
    await expect.poll(() => host.journal.filter((entry) => entry.undoneBy !== undefined).length).toBe(3);
  });

  it('answers as the VJ, and Escape leads back to the feed', async () => {
    const { host, page } = await panel.open();
    await press('c');
    await page.keyboard.type('good evening, mmm, all');
    await press('Enter');
    await rowSaying('good evening, mmm, all').waitFor();
    expect(host.seen.findLast(({ call }) => call === 'room:say')).toEqual({
      call: 'room:say',
      input: { roomKey: NIGHT, text: 'good evening, mmm, all', danmaku: false },
    });
    await press('Escape', 'k');
    await rowSaying('good evening').and(selectedRow(page)).waitFor();
  });

  it('keeps a comment that did not go out, with the reason and a way to try again', async () => {
    const { host, page } = await panel.open();
    host.refusals.call = (name) =>
      name === 'room:say'
        ? appError(
            'refused-by-service',
            { en: 'You are muted in this room.', 'zh-CN': '你在本房间被禁言。' },
            { vendor: { code: 10017, info: 'shutup' }, retryable: true },
          )
        : undefined;
    await press('c');
    await page.keyboard.type('hello?');
    await press('Enter');
    await page.getByText('You are muted in this room.').waitFor();
    await page.getByText('10017').waitFor();
    host.refusals.call = () => undefined;
    await page.getByRole('button', { name: 'Try again' }).click();
    await rowSaying('hello?').waitFor();
    expect(await page.getByText('You are muted in this room.').count()).toBe(0);
  });

  it('is told what failed, why, and with which code, and tries again; nothing stands in the way meanwhile', async () => {
    const { host, page } = await panel.open();
    host.refusals.call = (name) =>
      name === 'moderation:act'
        ? appError(
            'refused-by-service',
            { en: 'This account may not mute here.', 'zh-CN': '此账号无权在此禁言。' },
            {
              remedy: { en: 'Make it an admin.', 'zh-CN': '请设为管理员。' },
              vendor: { code: 10007, info: '' },
            },
          )
        : undefined;
    say(host, 'mute me');
    await rowSaying('mute me').waitFor();
    await press('k', 'm');
    const toasts = page.getByRole('region', { name: 'Failures' });
    await toasts.getByText('Failed: Mute troll for 10 min').waitFor();
    await toasts.getByText('Make it an admin.').waitFor();
    await toasts.getByText('code 10007').waitFor();
    expect(await selectedRow(page).getByText('Muted').count()).toBe(0);
    await press('k', 'j');
    host.refusals.call = () => undefined;
    await toasts.getByRole('button', { name: 'Try again' }).click();
    await selectedRow(page).getByText('Muted').waitFor({ state: 'attached' });
    expect(await toasts.getByRole('listitem').count()).toBe(0);
  });

  it('writes a notice, filters the column, finds any command by name and sees all keys', async () => {
    const { host, page } = await panel.open();
    await press('n');
    await page.getByRole('textbox', { name: 'Text of the notice' }).waitFor();
    await page.keyboard.type('back in five minutes');
    await press('Enter');
    await rowSaying('back in five minutes').waitFor();
    expect(acts(host).at(-1)?.action).toEqual({ type: 'notice', text: 'back in five minutes' });

    say(host, 'needle in the hay');
    await press('/');
    await page.keyboard.type('needle');
    await expect.poll(() => feedOf(page, 'night-show').getByRole('treeitem').count()).toBe(1);
    await press('Escape');
    await expect.poll(() => feedOf(page, 'night-show').getByRole('treeitem').count()).toBeGreaterThan(5);

    await press('Control+k');
    await page.getByPlaceholder('What do you want to do?').waitFor();
    await page.keyboard.type('say something');
    await press('Enter');
    await expect
      .poll(() =>
        page
          .getByRole('textbox', { name: /Say as Luna/ })
          .evaluate((field) => field === document.activeElement),
      )
      .toBe(true);
    await expect.poll(() => page.getByRole('dialog').count()).toBe(0);
    await page.keyboard.type('from the palette');
    await press('Enter');
    await rowSaying('from the palette').waitFor();

    await press('Control+k');
    await page.getByPlaceholder('What do you want to do?').waitFor();
    await page.keyboard.type('journal');
    await press('Enter');
    await page.getByRole('heading', { name: 'Journal' }).waitFor();
    await press('?');
    await page.getByRole('dialog').getByText('Mute for the default time').waitFor();
    await press('Escape');
    await expect.poll(() => page.getByRole('dialog').count()).toBe(0);
  });
});
