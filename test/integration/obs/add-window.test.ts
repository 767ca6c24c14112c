import { afterEach, describe, expect, it } from 'vitest';
import { obsColour } from '../../../main/core/obs/colour-key.ts';
import type { ObsWorld } from '../../support/obs-server/world.ts';
import { type ObsServer, startObsServer } from '../../support/obs-server.ts';
import { createObsRig, type ObsRig, windowPage } from './obs-rig.ts';

let server: ObsServer;
let rig: ObsRig;

const start = async (
  world: Partial<ObsWorld> = {},
  options: Parameters<typeof createObsRig>[0] = {},
): Promise<ObsWorld> => {
  server = await startObsServer({ world });
  rig = createObsRig({ port: server.port, ...options });
  // A window that is opened shows its page, as it does; one without is waited for, ten seconds long.
  rig.overlays.inWindow = [windowPage];
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
    const windows = await rig.service.windows('main');
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

  it('takes its place in every scene that shows it, and in none that does not', async () => {
    const world = await start({
      kinds: ['browser_source', 'xcomposite_input'],
      windows: linuxWindows,
      scenes: new Map([
        ['Scene', []],
        ['Game', []],
        ['Pause', []],
        ['Hidden', []],
      ]),
    });
    for (const scene of ['Game', 'Hidden', 'Scene']) await rig.service.add({ overlayId: 'main', scene });
    for (const item of itemsIn(world, 'Hidden')) item.enabled = false;
    await rig.service.add({ overlayId: 'main', way: 'window' });
    expect([...world.scenes].map(([name, items]) => [name, items.length])).toEqual([
      ['Scene', 1],
      ['Game', 1],
      ['Pause', 0],
      ['Hidden', 0],
    ]);
    expect(itemsIn(world, 'Game')).toMatchObject([{ source: 'Livedeck overlay', enabled: true }]);
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
