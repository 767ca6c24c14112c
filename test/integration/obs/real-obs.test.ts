import { OBSWebSocket } from 'obs-websocket-js/json';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import type { ObsCheckId } from '../../../main/contract/models/obs.ts';
import { decodePng, type Picture } from '../../../main/core/obs/picture/png.ts';
import type { Program } from '../../support/obs-kit/programs.ts';
import { whyNoObs } from '../../support/obs-kit/requirements.ts';
import { type RunningObs, startObs } from '../../support/obs-kit/start-obs.ts';
import { startObsServer } from '../../support/obs-server.ts';
import { comment, readBuiltPage, roomKey, startOverlays } from '../overlay/overlay-rig.ts';
import { createObsRig, is, type ObsRig } from './obs-rig.ts';

const why = whyNoObs();
if (why !== undefined) process.stdout.write(`The tests with a real OBS are skipped: ${why}.\n`);

const password = 'test only';
const canvas = { width: 1280, height: 720 };
const source = 'Livedeck overlay';

/** A port that nobody uses now. */
const freePort = async (): Promise<number> => {
  const server = await startObsServer();
  await server.stop();
  return server.port;
};

describe.skipIf(why !== undefined)('a real OBS without a browser source', () => {
  let overlay: Awaited<ReturnType<typeof startOverlays>>;
  let obs: RunningObs;
  let window: Program;
  let rig: ObsRig;
  /** What a person does in OBS's own window. */
  const person = new OBSWebSocket();
  let port = 0;

  const pages = () => overlay.overlays.status().main?.clients.length ?? 0;
  const openWindow = async (): Promise<void> => {
    window = obs.openWindow(overlay.url, canvas);
    await vi.waitUntil(() => pages() === 1, { timeout: 30_000 });
  };

  beforeAll(async () => {
    overlay = await startOverlays({ assets: await readBuiltPage() });
    port = await freePort();
    obs = await startObs({ port, password, ...canvas });
    const { overlays } = overlay;
    rig = createObsRig({
      port,
      password,
      host: 'browser',
      overlaysPort: {
        status: overlays.status,
        url: overlays.url,
        settings: overlays.settings,
        setKeyColour: (overlayId, keyColour) => overlays.configure(overlayId, { keyColour }),
        showTestPattern: overlays.showTestPattern,
        windowTitle: () => 'Livedeck overlay main',
        windowKeyColour: null,
        openWindow: async () => ({ ok: true, value: null }),
      },
    });
    await openWindow();
    await person.connect(`ws://127.0.0.1:${port}`, password);
  }, 120_000);

  afterAll(async () => {
    rig?.dispose();
    await person.disconnect();
    await obs?.stop();
    await overlay?.overlays.dispose();
  }, 60_000);

  const examine = async () => {
    const report = await rig.service.doctor('main', 'always');
    if (!report.ok) throw new Error(report.error.text.en);
    return report.value;
  };
  const problems = async (): Promise<readonly ObsCheckId[]> =>
    (await examine()).filter(({ state }) => state === 'problem' || state === 'unknown').map(({ id }) => id);

  const shoot = async (name: string): Promise<Picture> => {
    const { imageData } = await person.call('GetSourceScreenshot', { sourceName: name, imageFormat: 'png' });
    const picture = decodePng(Buffer.from(imageData.slice(imageData.indexOf(',') + 1), 'base64'));
    if (picture === undefined) throw new Error('OBS took no picture that can be decoded');
    return picture;
  };

  const count = (
    { rgba }: Picture,
    fits: (r: number, g: number, b: number, a: number) => boolean,
  ): number => {
    let found = 0;
    for (let at = 0; at < rgba.length; at += 4) {
      const [r = 0, g = 0, b = 0, a = 0] = rgba.subarray(at, at + 4);
      if (fits(r, g, b, a)) found += 1;
    }
    return found;
  };
  const letters = (picture: Picture): number =>
    count(picture, (r, g, b, a) => a === 255 && r > 240 && g > 240 && b > 240);

  const itemOf = async (name: string): Promise<number> => {
    const { sceneItemId } = await person.call('GetSceneItemId', { sceneName: 'Scene', sourceName: name });
    return sceneItemId;
  };

  it('lets nobody in with a wrong password', async () => {
    const stranger = createObsRig({ port, password: 'wrong' });
    stranger.service.connect();
    expect((await stranger.until(is('refused'))).why).toBe('password');
    stranger.dispose();
  });

  it('is connected to, and tells its versions and its scene', async () => {
    rig.service.connect();
    const status = await rig.connected(({ scene }) => scene !== '');
    expect(status).toMatchObject({ scene: 'Scene', asksPassword: true, onAir: [], streaming: false });
    expect(status.obsVersion).toMatch(/^\d+\.\d+/);
  });

  it('is seen by the doctor to have no browser source, and the window is offered instead', async () => {
    const checks = await examine();
    expect(checks.find(({ id }) => id === 'source-kind')).toMatchObject({
      state: 'problem',
      fix: 'use-window',
    });
  });

  it('lists the overlay window among those that it can capture, and keeps nothing of the question', async () => {
    const windows = await rig.service.windows('main');
    expect(windows.ok && windows.value.map(({ name }) => name)).toContain('Livedeck overlay main');
    await expect.poll(async () => (await person.call('GetInputList')).inputs).toEqual([]);
  });

  it('gets the window, keyed and over the whole picture, with one click and once', async () => {
    expect(await rig.service.add({ overlayId: 'main' })).toMatchObject({
      ok: true,
      value: { made: 'created', way: 'window', scene: 'Scene' },
    });
    expect(await rig.service.add({ overlayId: 'main' })).toMatchObject({ value: { made: 'unchanged' } });
    const { sceneItems } = await person.call('GetSceneItemList', { sceneName: 'Scene' });
    expect(sceneItems).toHaveLength(1);
    await rig.connected(({ onAir }) => onAir.includes('main'));
  });

  it('passes the whole examination, the picture test included', async () => {
    await expect.poll(problems, { timeout: 30_000 }).toEqual([]);
    const checks = await examine();
    for (const id of ['picture', 'frames', 'uncovered'] as const)
      expect(checks.find((check) => check.id === id)).toMatchObject({ state: 'ok' });
  });

  it('shows a comment with solid letters and nothing else, and loses it when it is purged', async () => {
    await expect.poll(async () => letters(await shoot(source)), { timeout: 5_000 }).toBe(0);
    overlay.overlays.show(roomKey, [comment('欢迎来到直播间 hello OBS')]);
    await expect.poll(async () => letters(await shoot(source)), { timeout: 15_000 }).toBeGreaterThan(1_000);
    const picture = await shoot(source);
    const clear = count(picture, (_r, _g, _b, a) => a === 0);
    expect(clear / (picture.width * picture.height)).toBeGreaterThan(0.95);
    // Nothing of the key colour is left, except what the outline's edge mixed it with.
    expect(count(picture, (r, g, b, a) => a > 0 && g > 200 && r < 60 && b < 60)).toBe(0);
    await overlay.overlays.purge({ all: true });
    await expect.poll(async () => letters(await shoot(source)), { timeout: 5_000 }).toBe(0);
  });

  it('lets the game be seen behind the overlay', async () => {
    await person.call('CreateInput', {
      sceneName: 'Scene',
      inputName: 'Game',
      inputKind: 'color_source_v3',
      // Alpha, blue, green, red.
      inputSettings: { color: 0xff_c0_80_40, ...canvas },
    });
    const checks = await examine();
    expect(checks.find(({ id }) => id === 'uncovered')).toMatchObject({
      state: 'problem',
      fix: 'bring-to-front',
    });
    await rig.service.fix('main', 'bring-to-front', 'always');
    expect(await problems()).toEqual([]);
    const gameShare = async (): Promise<number> => {
      const scene = await shoot('Scene');
      return count(scene, (r, g, b) => r === 0x40 && g === 0x80 && b === 0xc0) / (scene.rgba.length / 4);
    };
    await expect.poll(gameShare, { timeout: 5_000 }).toBe(1);
  });

  it('has its closed eye opened', async () => {
    const sceneItemId = await itemOf(source);
    await person.call('SetSceneItemEnabled', { sceneName: 'Scene', sceneItemId, sceneItemEnabled: false });
    await rig.connected(({ onAir }) => onAir.length === 0);
    expect(await problems()).toEqual(['visible']);
    await rig.service.fix('main', 'show-source', 'always');
    expect(await problems()).toEqual([]);
    await rig.connected(({ onAir }) => onAir.includes('main'));
  });

  it('has a source that was moved and scaled put back', async () => {
    const sceneItemId = await itemOf(source);
    await person.call('SetSceneItemTransform', {
      sceneName: 'Scene',
      sceneItemId,
      sceneItemTransform: { positionX: 100, rotation: 10, boundsType: 'OBS_BOUNDS_NONE', scaleX: 0.5 },
    });
    expect(await problems()).toContain('size');
    await rig.service.fix('main', 'fit-size', 'always');
    expect(await problems()).toEqual([]);
  });

  it('is followed into another scene, where the overlay is added with one click', async () => {
    await person.call('CreateScene', { sceneName: 'Pause' });
    await rig.connected(({ scenes }) => scenes.join() === 'Scene,Pause');
    await person.call('SetCurrentProgramScene', { sceneName: 'Pause' });
    await rig.connected(({ scene, onAir }) => scene === 'Pause' && onAir.length === 0);
    expect(await problems()).toEqual(['scene']);
    await rig.service.fix('main', 'add-to-scene', 'always');
    expect(await problems()).toEqual([]);
    await rig.connected(({ scene, onAir }) => scene === 'Pause' && onAir.includes('main'));
    const { inputs } = await person.call('GetInputList', { inputKind: 'xcomposite_input' });
    expect(inputs).toHaveLength(1);
  });

  it('captures the overlay window again after it was closed and opened', async () => {
    await window.stop();
    await expect.poll(problems, { timeout: 15_000 }).toContain('page');
    await openWindow();
    await rig.service.fix('main', 'repair-source', 'always');
    await expect.poll(problems, { timeout: 30_000 }).toEqual([]);
  });

  it('is told from an OBS that is gone', async () => {
    await obs.stop();
    await rig.until(is('unreachable'));
    expect(await problems()).toEqual(['reachable']);
  });
});
