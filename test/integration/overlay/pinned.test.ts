import { describe, expect, it } from 'vitest';
import { comment, manualPorts, type OverlayRig, overlaysPerTest, roomKey } from './overlay-rig.ts';
import { connectPage, ready } from './page-double.ts';

const start = overlaysPerTest();
const openPage = async ({ url }: OverlayRig) => {
  const page = await connectPage(url);
  page.send(ready);
  return { ...page, hello: await page.frame('hello') };
};
/** What a page that is opened now would show pinned. */
const pinnedNow = async (rig: OverlayRig) => (await openPage(rig)).hello.pin;

describe('a pin with a time', () => {
  const startTimed = async () => {
    const { clock, ports } = manualPorts();
    return { clock, rig: await start({ settings: { pin: { seconds: 10 } }, extra: { ports } }) };
  };

  it('is over when its time is up, also for a page that comes afterwards, and the panel is told', async () => {
    const { clock, rig } = await startTimed();
    rig.overlays.pin(roomKey, comment('for ten seconds'));
    expect(rig.overlays.status().main?.pinned).not.toBe('');
    clock.advance(10_000);
    expect(await pinnedNow(rig)).toBeNull();
    expect(rig.overlays.status().main?.pinned).toBe('');
  });

  it('stays on a page that comes meanwhile for what is left of it', async () => {
    const { clock, rig } = await startTimed();
    rig.overlays.pin(roomKey, comment('for ten seconds'));
    clock.advance(7_000);
    expect(await pinnedNow(rig)).toMatchObject({ text: 'for ten seconds', leftMs: 3_000 });
  });

  it('begins anew with the next pin', async () => {
    const { clock, rig } = await startTimed();
    rig.overlays.pin(roomKey, comment('first'));
    clock.advance(7_000);
    rig.overlays.pin(roomKey, comment('second'));
    clock.advance(7_000);
    expect(await pinnedNow(rig)).toMatchObject({ text: 'second', leftMs: 3_000 });
  });
});

describe('a pin without a time', () => {
  it('outlives any number of purges that do not mean it', async () => {
    const rig = await start();
    const pinned = comment('stays', { userId: 'u9' });
    rig.overlays.pin(roomKey, pinned);
    const others = Array.from({ length: 2_100 }, (_, index) =>
      rig.overlays.purge({ ids: [`spam ${index}`] }),
    );
    await Promise.all(others);
    expect(rig.overlays.status().main?.pinned).toBe(pinned.id);
    const { pin, floor } = (await openPage(rig)).hello;
    expect(pin).toMatchObject({ text: 'stays', leftMs: 0 });
    // Or the page would refuse it.
    expect(pin?.seq).toBeGreaterThan(floor);
    await rig.overlays.purge({ ids: [pinned.id] });
    expect(await pinnedNow(rig)).toBeNull();
  });

  it('may be of a comment that was hidden by mistake, and is hidden again with it', async () => {
    const rig = await start();
    const page = await openPage(rig);
    const mistake = comment('hidden by mistake');
    await rig.overlays.purge({ ids: [mistake.id] });
    expect(rig.overlays.pin(roomKey, mistake)).toBe(1);
    await page.frame('show', ({ items }) => items.some(({ kind }) => kind === 'pin'));
    expect(rig.overlays.status().main?.pinned).toBe(mistake.id);
    await rig.overlays.purge({ ids: [mistake.id] });
    expect(rig.overlays.status().main?.pinned).toBe('');
  });

  it('is over where the pinned place is switched off', async () => {
    const rig = await start();
    rig.overlays.pin(roomKey, comment('pinned'));
    rig.overlays.configure('main', { pin: { on: false } });
    expect(rig.overlays.status().main?.pinned).toBe('');
    rig.overlays.configure('main', { pin: { on: true } });
    expect(await pinnedNow(rig)).toBeNull();
  });

  it.each([
    ['leaves its room out', { rooms: ['account/other'] }],
    ['has the pinned place off', { pin: { on: false } }],
  ])('is taken by no overlay that %s, and says so', async (_, settings) => {
    const rig = await start({ settings });
    expect(rig.overlays.pin(roomKey, comment('nowhere'))).toBe(0);
    expect(rig.overlays.status().main?.pinned).toBe('');
  });
});
