import { afterEach, describe, expect, it } from 'vitest';
import {
  type ObsCheckId,
  type ObsFixId,
  type ObsPictureTest,
  pulseCellAt,
} from '../../../main/contract/models/obs.ts';
import {
  blankCanvas,
  encodePng,
  type PatternFaults,
  paintPattern,
} from '../../support/obs-server/paint-pattern.ts';
import { addItem, type ObsWorld } from '../../support/obs-server/world.ts';
import { type ObsServer, startObsServer } from '../../support/obs-server.ts';
import { createObsRig, type ObsRig, obsPage, windowPage } from './obs-rig.ts';

let server: ObsServer;
let rig: ObsRig;
let faults: PatternFaults = {};

/** Ten times as fast, for pulse and product alike: waiting for a pattern that never comes takes seconds otherwise. */
const speed = 10;
const fastClock = {
  now: () => Date.now() * speed,
  setTimeout: (run: () => void, ms: number) => setTimeout(run, ms / speed),
  clearTimeout,
};

afterEach(async () => {
  faults = {};
  rig.dispose();
  await server.stop();
});

/** An OBS whose screenshots show what the overlay page would: the pattern while it is asked for, else nothing. */
const start = async (
  world: Partial<ObsWorld> = {},
  options: Parameters<typeof createObsRig>[0] = {},
): Promise<ObsWorld> => {
  server = await startObsServer({ world, password: 'secret' });
  rig = createObsRig({ port: server.port, password: 'secret', clock: fastClock, ...options });
  server.world.screenshot = (_name, width = server.world.canvas.width) => {
    const height = Math.round((width * server.world.canvas.height) / server.world.canvas.width);
    return encodePng(
      rig.overlays.pattern
        ? paintPattern(width, height, pulseCellAt(fastClock.now()), faults)
        : blankCanvas(width, height),
    );
  };
  rig.overlays.clients = [obsPage];
  rig.service.connect();
  await rig.connected();
  return server.world;
};

const startAdded = async (...options: Parameters<typeof start>): Promise<ObsWorld> => {
  const world = await start(...options);
  const added = await rig.service.add({ overlayId: 'main' });
  if (!added.ok) throw new Error(added.error.text.en);
  return world;
};

const examine = async (picture: ObsPictureTest = 'always') => {
  const report = await rig.service.doctor('main', picture);
  if (!report.ok) throw new Error(report.error.text.en);
  return report.value;
};

const only = (checks: Awaited<ReturnType<typeof examine>>, state: string): readonly ObsCheckId[] =>
  checks.filter((check) => check.state === state).map(({ id }) => id);

const find = async (id: ObsCheckId, picture?: ObsPictureTest) =>
  (await examine(picture)).find((check) => check.id === id);

const mend = async (fix: ObsFixId) => {
  const report = await rig.service.fix('main', fix, 'always');
  if (!report.ok) throw new Error(report.error.text.en);
  return report.value;
};

