import { describe, expect, it } from 'vitest';
import { enDeck } from '../../renderer/panel/i18n/en-deck.ts';
import { enPages } from '../../renderer/panel/i18n/en-pages.ts';
import { seriousOn } from '../support/axe.ts';
import { panelPerTest } from '../support/panel-host/panel-per-test.ts';
import { roomKeyOf } from '../support/panel-host/world.ts';
import type { PanelHost } from '../support/panel-host.ts';

const panel = panelPerTest();

const seriousIn = (): Promise<string[]> => seriousOn(panel.page);

const keys = Object.keys({ ...enDeck, ...enPages }).map((key) => key.replace(/_(one|other)$/, ''));

/** Names of messages that stand on the screen, or in what a screen reader is told, in place of their words. */
const rawKeys = async (): Promise<string[]> => {
  const said = await panel.page.evaluate(() => {
    const told = [...document.querySelectorAll('*')].flatMap((element) =>
      ['aria-label', 'title', 'placeholder'].map((name) => element.getAttribute(name) ?? ''),
    );
    return `${document.body.textContent}\n${told.join('\n')}`;
  });
  return keys.filter((key) => said.includes(key));
};

const everyKindOfRow = (host: PanelHost) => {
  const roomKey = roomKeyOf('night-show');
  const at = Date.now();
  const base = (id: string) => ({ id, at, receivedAt: at });
  const person = { userId: 'viewer_3', nick: 'Momo', role: 'admin' as const };
  const hit = { ruleId: 'r', word: '微信', field: 'text' as const, start: 0, end: 2, layers: ['pinyin'] };
  host.feed(
    roomKey,
    [
      {
        ...base('c1'),
        kind: 'comment',
        person,
        text: 'vx here',
        danmaku: true,
        own: false,
        verdict: { level: 'hold', hits: [{ ...hit, level: 'hold' }] },
      },
      {
        ...base('c2'),
        kind: 'comment',
        person,
        text: 'bad word',
        danmaku: false,
        own: false,
        verdict: { level: 'block', hits: [{ ...hit, level: 'block' }] },
      },
      {
        ...base('c3'),
        kind: 'comment',
        person: { ...person, role: 'vj' },
        text: 'hello all',
        danmaku: false,
        own: true,
        verdict: { level: 'clean', hits: [] },
      },
      { ...base('n1'), kind: 'notice', text: 'The show goes on' },
      { ...base('m1'), kind: 'moderation', act: 'mute', targets: [person], by: person, seconds: 600 },
      { ...base('r1'), kind: 'room-changed', name: 'New name', notification: 'New notice' },
      { ...base('u1'), kind: 'custom', person, label: 'Custom action 9', sample: '{}' },
      { ...base('k1'), kind: 'counter', key: 'likes', value: 12_345 },
      { ...base('g1'), kind: 'gift', person, giftId: 'x', name: 'Rocket', count: 3 },
      { ...base('p1'), kind: 'gap', from: at - 9_000, to: at, cause: 'overload', recovered: true },
    ],
    3,
  );
};

const settings = { dark: { theme: 'dark' }, light: { theme: 'light' } } as const;

