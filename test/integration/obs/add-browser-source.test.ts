import { afterEach, describe, expect, it } from 'vitest';
import { addItem, type ObsWorld } from '../../support/obs-server/world.ts';
import { type ObsServer, startObsServer } from '../../support/obs-server.ts';
import { createObsRig, type ObsRig } from './obs-rig.ts';

let server: ObsServer;
let rig: ObsRig;

const start = async (
  world: Partial<ObsWorld> = {},
  options: Parameters<typeof createObsRig>[0] = {},
): Promise<ObsWorld> => {
  server = await startObsServer({ world });
  rig = createObsRig({ port: server.port, ...options });
  rig.service.connect();
  await rig.connected();
  return server.world;
};

afterEach(async () => {
  rig.dispose();
  await server.stop();
});

const itemsIn = (world: ObsWorld, scene: string) => world.scenes.get(scene) ?? [];
describe('"Add to OBS" with a browser source', () => {
  it('makes one source on the scene on air, as large as the canvas and with the settings that OBS needs', async () => {
    const world = await start({ canvas: { width: 1920, height: 1080 } });
    expect(await rig.service.add({ overlayId: 'main' })).toEqual({
      ok: true,
      value: { made: 'created', way: 'browser', inputName: 'Livedeck overlay', scene: 'Scene' },
    });
    expect(world.inputs.get('Livedeck overlay')).toEqual({
      kind: 'browser_source',
      filters: [],
      settings: {
        url: rig.overlays.url,
        is_local_file: false,
        width: 1920,
        height: 1080,
        fps_custom: true,
        fps: 60,
        shutdown: false,
        restart_when_active: false,
        reroute_audio: false,
        webpage_control_level: 0,
      },
    });
    expect(itemsIn(world, 'Scene')).toMatchObject([
      { source: 'Livedeck overlay', enabled: true, transform: { positionX: 0, scaleX: 1 } },
    ]);
    expect(rig.service.state().status).toMatchObject({ onAir: ['main'] });
  });

  it('shows the source only when everything about it is right', async () => {
    await start();
    await rig.service.add({ overlayId: 'main' });
    const order = server.asked.map(({ type }) => type).filter((type) => /^(Create|Set)/.test(type));
    expect(order.at(-1)).toBe('SetSceneItemEnabled');
    expect(server.asked.find(({ type }) => type === 'CreateInput')?.data.sceneItemEnabled).toBe(false);
  });

  it('changes nothing the second time', async () => {
    await start();
    await rig.service.add({ overlayId: 'main' });
    const before = server.asked.length;
    expect(await rig.service.add({ overlayId: 'main' })).toMatchObject({ value: { made: 'unchanged' } });
    const asked = server.asked.slice(before).map(({ type }) => type);
    expect(asked.filter((type) => /^(Create|Set|Remove)/.test(type))).toEqual([]);
  });

  it('makes one source of two clicks at once', async () => {
    const world = await start();
    const [one, other] = await Promise.all([
      rig.service.add({ overlayId: 'main' }),
      rig.service.add({ overlayId: 'main' }),
    ]);
    expect([one, other]).toMatchObject([{ value: { made: 'created' } }, { value: { made: 'unchanged' } }]);
    expect(world.inputs.size).toBe(1);
    expect(itemsIn(world, 'Scene')).toHaveLength(1);
  });

  it('mends a source with an old secret, a wrong size and a wrong place', async () => {
    const world = await start();
    await rig.service.add({ overlayId: 'main' });
    rig.overlays.url = 'http://127.0.0.1:21657/o/bmV3LXNlY3JldC1uZXctc2VjcmV0/';
    world.canvas = { width: 1920, height: 1080 };
    Object.assign(itemsIn(world, 'Scene')[0]?.transform ?? {}, { positionX: 300, cropTop: 20, rotation: 90 });
    expect(await rig.service.add({ overlayId: 'main' })).toMatchObject({ value: { made: 'repaired' } });
    expect(world.inputs.get('Livedeck overlay')?.settings).toMatchObject({
      url: rig.overlays.url,
      width: 1920,
      height: 1080,
    });
    expect(itemsIn(world, 'Scene')[0]?.transform).toMatchObject({ positionX: 0, cropTop: 0, rotation: 0 });
  });

  it("leaves the user's own CSS in the source alone", async () => {
    const world = await start();
    await rig.service.add({ overlayId: 'main' });
    const settings = world.inputs.get('Livedeck overlay')?.settings ?? {};
    settings.css = 'body { zoom: 1.2 }';
    rig.overlays.url = 'http://127.0.0.1:4000/o/bmV3LXNlY3JldC1uZXctc2VjcmV0/';
    await rig.service.add({ overlayId: 'main' });
    expect(world.inputs.get('Livedeck overlay')?.settings.css).toBe('body { zoom: 1.2 }');
  });

  it('uses the source that somebody renamed in OBS in place of making a second one', async () => {
    const world = await start();
    await rig.service.add({ overlayId: 'main' });
    const input = world.inputs.get('Livedeck overlay');
    world.inputs.delete('Livedeck overlay');
    if (input) world.inputs.set('弹幕', input);
    for (const item of itemsIn(world, 'Scene')) item.source = '弹幕';
    expect(await rig.service.add({ overlayId: 'main' })).toMatchObject({
      value: { made: 'unchanged', inputName: '弹幕' },
    });
    expect(world.inputs.size).toBe(1);
  });

  it('puts the one source into another scene without making it again', async () => {
    const world = await start({
      scenes: new Map([
        ['Scene', []],
        ['Game', []],
      ]),
    });
    await rig.service.add({ overlayId: 'main' });
    expect(await rig.service.add({ overlayId: 'main', scene: 'Game' })).toMatchObject({
      value: { made: 'repaired', scene: 'Game' },
    });
    expect(world.inputs.size).toBe(1);
    expect(itemsIn(world, 'Game')).toMatchObject([{ source: 'Livedeck overlay', enabled: true }]);
  });

  it('mends the source that the wished scene has, where another one is on air', async () => {
    const world = await start({
      scenes: new Map([
        ['Scene', []],
        ['Game', []],
      ]),
    });
    await rig.service.add({ overlayId: 'main' });
    const settings = { ...world.inputs.get('Livedeck overlay')?.settings };
    world.inputs.set('Livedeck overlay 2', { kind: 'browser_source', settings, filters: [] });
    addItem(world, 'Game', 'Livedeck overlay 2', true);
    expect(await rig.service.add({ overlayId: 'main', scene: 'Game' })).toMatchObject({
      value: { made: 'unchanged', inputName: 'Livedeck overlay 2' },
    });
    expect(itemsIn(world, 'Game')).toHaveLength(1);
  });

  it('removes a second item of the source from the scene, which would show every comment twice', async () => {
    const world = await start();
    await rig.service.add({ overlayId: 'main' });
    addItem(world, 'Scene', 'Livedeck overlay', true);
    expect(await rig.service.add({ overlayId: 'main' })).toMatchObject({ value: { made: 'repaired' } });
    expect(itemsIn(world, 'Scene')).toHaveLength(1);
  });

  it('leaves a source that stands in a group where it is', async () => {
    const world = await start();
    await rig.service.add({ overlayId: 'main' });
    const [item] = itemsIn(world, 'Scene');
    if (item === undefined) throw new Error('no item');
    world.scenes.set('Scene', []);
    addItem(world, 'Scene', 'Group', true).isGroup = true;
    world.groups.set('Group', [{ ...item, enabled: false }]);
    expect(await rig.service.add({ overlayId: 'main' })).toMatchObject({ value: { made: 'repaired' } });
    expect(itemsIn(world, 'Scene')).toHaveLength(1);
    expect(world.groups.get('Group')).toMatchObject([{ source: 'Livedeck overlay', enabled: true }]);
  });

  it('says that the name is taken when a scene has it, and makes nothing', async () => {
    const world = await start({
      scenes: new Map([
        ['Scene', []],
        ['Livedeck overlay', []],
      ]),
    });
    expect(await rig.service.add({ overlayId: 'main' })).toMatchObject({
      ok: false,
      error: { code: 'conflict' },
    });
    expect(world.inputs.size).toBe(0);
  });

  it('does not take a foreign source for its own because of the name', async () => {
    const world = await start();
    world.inputs.set('Livedeck overlay', {
      kind: 'image_source',
      settings: { file: 'logo.png' },
      filters: [],
    });
    expect(await rig.service.add({ overlayId: 'main' })).toMatchObject({ error: { code: 'conflict' } });
    expect(world.inputs.get('Livedeck overlay')?.settings).toEqual({ file: 'logo.png' });
  });

  it('says that the chosen scene is gone', async () => {
    await start({}, { settings: { scene: 'Old scene' } });
    const added = await rig.service.add({ overlayId: 'main' });
    expect(added).toMatchObject({ ok: false, error: { code: 'not-found' } });
    if (!added.ok) expect(added.error.text['zh-CN']).toContain('Old scene');
  });

  it('gives the source its new name when the name in the settings changes', async () => {
    const world = await start();
    await rig.service.add({ overlayId: 'main' });
    rig.service.configure({ inputName: 'Chat' });
    await rig.service.add({ overlayId: 'main' });
    expect([...world.inputs.keys()]).toEqual(['Chat']);
  });

  it('asks for an overlay that exists', async () => {
    await start();
    expect(await rig.service.add({ overlayId: 'gone' })).toMatchObject({ error: { code: 'not-found' } });
  });
});