describe('the doctor', () => {
  it('finds nothing wrong after "Add to OBS"', async () => {
    await startAdded();
    const checks = await examine();
    expect(only(checks, 'problem')).toEqual([]);
    expect(only(checks, 'unknown')).toEqual([]);
    expect(only(checks, 'skipped')).toEqual(['colour-key']);
  });

  it('says that OBS is not reachable, and leaves out what comes after', async () => {
    await start();
    await server.stop();
    const checks = await examine();
    expect(only(checks, 'problem')).toEqual(['reachable']);
    expect(checks.find(({ id }) => id === 'reachable')).toMatchObject({ fix: 'reconnect' });
    expect(only(checks, 'skipped')).toHaveLength(13);
  });

  it('says that the connection is switched off, and switches it on', async () => {
    await startAdded();
    rig.service.disconnect();
    expect(await find('reachable')).toMatchObject({ state: 'problem', fix: 'reconnect' });
    expect(only(await mend('reconnect'), 'problem')).toEqual([]);
  });

  it('tries a refused password once more before it reports it', async () => {
    await start();
    server.setPassword('changed');
    server.hangUp(4011);
    expect(await find('password')).toMatchObject({ state: 'problem' });
    await rig.service.setPassword('changed');
    expect(await find('password')).toMatchObject({ state: 'ok' });
  });

  it('warns of an OBS that lets anybody in', async () => {
    server = await startObsServer();
    rig = createObsRig({ port: server.port });
    rig.service.connect();
    await rig.connected();
    expect(await find('password')).toMatchObject({ state: 'problem' });
  });

  it('says which abilities an old OBS lacks', async () => {
    server = await startObsServer({ without: ['GetSourceScreenshot'], password: 'secret' });
    rig = createObsRig({ port: server.port, password: 'secret' });
    rig.service.connect();
    await rig.connected();
    const check = await find('version');
    expect(check?.state).toBe('problem');
    expect(check?.text.en).toContain('GetSourceScreenshot');
  });

  it('offers the window where this build of OBS has no browser source, and mends it so', async () => {
    await start(
      {
        kinds: ['xcomposite_input'],
        windows: [{ name: 'Livedeck overlay', value: '1\r\nLivedeck overlay\r\nx' }],
      },
      { host: 'browser' },
    );
    rig.overlays.clients = [windowPage];
    expect(await find('source-kind')).toMatchObject({ state: 'problem', fix: 'use-window' });
    const checks = await mend('use-window');
    expect(only(checks, 'problem')).toEqual([]);
    expect(rig.stored().way).toBe('window');
  });

  it('finds the source missing and adds it', async () => {
    await start();
    expect(await find('input')).toMatchObject({ state: 'problem', fix: 'add-source' });
    expect(only(await mend('add-source'), 'problem')).toEqual([]);
  });

  it('sees that the secret of the address was renewed, and enters the new one', async () => {
    const world = await startAdded();
    rig.overlays.url = 'http://127.0.0.1:21657/o/bmV3LXNlY3JldC1uZXctc2VjcmV0/';
    expect(await find('address')).toMatchObject({ state: 'problem', fix: 'repair-source' });
    expect(only(await mend('repair-source'), 'problem')).toEqual([]);
    expect(world.inputs.get('Livedeck overlay')?.settings.url).toBe(rig.overlays.url);
  });

  it('takes localhost for this computer', async () => {
    await startAdded();
    rig.service.configure({ address: 'localhost' });
    await rig.connected((status) => status.onAir.length > 0);
    expect(await find('address')).toMatchObject({ state: 'ok' });
  });

  it.each([
    ['the canvas has grown', (world: ObsWorld) => (world.canvas = { width: 1920, height: 1080 })],
    [
      'somebody scaled the source',
      (world: ObsWorld) => Object.assign(world.scenes.get('Scene')?.[0]?.transform ?? {}, { scaleX: 0.5 }),
    ],
    [
      'somebody cropped the source',
      (world: ObsWorld) => Object.assign(world.scenes.get('Scene')?.[0]?.transform ?? {}, { cropLeft: 40 }),
    ],
  ])('sees a wrong size when %s, and mends it', async (_what, disturb) => {
    const world = await startAdded();
    disturb(world);
    expect(await find('size')).toMatchObject({ state: 'problem', fix: 'fit-size' });
    expect(only(await mend('fit-size'), 'problem')).toEqual([]);
  });

  it('sees that the scene on air is another one, and adds the source there', async () => {
    const world = await startAdded({
      scenes: new Map([
        ['Scene', []],
        ['Game', []],
      ]),
    });
    server.switchTo('Game');
    const checks = await examine();
    expect(checks.find(({ id }) => id === 'scene')).toMatchObject({ state: 'problem', fix: 'add-to-scene' });
    expect(checks.find(({ id }) => id === 'picture')?.state).toBe('skipped');
    expect(only(await mend('add-to-scene'), 'problem')).toEqual([]);
    expect(world.scenes.get('Game')).toMatchObject([{ source: 'Livedeck overlay', enabled: true }]);
  });

  it('sees a closed eye and opens it', async () => {
    const world = await startAdded();
    const [item] = world.scenes.get('Scene') ?? [];
    if (item) item.enabled = false;
    expect(await find('visible')).toMatchObject({ state: 'problem', fix: 'show-source' });
    expect(only(await mend('show-source'), 'problem')).toEqual([]);
  });

  it('names the hidden group that holds the source', async () => {
    const world = await startAdded();
    const [item] = world.scenes.get('Scene') ?? [];
    if (item === undefined) throw new Error('no item');
    world.scenes.set('Scene', []);
    const group = addItem(world, 'Scene', 'Overlays', false);
    group.isGroup = true;
    world.groups.set('Overlays', [item]);
    expect((await find('visible'))?.remedy?.en).toContain('Overlays');
  });

  it('sees that the page in OBS is not connected, and reloads it', async () => {
    const world = await startAdded();
    rig.overlays.clients = [];
    expect(await find('page')).toMatchObject({ state: 'problem', fix: 'reload-page' });
    server.meddle(({ type }) => {
      if (type === 'PressInputPropertiesButton') rig.overlays.clients = [obsPage];
      return undefined;
    });
    expect(only(await mend('reload-page'), 'problem')).toEqual([]);
    expect(world.pressed).toEqual(['Livedeck overlay/refreshnocache']);
  });

  it("does not take the panel's preview, or a tab, for the page in OBS", async () => {
    await startAdded();
    rig.overlays.clients = [{ ...obsPage, preview: true }, windowPage];
    expect(await find('page')).toMatchObject({ state: 'problem' });
  });

  it('says that the overlay is empty because it was blanked', async () => {
    await startAdded();
    rig.overlays.blank = true;
    const checks = await examine();
    expect(checks.find(({ id }) => id === 'page')?.text.en).toContain('blanked');
    expect(rig.overlays.patterns).toEqual([]);
  });

  it('warns of a key colour that a browser source would show, and clears it', async () => {
    await startAdded();
    rig.overlays.keyColour = '#00ff00';
    expect(await find('colour-key')).toMatchObject({ state: 'problem', fix: 'clear-colour-key' });
    expect(only(await mend('clear-colour-key'), 'problem')).toEqual([]);
  });
});

