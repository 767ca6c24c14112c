import { describe, expect, it } from 'vitest';
import { comment, manualPorts, overlaysPerTest, roomKey } from './overlay-rig.ts';
import { openPage } from './page-double.ts';

const start = overlaysPerTest();

describe('a purge', () => {
  it('is answered by every page with what it removed', async () => {
    const rig = await start();
    const second = rig.overlays.create('Vertical');
    const url = rig.overlays.url(second.ok ? second.value : '');
    await openPage(rig);
    await openPage(rig, url.ok ? url.value : '');
    await openPage(rig, rig.url, { preview: true });
    const { receipts } = await rig.overlays.purge({ roomKey, userId: 'u1' });
    expect(receipts.map(({ answered, removed, preview }) => [answered, removed, preview])).toEqual([
      [true, 1, false],
      [true, 1, false],
      [true, 1, true],
    ]);
  });

  it('keeps a page that answers all of many purges at once, as in a raid', async () => {
    const rig = await start();
    const page = await openPage(rig);
    const orders = Array.from({ length: 400 }, (_, index) => rig.overlays.purge({ ids: [`spam ${index}`] }));
    const reports = await Promise.all(orders);
    expect(reports.flatMap(({ receipts }) => receipts.filter(({ answered }) => !answered))).toEqual([]);
    await page.close();
  });

  it('names the page that did not answer', async () => {
    const rig = await start();
    const good = await openPage(rig);
    const stuck = await openPage(rig);
    stuck.fallSilent();
    const { receipts } = await rig.overlays.purge({ all: true });
    expect(receipts.map(({ clientId, answered }) => [clientId, answered])).toEqual([
      ['c1', true],
      ['c2', false],
    ]);
    expect(receipts[1]?.ms).toBeGreaterThanOrEqual(1400);
    await good.close();
  });

  it('does not wait for a page that went away', async () => {
    const rig = await start();
    const page = await openPage(rig);
    page.fallSilent();
    const report = rig.overlays.purge({ all: true });
    await page.frame('purge');
    page.socket.terminate();
    expect((await report).receipts).toMatchObject([{ answered: false }]);
    expect((await report).receipts[0]?.ms).toBeLessThan(1000);
  });

  it('has nobody to wait for where no page is connected', async () => {
    const rig = await start();
    expect((await rig.overlays.purge({ all: true })).receipts).toEqual([]);
  });

  it('reaches a page that was away, in its first frame', async () => {
    const rig = await start();
    await rig.overlays.purge({ ids: ['item-x'] });
    const page = await openPage(rig);
    const greeting = await page.frame('hello');
    expect(greeting.purged).toHaveLength(1);
    rig.overlays.show(roomKey, [comment('again', { id: 'item-x' }), comment('new')]);
    await page.frame('show');
    expect(page.shown().map(({ text }) => text)).toEqual(['new']);
  });

  it('also stops what a person had said before and which only now comes along', async () => {
    const { clock, ports } = manualPorts();
    const rig = await start({ extra: { ports } });
    const page = await openPage(rig);
    const late = { ...comment('said before', { userId: 'troll' }), receivedAt: clock.now() };
    await rig.overlays.purge({ roomKey, userId: 'troll' });
    clock.advance(2);
    rig.overlays.show(roomKey, [late]);
    const afterwards = comment('said after', { userId: 'troll' });
    rig.overlays.show(roomKey, [{ ...afterwards, receivedAt: clock.now() }]);
    await page.frame('show');
    expect(page.shown().map(({ text }) => text)).toEqual(['said after']);
  });

  it('takes down the pin', async () => {
    const rig = await start();
    const pinned = comment('pin me', { userId: 'u9' });
    rig.overlays.pin(roomKey, pinned);
    expect(await (await openPage(rig)).frame('hello')).toMatchObject({
      pin: { kind: 'pin', text: 'pin me' },
    });
    await rig.overlays.purge({ roomKey, userId: 'u9' });
    expect(await (await openPage(rig)).frame('hello')).toMatchObject({ pin: null });
  });
});