describe('"Add to OBS" with several overlays', () => {
  const phone = {
    id: 'vertical',
    name: 'Vertical',
    url: 'http://127.0.0.1:21657/o/cGhvbmUtcGhvbmUtcGhvbmU/',
  };
  const tablet = { id: 'vertical-2', name: 'Vertical', url: 'http://127.0.0.1:21657/o/dGFibGV0LXRhYmxldA/' };
  const addAll = async (...overlayIds: readonly string[]) => {
    for (const overlayId of overlayIds)
      expect(await rig.service.add({ overlayId })).toMatchObject({ value: { made: 'created' } });
  };
  const shown = (world: ObsWorld) =>
    Object.fromEntries([...world.inputs].map(([name, { settings }]) => [name, settings.url]));

  it('makes one source for each, also where two are named alike', async () => {
    const world = await start();
    rig.overlays.others = [{ ...phone }, { ...tablet }];
    await addAll('vertical', 'vertical-2');
    expect(shown(world)).toEqual({
      'Livedeck overlay (Vertical)': phone.url,
      'Livedeck overlay (Vertical) 2': tablet.url,
    });
    for (const overlayId of ['vertical', 'vertical-2'])
      expect(await rig.service.add({ overlayId })).toMatchObject({ value: { made: 'unchanged' } });
  });

  it('leaves a source to the overlay that it shows, when a new overlay gets the old name', async () => {
    const world = await start();
    rig.overlays.others = [{ ...phone }];
    await addAll('vertical');
    rig.overlays.others = [{ ...phone, name: 'Phones' }, { ...tablet }];
    await addAll('vertical-2');
    expect(shown(world)).toMatchObject({ 'Livedeck overlay (Vertical)': phone.url });
    expect(rig.service.state().status).toMatchObject({ onAir: ['vertical', 'vertical-2'] });
  });

  it('lets the source follow when its overlay is renamed, also a window that has no address', async () => {
    const window = '456\r\nLivedeck overlay\r\nchromium';
    const world = await start({
      kinds: ['xcomposite_input'],
      windows: [{ name: 'Livedeck', value: window }],
    });
    rig.overlays.others = [{ ...phone }];
    expect(await rig.service.add({ overlayId: 'vertical', window })).toMatchObject({
      value: { made: 'created' },
    });
    rig.overlays.others = [{ ...phone, name: 'Phones' }];
    rig.service.overlayRenamed(phone);
    expect(await rig.service.add({ overlayId: 'vertical', window })).toMatchObject({
      value: { made: 'unchanged', inputName: 'Livedeck overlay (Phones)' },
    });
    expect([...world.inputs.keys()]).toEqual(['Livedeck overlay (Phones)']);
  });

  it('renames nothing that is not its own', async () => {
    const world = await start();
    rig.overlays.others = [{ ...phone, name: 'Phones' }];
    const logo = { kind: 'image_source', settings: { file: 'logo.png' }, filters: [] };
    world.inputs.set('Livedeck overlay (Vertical)', logo);
    rig.service.overlayRenamed(phone);
    await addAll('vertical');
    expect(world.inputs.get('Livedeck overlay (Vertical)')).toBe(logo);
  });
});
