import { afterEach, describe, expect, it } from 'vitest';
import { pulseCellAt } from '../../../main/contract/models/test-pattern.ts';
import { blankCanvas, encodePng, paintPattern } from '../../support/obs-server/paint-pattern.ts';
import { addItem } from '../../support/obs-server/world.ts';
import { createDoctorBench, fastClock, windowWorld } from './doctor-bench.ts';
import { obsPage, windowPage } from './obs-rig.ts';

const bench = createDoctorBench();
const { startAdded, examine, find, mend } = bench;
afterEach(bench.stop);

describe("the doctor's picture test", () => {
  it('shows the pattern only while it looks', async () => {
    await startAdded();
    await examine();
    expect(bench.overlays().patterns).toEqual([true, false]);
  });

  it('takes the pattern off again when OBS goes away in the middle', async () => {
    await startAdded();
    bench.server().meddle(({ type, socket }) => {
      if (type !== 'GetSourceScreenshot') return undefined;
      socket.terminate();
      return 'answered';
    });
    await examine();
    expect(bench.overlays().patterns).toEqual([true, false]);
  });

  it.each(['streaming', 'recording'] as const)(
    'is left out while OBS is %s and the overlay is on air',
    async (what) => {
      const world = await startAdded();
      world[what] = true;
      const check = await find('picture', 'when-safe');
      expect(check).toMatchObject({ state: 'skipped' });
      expect(check?.text.en).toContain('audience');
      expect(bench.overlays().patterns).toEqual([]);
      expect(await find('picture', 'always')).toMatchObject({ state: 'ok' });
    },
  );

  it('is left out when it is not wanted', async () => {
    await startAdded();
    expect(await find('picture', 'never')).toMatchObject({ state: 'skipped' });
  });

  it('goes by the frames that the page paints when no picture is taken', async () => {
    await startAdded();
    expect(await find('frames', 'never')).toMatchObject({ state: 'unknown' });
    bench.overlays().clients = [{ ...obsPage, fps: 59.6 }];
    expect((await find('frames', 'never'))?.text.en).toContain('60 frames');
  });

  it('sees an empty picture', async () => {
    const world = await startAdded();
    world.screenshot = (_name, width = 640) => encodePng(blankCanvas(width, 360));
    expect(await find('picture')).toMatchObject({ state: 'problem', fix: 'reload-page' });
  });

  it('sees that something else is shown', async () => {
    const world = await startAdded();
    world.screenshot = (_name, width = 640) => encodePng(blankCanvas(width, 360, [20, 90, 40, 255]));
    expect((await find('picture'))?.text.en).toContain('something else');
  });

  it('names the corners that are cut off', async () => {
    await startAdded();
    bench.spoil({ withoutCorners: ['topRight', 'bottomRight'] });
    expect((await find('picture'))?.text.en).toContain('top right, bottom right');
  });

  it('sees a background that is not clear', async () => {
    await startAdded();
    bench.spoil({ background: [0, 255, 0, 255] });
    expect((await find('picture'))?.text.en).toContain('should be clear');
  });

  it('passes a capture without half tones and says what that means', async () => {
    await startAdded();
    bench.spoil({ withoutHalfTones: true });
    expect(await find('picture')).toMatchObject({ state: 'ok' });
    expect((await find('picture'))?.text.en).toContain('half-transparent');
  });

  it('sees a picture that stands still', async () => {
    const world = await startAdded();
    world.screenshot = (_name, width = 640) => encodePng(paintPattern(width, 360, 3));
    expect(await find('frames')).toMatchObject({ state: 'problem' });
  });

  it('sees that something in the scene lies over the overlay, and brings it to the front', async () => {
    const world = await startAdded();
    addItem(world, 'Scene', 'Game capture', true);
    const own = world.screenshot;
    world.screenshot = (name, width = 640) => {
      const top = world.scenes.get('Scene')?.at(-1)?.source;
      if (name !== 'Scene' || top === 'Livedeck overlay') return own(name, width);
      return encodePng(blankCanvas(width, 360, [90, 90, 90, 255]));
    };
    expect(await find('uncovered')).toMatchObject({ state: 'problem', fix: 'bring-to-front' });
    expect(await mend('bring-to-front')).toEqual([]);
  });

  it('finds the title bar in a captured window and crops it to the pixel', async () => {
    const world = await startAdded(windowWorld, { host: 'browser' });
    bench.overlays().clients = [windowPage];
    const bar = { left: 4, top: 37, right: 4, bottom: 4 };
    world.screenshot = (_name, width = 1280) => {
      const scale = width / 1280;
      const margins = {
        left: Math.round(bar.left * scale),
        top: Math.round(bar.top * scale),
        right: Math.round(bar.right * scale),
        bottom: Math.round(bar.bottom * scale),
      };
      return encodePng(paintPattern(width, 720 * scale, pulseCellAt(fastClock.now()), { margins }));
    };
    expect(await find('picture')).toMatchObject({ state: 'problem', fix: 'crop-window' });
    await mend('crop-window');
    expect(world.scenes.get('Scene')?.[0]?.transform).toMatchObject({
      cropLeft: 4,
      cropTop: 37,
      cropRight: 4,
      cropBottom: 4,
    });
    expect(await find('picture')).toMatchObject({ state: 'ok' });
  });

  it('does not measure a window while the audience would see how', async () => {
    const world = await startAdded(windowWorld, { host: 'browser' });
    bench.overlays().clients = [windowPage];
    world.streaming = true;
    await bench.rig().service.doctor('main', 'never');
    const before = bench.overlays().patterns.length;
    const { service } = bench.rig();
    expect(await service.fix('main', 'crop-window', 'when-safe')).toMatchObject({
      ok: false,
      error: { code: 'not-allowed' },
    });
    expect(bench.overlays().patterns).toHaveLength(before);
    expect(world.scenes.get('Scene')?.[0]?.transform).toMatchObject({ cropTop: 0 });
    expect(service.state().reports.main).toMatchObject({ outcome: 'failed', error: { code: 'not-allowed' } });
  });
});
