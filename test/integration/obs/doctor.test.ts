import { afterEach, describe, expect, it } from 'vitest';
import { addItem, type ObsWorld } from '../../support/obs-server/world.ts';
import { createDoctorBench, windowWorld } from './doctor-bench.ts';
import { obsPage, windowPage } from './obs-rig.ts';

const bench = createDoctorBench();
const { start, startAdded, examine, only, find, mend } = bench;

/** The scene that the source is added to, and another. */
const twoScenes = () => ({
  scenes: new Map([
    ['Scene', []],
    ['Game', []],
  ]),
});

/** What OBS makes of "Paste (Duplicate)" in another scene: a second input with the same settings. */
const pasteDuplicate = (world: ObsWorld, scene: string) => {
  const settings = { ...world.inputs.get('Livedeck overlay')?.settings };
  world.inputs.set('Livedeck overlay 2', { kind: 'browser_source', settings, filters: [] });
  addItem(world, scene, 'Livedeck overlay 2', true);
};
afterEach(bench.stop);

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
    await bench.server().stop();
    const checks = await examine();
    expect(only(checks, 'problem')).toEqual(['reachable']);
    expect(checks.find(({ id }) => id === 'reachable')).toMatchObject({ fix: 'reconnect' });
    expect(only(checks, 'skipped')).toHaveLength(13);
  });

  it('says that the connection is switched off, and switches it on', async () => {
    await startAdded();
    bench.rig().service.disconnect();
    expect(await find('reachable')).toMatchObject({ state: 'problem', fix: 'reconnect' });
    expect(await mend('reconnect')).toEqual([]);
  });

  it('tries a refused password once more before it reports it', async () => {
    await start();
    bench.server().setPassword('changed');
    bench.server().hangUp(4011);
    expect(await find('password')).toMatchObject({ state: 'problem' });
    await bench.rig().service.setPassword('changed', { by: 'memory' });
    expect(await find('password')).toMatchObject({ state: 'ok' });
  });

  it('warns of an OBS that lets anybody in', async () => {
    await start({}, {}, {});
    expect(await find('password')).toMatchObject({ state: 'problem' });
  });

  it('says which abilities an old OBS lacks', async () => {
    await start({}, {}, { password: 'secret', without: ['GetSourceScreenshot'] });
    const check = await find('version');
    expect(check?.state).toBe('problem');
    expect(check?.text.en).toContain('GetSourceScreenshot');
  });

  it('offers the window where this build of OBS has no browser source, and mends it so', async () => {
    await start(windowWorld, { host: 'browser' });
    bench.overlays().clients = [windowPage];
    expect(await find('source-kind')).toMatchObject({ state: 'problem', fix: 'use-window' });
    expect(await mend('use-window')).toEqual([]);
    expect(bench.rig().stored().way).toBe('window');
  });

  it('takes a source that is listed and yet gone for one that is missing', async () => {
    await startAdded();
    bench.server().meddle(({ type, id, socket }) => {
      if (type !== 'GetInputSettings') return undefined;
      const requestStatus = { result: false, code: 600, comment: 'No source was found by the name' };
      socket.send(JSON.stringify({ op: 7, d: { requestId: id, requestType: type, requestStatus } }));
      return 'answered';
    });
    expect(await find('input')).toMatchObject({ state: 'problem', fix: 'add-source' });
  });

  it('finds the source missing and adds it', async () => {
    await start();
    expect(await find('input')).toMatchObject({ state: 'problem', fix: 'add-source' });
    expect(await mend('add-source')).toEqual([]);
  });

  it('sees that the secret of the address was renewed, and enters the new one', async () => {
    const world = await startAdded();
    bench.overlays().url = 'http://127.0.0.1:21657/o/bmV3LXNlY3JldC1uZXctc2VjcmV0/';
    expect(await find('address')).toMatchObject({ state: 'problem', fix: 'repair-source' });
    expect(await mend('repair-source')).toEqual([]);
    expect(world.inputs.get('Livedeck overlay')?.settings.url).toBe(bench.overlays().url);
  });

  it('takes localhost for this computer', async () => {
    await startAdded();
    bench.rig().service.configure({ address: 'localhost' });
    await bench.rig().connected((status) => status.onAir.length > 0);
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
    expect(await mend('fit-size')).toEqual([]);
  });

  it('sees that the scene on air is another one, and adds the source there', async () => {
    const world = await startAdded(twoScenes());
    bench.server().switchTo('Game');
    const checks = await examine();
    expect(checks.find(({ id }) => id === 'scene')).toMatchObject({ state: 'problem', fix: 'add-to-scene' });
    expect(checks.find(({ id }) => id === 'picture')?.state).toBe('skipped');
    expect(await mend('add-to-scene')).toEqual([]);
    expect(world.scenes.get('Game')).toMatchObject([{ source: 'Livedeck overlay', enabled: true }]);
  });

  it('tells studio mode’s preview from what is on air, and presses Transition', async () => {
    const world = await startAdded({ studioMode: true, ...twoScenes() });
    bench.server().switchTo('Game');
    const found = await find('scene');
    expect(found).toMatchObject({ state: 'problem', fix: 'transition' });
    expect(found?.text.en).toContain('"Scene", which studio mode only shows as a preview');
    expect(await mend('transition')).toEqual([]);
    expect(world.programScene).toBe('Scene');
    world.studioMode = false;
    bench.server().switchTo('Game');
    expect(await find('scene')).toMatchObject({ fix: 'add-to-scene' });
  });

  it('leaves the transition to the person, whatever else it mends by itself', async () => {
    const world = await startAdded({ studioMode: true, ...twoScenes() });
    bench.server().switchTo('Game');
    const report = await bench.rig().service.mendAll('main', 'never');
    expect(report.ok && only(report.value, 'problem')).toEqual(['scene']);
    expect(world.programScene).toBe('Game');
  });

  it('leaves the size and the place to the person, whatever else it mends by itself', async () => {
    const world = await startAdded();
    const [item] = world.scenes.get('Scene') ?? [];
    Object.assign(item?.transform ?? {}, { scaleX: 0.5, scaleY: 0.5 });
    const report = await bench.rig().service.mendAll('main', 'never');
    expect(report.ok && only(report.value, 'problem')).toEqual(['size']);
    expect(item?.transform).toMatchObject({ scaleX: 0.5, scaleY: 0.5 });
  });

  it('opens the window of a capture without moving it', async () => {
    const world = await start(windowWorld, { settings: { way: 'window' } });
    bench.overlays().clients = [windowPage];
    await bench.rig().service.add({ overlayId: 'main' });
    Object.assign(world.scenes.get('Scene')?.[0]?.transform ?? {}, { positionX: 640, boundsWidth: 640 });
    bench.overlays().clients = [];
    bench.overlays().inWindow = [windowPage];
    expect(await mend('open-window')).toEqual(['size']);
    expect(world.scenes.get('Scene')?.[0]?.transform).toMatchObject({ positionX: 640, boundsWidth: 640 });
  });

  it('sees that no overlay window is open, opens it, and captures it', async () => {
    const world = await start(windowWorld, { host: 'browser', settings: { way: 'window' } });
    bench.overlays().clients = [windowPage];
    await bench.rig().service.add({ overlayId: 'main' });
    bench.overlays().clients = [];
    bench.overlays().inWindow = [windowPage];
    expect(await find('page')).toMatchObject({ state: 'problem', fix: 'open-window' });
    expect(await mend('open-window')).toEqual([]);
    expect(bench.overlays().clients).toEqual([windowPage]);
    expect([...world.inputs.values()].map(({ kind }) => kind)).toEqual(['xcomposite_input']);
  });

  it('sees a closed eye and opens it', async () => {
    const world = await startAdded();
    const [item] = world.scenes.get('Scene') ?? [];
    if (item) item.enabled = false;
    expect(await find('visible')).toMatchObject({ state: 'problem', fix: 'show-source' });
    expect(await mend('show-source')).toEqual([]);
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
    bench.overlays().clients = [];
    expect(await find('page')).toMatchObject({ state: 'problem', fix: 'reload-page' });
    bench.server().meddle(({ type }) => {
      if (type === 'PressInputPropertiesButton') bench.overlays().clients = [obsPage];
      return undefined;
    });
    expect(await mend('reload-page')).toEqual([]);
    expect(world.pressed).toEqual(['Livedeck overlay/refreshnocache']);
  });

  it("does not take the panel's preview, or a tab, for the page in OBS", async () => {
    await startAdded();
    bench.overlays().clients = [{ ...obsPage, preview: true }, windowPage];
    expect(await find('page')).toMatchObject({ state: 'problem' });
  });

  it('says that the overlay is empty because it was blanked', async () => {
    await startAdded();
    bench.overlays().blank = true;
    const checks = await examine();
    expect(checks.find(({ id }) => id === 'page')?.text.en).toContain('blanked');
    expect(bench.overlays().patterns).toEqual([]);
  });

  it('warns of a key colour that a browser source would show, and clears it', async () => {
    await startAdded();
    bench.overlays().keyColour = '#00ff00';
    expect(await find('colour-key')).toMatchObject({ state: 'problem', fix: 'clear-colour-key' });
    expect(await mend('clear-colour-key')).toEqual([]);
  });
});