describe.each(['dark', 'light'] as const)('in the %s theme axe finds nothing serious', (theme) => {
  it('on the first start and on the page about accounts', async () => {
    await panel.open({
      rooms: [],
      before: (host) => host.state.patch('settings', settings[theme]),
    });
    await panel.page.getByRole('button', { name: /Rehearse/ }).waitFor();
    expect(await seriousIn()).toEqual([]);
    await panel.page.getByRole('button', { name: /Connect your app/ }).click();
    await panel.page.getByRole('button', { name: /Rehearse/ }).waitFor({ state: 'hidden' });
    expect(await seriousIn()).toEqual([]);
  });

  it('on the deck, with every kind of row, a card, the palette and the keys', async () => {
    const { host, page, complaints } = await panel.open({
      rooms: ['market', 'night-show'],
      before: (host) => host.state.patch('settings', settings[theme]),
    });
    everyKindOfRow(host);
    await page.getByText('The show goes on').waitFor();
    await page.getByText('vx here').click();
    await page.keyboard.press('m');
    await page.keyboard.press('h');
    await page.getByText('hidden — U to undo').waitFor();
    expect(await seriousIn()).toEqual([]);
    await page.keyboard.press('Control+k');
    await page.getByPlaceholder('What do you want to do?').waitFor();
    expect(await seriousIn()).toEqual([]);
    await page.keyboard.press('Escape');
    await expect.poll(() => page.getByRole('dialog').count()).toBe(0);
    await page.keyboard.press('?');
    await page.getByRole('dialog').waitFor();
    expect(await seriousIn()).toEqual([]);
    expect(complaints).toEqual([]);
  });

  it('on the journal and the settings', async () => {
    const { page } = await panel.open({
      before: (host) => host.state.patch('settings', settings[theme]),
    });
    await page.getByRole('treeitem').last().click();
    await page.keyboard.press('m');
    await page.keyboard.press('Control+2');
    await page.getByRole('heading', { name: 'Journal' }).waitFor();
    expect(await seriousIn()).toEqual([]);
    await page.keyboard.press('Control+,');
    await page.getByRole('heading', { name: 'Settings', level: 1 }).waitFor();
    expect(await seriousIn()).toEqual([]);
  });
});

describe('the panel speaks both languages', () => {
  it('with no message missing on any page, switched while it runs', async () => {
    const { host, page } = await panel.open({ rooms: ['market', 'night-show'] });
    everyKindOfRow(host);
    await page.getByText('vx here').click();
    await page.keyboard.press('m');
    expect(await rawKeys()).toEqual([]);
    await page.keyboard.press('Control+,');
    await page.getByRole('button', { name: '简体中文' }).click();
    await page.getByRole('heading', { name: '设置', level: 1 }).waitFor();
    await expect.poll(() => page.evaluate(() => document.documentElement.lang)).toBe('zh-CN');
    expect(await rawKeys()).toEqual([]);
    await page.getByRole('link', { name: '日志' }).click();
    await page.getByRole('heading', { name: '日志' }).waitFor();
    expect(await rawKeys()).toEqual([]);
    await page.getByRole('link', { name: '控制台' }).click();
    await page
      .getByRole('textbox', { name: /以 Luna 的身份/ })
      .first()
      .waitFor();
    expect(await rawKeys()).toEqual([]);
    await page.keyboard.press('?');
    await page.getByRole('dialog').getByText('按默认时长禁言').waitFor();
    expect(await rawKeys()).toEqual([]);
    expect(host.seen.filter(({ call }) => call === 'settings:set').at(-1)?.input).toEqual({
      patch: { language: 'zh-CN' },
    });
  });

  it('in the system’s language until somebody chooses', async () => {
    await panel.open({ rooms: [], context: { locale: 'zh-CN' } });
    await panel.page.getByRole('button', { name: /开始彩排/ }).waitFor();
    expect(await rawKeys()).toEqual([]);
  });
});

describe('the panel on a small window', () => {
  it('keeps everything inside 900 by 700, with the card over the deck', async () => {
    const { page } = await panel.open({
      rooms: ['market', 'night-show'],
      context: { viewport: { width: 900, height: 700 } },
    });
    await page.keyboard.press('k');
    await page.keyboard.press('k');
    await page.getByRole('complementary', { name: 'Selected person' }).waitFor({ state: 'hidden' });
    await page.getByRole('treeitem').and(page.locator('[data-tone="clean"]')).last().dblclick();
    await page.getByRole('complementary', { name: 'Selected person' }).waitFor();
    const wide = await page.evaluate(() => document.documentElement.scrollWidth > window.innerWidth);
    expect(wide).toBe(false);
  });
});