describe("the doctor's picture test", () => {
  it('shows the pattern only while it looks', async () => {
    await startAdded();
    await examine();
    expect(rig.overlays.patterns).toEqual([true, false]);
  });

  it('takes the pattern off again when OBS goes away in the middle', async () => {
    await startAdded();
    server.meddle(({ type, socket }) => {
      if (type !== 'GetSourceScreenshot') return undefined;
      socket.terminate();
      return 'answered';
    });
    await examine();
    expect(rig.overlays.patterns).toEqual([true, false]);
  });

  it.each(['streaming', 'recording'] as const)(
    'is left out while OBS is %s and the overlay is on air',
    async (what) => {
      const world = await startAdded();
      world[what] = true;
      const check = await find('picture', 'when-safe');
      expect(check).toMatchObject({ state: 'skipped' });
      expect(check?.text.en).toContain('audience');
      expect(rig.overlays.patterns).toEqual([]);
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
    rig.overlays.clients = [{ ...obsPage, fps: 59.6 }];
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
    faults = { withoutCorners: ['topRight', 'bottomRight'] };
    expect((await find('picture'))?.text.en).toContain('top right, bottom right');
  });

  it('sees a background that is not clear', async () => {
    await startAdded();
    faults = { background: [0, 255, 0, 255] };
    expect((await find('picture'))?.text.en).toContain('should be clear');
  });

  it('passes a capture without half tones and says what that means', async () => {
    await startAdded();
    faults = { withoutHalfTones: true };
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
    expect(only(await mend('bring-to-front'), 'problem')).toEqual([]);
  });

  it('finds the title bar in a captured window and crops it to the pixel', async () => {
    const world = await startAdded(
      {
        kinds: ['xcomposite_input'],
        windows: [{ name: 'Livedeck overlay', value: '1\r\nLivedeck overlay\r\nx' }],
      },
      { host: 'browser' },
    );
    rig.overlays.clients = [windowPage];
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
});