describe('the doctor, where the overlay has two sources in OBS', () => {
  it('goes by the one on air, and adds none to its scene', async () => {
    const world = await startAdded(twoScenes());
    pasteDuplicate(world, 'Game');
    bench.server().switchTo('Game');
    const checks = await examine();
    expect(only(checks, 'problem')).toEqual([]);
    expect(checks.find(({ id }) => id === 'scene')?.state).toBe('ok');
    await bench.rig().service.mendAll('main', 'never');
    expect(world.scenes.get('Game')).toMatchObject([{ source: 'Livedeck overlay 2' }]);
    expect(bench.rig().service.state().status).toMatchObject({
      onAir: ['main'],
      sources: [{ overlayId: 'main', inputName: 'Livedeck overlay 2' }],
    });
  });

  it('shows no test pattern on the one in the preview while the other is broadcast', async () => {
    const world = await startAdded({ studioMode: true, ...twoScenes() });
    pasteDuplicate(world, 'Game');
    bench.server().switchTo('Game');
    world.streaming = true;
    expect((await find('picture', 'when-safe'))?.text.en).toContain('audience');
    expect(bench.overlays().patterns).toEqual([]);
  });

  it('reloads the pages of both', async () => {
    const world = await startAdded(twoScenes());
    pasteDuplicate(world, 'Game');
    bench.overlays().clients = [];
    await mend('reload-page');
    expect(new Set(world.pressed)).toEqual(
      new Set(['Livedeck overlay/refreshnocache', 'Livedeck overlay 2/refreshnocache']),
    );
  });
});

