import { afterEach, describe, expect, it } from 'vitest';
import { obsColour } from '../../../main/core/obs/colour-key.ts';
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
const linuxKinds = ['image_source', 'color_source_v3', 'xcomposite_input', 'xshm_input'];
const linuxWindows = [
  { name: 'Files', value: '123\r\nFiles\r\nfiles' },
  { name: 'Livedeck overlay', value: '456\r\nLivedeck overlay\r\nchromium' },
];

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

describe('"Add to OBS" with a captured window', () => {
  it('is what it does by itself where this OBS has no browser source', async () => {
    const world = await start({ kinds: linuxKinds, windows: linuxWindows }, { host: 'browser' });
    expect(await rig.service.add({ overlayId: 'main' })).toMatchObject({
      value: { made: 'created', way: 'window' },
    });
    expect(world.inputs.get('Livedeck overlay')).toMatchObject({
      kind: 'xcomposite_input',
      settings: {
        capture_window: '456\r\nLivedeck overlay\r\nchromium',
        show_cursor: false,
        exclude_alpha: false,
      },
    });
    expect(itemsIn(world, 'Scene')[0]).toMatchObject({
      enabled: true,
      transform: { boundsType: 'OBS_BOUNDS_SCALE_INNER', boundsWidth: 1280, boundsHeight: 720 },
    });
  });

  it('fills a browser window with a key colour and lets OBS take it out', async () => {
    const world = await start({ kinds: linuxKinds, windows: linuxWindows }, { host: 'browser' });
    await rig.service.add({ overlayId: 'main' });
    expect(rig.overlays.keyColour).toBe('#00ff00');
    expect(world.inputs.get('Livedeck overlay')?.filters).toMatchObject([
      {
        filterKind: 'color_key_filter_v2',
        filterSettings: { key_color_type: 'custom', key_color: obsColour('#00ff00') },
      },
    ]);
    expect(await rig.service.add({ overlayId: 'main' })).toMatchObject({ value: { made: 'unchanged' } });
  });

  it("needs no key colour for the desktop's clear window", async () => {
    const world = await start({ kinds: linuxKinds, windows: linuxWindows });
    await rig.service.add({ overlayId: 'main' });
    expect(rig.overlays.keyColour).toBe(null);
    expect(world.inputs.get('Livedeck overlay')?.filters).toEqual([]);
  });

  it("changes the key with the overlay's colour", async () => {
    const world = await start({ kinds: linuxKinds, windows: linuxWindows }, { host: 'browser' });
    await rig.service.add({ overlayId: 'main' });
    rig.overlays.keyColour = '#ff00ff';
    expect(await rig.service.add({ overlayId: 'main' })).toMatchObject({ value: { made: 'repaired' } });
    expect(world.inputs.get('Livedeck overlay')?.filters).toMatchObject([
      { filterSettings: { key_color: 0xffff00ff } },
    ]);
  });

  it.each([
    {
      system: 'Windows',
      kinds: ['window_capture', 'game_capture', 'monitor_capture'],
      windows: [
        { name: '[msedge.exe]: Livedeck overlay', value: 'Livedeck overlay:Chrome_WidgetWin_1:msedge.exe' },
      ],
      kind: 'window_capture',
      settings: {
        window: 'Livedeck overlay:Chrome_WidgetWin_1:msedge.exe',
        method: 2,
        priority: 1,
        cursor: false,
        client_area: true,
        compatibility: false,
      },
    },
    {
      system: 'macOS',
      kinds: ['window_capture', 'screen_capture', 'display_capture'],
      windows: [
        { name: null, value: 0 },
        { name: '[Livedeck] Livedeck overlay', value: 4711 },
      ],
      kind: 'screen_capture',
      settings: { type: 1, window: 4711, show_cursor: false, show_hidden_windows: true },
    },
  ])('uses the right capture on $system', async ({ kinds, windows, kind, settings }) => {
    const world = await start({ kinds, windows });
    await rig.service.add({ overlayId: 'main', way: 'window' });
    expect(world.inputs.get('Livedeck overlay')).toMatchObject({ kind, settings });
  });

  it('leaves nothing behind when the overlay window is not open', async () => {
    const world = await start({ kinds: linuxKinds, windows: [{ name: 'Files', value: 'x' }] });
    expect(await rig.service.add({ overlayId: 'main' })).toMatchObject({
      ok: false,
      error: { code: 'not-found', retryable: true },
    });
    expect(world.inputs.size).toBe(0);
    expect(itemsIn(world, 'Scene')).toEqual([]);
  });

  it('does not choose a window that OBS only remembers', async () => {
    await start({
      kinds: linuxKinds,
      windows: [{ name: 'Livedeck overlay', value: 'gone', enabled: false }],
    });
    expect(await rig.service.add({ overlayId: 'main' })).toMatchObject({ error: { code: 'not-found' } });
  });

  it('captures the window that somebody picked from the list', async () => {
    const world = await start({ kinds: linuxKinds, windows: linuxWindows });
    const windows = await rig.service.windows();
    expect(windows).toEqual({ ok: true, value: linuxWindows });
    expect(world.inputs.size).toBe(0);
    await rig.service.add({ overlayId: 'main', window: linuxWindows[0]?.value });
    expect(world.inputs.get('Livedeck overlay')?.settings.capture_window).toBe(linuxWindows[0]?.value);
    expect(await rig.service.add({ overlayId: 'main' })).toMatchObject({ value: { made: 'unchanged' } });
  });

  it('takes the place of the browser source when the window is wanted, and back', async () => {
    const world = await start({
      kinds: ['browser_source', 'xcomposite_input'],
      windows: linuxWindows,
    });
    await rig.service.add({ overlayId: 'main' });
    await rig.service.add({ overlayId: 'main', way: 'window' });
    expect([...world.inputs].map(([name, { kind }]) => [name, kind])).toEqual([
      ['Livedeck overlay', 'xcomposite_input'],
    ]);
    await rig.service.add({ overlayId: 'main', way: 'browser' });
    expect([...world.inputs].map(([name, { kind }]) => [name, kind])).toEqual([
      ['Livedeck overlay', 'browser_source'],
    ]);
    expect(itemsIn(world, 'Scene')).toHaveLength(1);
  });

  it('keeps the browser source when the window cannot take its place', async () => {
    const world = await start({ kinds: ['browser_source', 'xcomposite_input'], windows: [] });
    await rig.service.add({ overlayId: 'main' });
    expect(await rig.service.add({ overlayId: 'main', way: 'window' })).toMatchObject({ ok: false });
    expect([...world.inputs].map(([name, { kind }]) => [name, kind])).toEqual([
      ['Livedeck overlay', 'browser_source'],
    ]);
  });

  it('says what to do on a system whose windows only a person can choose', async () => {
    await start({ kinds: ['pipewire-window-capture-source', 'image_source'] });
    const added = await rig.service.add({ overlayId: 'main' });
    expect(added).toMatchObject({ ok: false, error: { code: 'not-ready' } });
    if (!added.ok) expect(added.error.remedy?.en).toContain('PipeWire');
  });

  it('places a capture that somebody made by hand under its name', async () => {
    const world = await start({ kinds: ['pipewire-window-capture-source'] });
    world.inputs.set('Livedeck overlay', {
      kind: 'pipewire-window-capture-source',
      settings: { RestoreToken: 'abc' },
      filters: [],
    });
    expect(await rig.service.add({ overlayId: 'main' })).toMatchObject({
      value: { made: 'repaired', way: 'window' },
    });
    expect(world.inputs.get('Livedeck overlay')?.settings).toEqual({ RestoreToken: 'abc' });
    expect(itemsIn(world, 'Scene')).toHaveLength(1);
  });

  it('says that this build has no browser source when exactly that is wanted', async () => {
    await start({ kinds: linuxKinds });
    expect(await rig.service.add({ overlayId: 'main', way: 'browser' })).toMatchObject({
      error: { code: 'not-ready' },
    });
  });
});
