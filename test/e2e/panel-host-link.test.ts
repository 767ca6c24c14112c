import { describe, expect, it } from 'vitest';
import { feedOf } from '../support/panel-host/open-panel.ts';
import { panelPerTest } from '../support/panel-host/panel-per-test.ts';
import { roomKeyOf } from '../support/panel-host/world.ts';

const panel = panelPerTest();

describe('the first start', () => {
  it('leads by one press into a rehearsal with its first room open', async () => {
    const { host, page } = await panel.open({ rooms: [] });
    host.remember('night-show', 50, 2);
    await page.getByRole('button', { name: /Rehearse/ }).click();
    await page.getByText('REHEARSAL: nobody sees this').waitFor();
    await feedOf(page, 'night-show').getByRole('treeitem').first().waitFor();
    expect(host.seen.map(({ call }) => call).filter((call) => call === 'rehearsal:start')).toHaveLength(1);
  });

  it('says why a rehearsal did not start, and lets the person try again', async () => {
    const { host, page } = await panel.open({ rooms: [] });
    host.refusals.call = (name) =>
      name === 'rehearsal:start'
        ? {
            code: 'unavailable',
            text: { en: 'The port is taken.', 'zh-CN': '端口被占用。' },
            retryable: true,
          }
        : undefined;
    await page.getByRole('button', { name: /Rehearse/ }).click();
    await page.getByText('The rehearsal did not start').waitFor();
    await page.getByText('The port is taken.').waitFor();
    host.refusals.call = () => undefined;
    await page.getByRole('button', { name: 'Try again' }).click();
    await feedOf(page, 'night-show').waitFor();
  });
});

describe('the panel and its host', () => {
  it('says calmly that the host is away, keeps what is on screen, and picks up when it is back', async () => {
    const { host, page } = await panel.open({ past: 60 });
    host.goAway();
    await page.getByText('Livedeck is not answering.').waitFor();
    expect(await feedOf(page, 'night-show').getByRole('treeitem').count()).toBeGreaterThan(10);
    await page.keyboard.press('c');
    await page.keyboard.type('anybody there?');
    await page.keyboard.press('Enter');
    await page.getByText('Not sent. Livedeck stopped answering before this was done.').waitFor();

    const missed = host.state.values.rooms[roomKeyOf('night-show')];
    host.state.patch('rooms', { [roomKeyOf('night-show')]: { ...missed, name: 'Renamed meanwhile' } });
    host.comeBack();
    await expect
      .poll(() => page.getByText('Livedeck is not answering.').count(), { timeout: 10_000 })
      .toBe(0);
    await page.getByRole('heading', { name: 'Renamed meanwhile' }).waitFor();
  });

  it('asks for a topic again when it missed a change', async () => {
    const { host, page } = await panel.open();
    const roomKey = roomKeyOf('night-show');
    const asked = () =>
      host.seen.filter(
        ({ call, input }) => call === 'state:get' && (input as { topic: string }).topic === 'rooms',
      ).length;
    const before = asked();
    host.state.skip('rooms');
    host.state.patch('rooms', { [roomKey]: { ...host.state.values.rooms[roomKey], name: 'After the gap' } });
    await page.getByRole('heading', { name: 'After the gap' }).waitFor();
    expect(asked()).toBe(before + 1);
  });

  it('shows what the host has to report until it is put away', async () => {
    const { host, page } = await panel.open();
    host.state.patch('app', {
      reports: [{ id: 'r', en: 'A damaged file was set aside.', 'zh-CN': '文件已损坏。' }],
    });
    await page.getByText('A damaged file was set aside.').waitFor();
    await page.getByRole('list', { name: 'Reports' }).getByRole('button', { name: 'Dismiss' }).click();
    await expect.poll(() => page.getByText('A damaged file was set aside.').count()).toBe(0);
  });

  it('copies the overlay’s address and says whether OBS has it', async () => {
    const { host, page } = await panel.open();
    const main = host.state.values.overlays.main;
    const client = {
      id: 'o',
      width: 1920,
      height: 1080,
      fps: 60,
      chromium: 127,
      obs: true,
      onScreen: 2,
      preview: false,
    };
    host.state.patch('overlays', { main: { ...main, clients: [client] } });
    await page.getByRole('button', { name: 'Overlay on 1 page' }).click();
    await page.getByText('1920×1080').waitFor();
    await page.getByRole('button', { name: 'Copy overlay address' }).click();
    await page.getByText('Copied').waitFor();
    expect(await page.evaluate(() => navigator.clipboard.readText())).toMatch(
      /^http:\/\/127\.0\.0\.1:9\/overlay\/main\//,
    );
  });

  it('remembers how wide somebody made a column', async () => {
    const { host, page } = await panel.open({ rooms: ['night-show', 'market'] });
    const edge = page.getByRole('separator', { name: 'Width of Night show' });
    await edge.focus();
    await page.keyboard.press('ArrowLeft');
    await page.keyboard.press('ArrowLeft');
    const width = () => host.state.values.settings.columnWidths[roomKeyOf('night-show')] ?? 0;
    await expect.poll(width).toBeGreaterThanOrEqual(300);
    const drawn = () =>
      page
        .getByRole('region', { name: 'Room Night show' })
        .evaluate((column) => column.getBoundingClientRect().width);
    // The line between two columns takes a pixel of its place.
    await expect.poll(async () => Math.abs((await drawn()) - width())).toBeLessThanOrEqual(1);
  });
});