describe('the doctor, where the overlay was made for a corner', () => {
  const corner = { width: 600, height: 600 };
  const place = { positionX: 680, positionY: 120 };

  const startInCorner = async (): Promise<ObsWorld> => {
    const world = await startAdded(twoScenes());
    bench.overlays().canvas = corner;
    Object.assign(world.inputs.get('Livedeck overlay')?.settings ?? {}, corner);
    Object.assign(world.scenes.get('Scene')?.[0]?.transform ?? {}, place);
    return world;
  };
  const settingsIn = (world: ObsWorld) => world.inputs.get('Livedeck overlay')?.settings;

  it('finds nothing wrong with its size, and mends the rest without touching it', async () => {
    const world = await startInCorner();
    expect(only(await examine(), 'problem')).toEqual([]);
    const [item] = world.scenes.get('Scene') ?? [];
    if (item) item.enabled = false;
    bench.overlays().url = 'http://127.0.0.1:21657/o/bmV3LXNlY3JldC1uZXctc2VjcmV0/';
    const report = await bench.rig().service.mendAll('main', 'never');
    expect(report.ok && only(report.value, 'problem')).toEqual([]);
    expect(settingsIn(world)).toMatchObject({ ...corner, url: bench.overlays().url });
    expect(item).toMatchObject({ enabled: true, transform: { ...place, scaleX: 1 } });
  });

  it('adds it to another scene as large as it is', async () => {
    const world = await startInCorner();
    bench.server().switchTo('Game');
    expect(await mend('add-to-scene')).toEqual([]);
    expect(settingsIn(world)).toMatchObject(corner);
    expect(world.scenes.get('Scene')?.[0]?.transform).toMatchObject(place);
  });

  it('sees that it runs off the picture', async () => {
    const world = await startInCorner();
    Object.assign(world.scenes.get('Scene')?.[0]?.transform ?? {}, { positionX: 900 });
    const found = await find('size');
    expect(found).toMatchObject({ state: 'problem', fix: 'fit-size' });
    expect(found?.text.en).toContain('600×600, it runs off the picture');
  });
});
