import { afterEach, describe, expect, it } from 'vitest';
import { obsStateSchema } from '../../../main/contract/models/obs-state.ts';
import { addItem } from '../../support/obs-server/world.ts';
import { type ObsServer, startObsServer } from '../../support/obs-server.ts';
import { createObsRig, is, type ObsRig } from './obs-rig.ts';

const password = 'Bär 密码 "quoted"';
const closing: (() => unknown)[] = [];

afterEach(async () => {
  for (const close of closing.splice(0).reverse()) await close();
});

const startServer = async (options: Parameters<typeof startObsServer>[0] = {}): Promise<ObsServer> => {
  const server = await startObsServer({ password, ...options });
  closing.push(server.stop);
  return server;
};

const startRig = (options: Parameters<typeof createObsRig>[0]): ObsRig => {
  const rig = createObsRig(options);
  closing.push(rig.dispose);
  return rig;
};

const freePort = async (): Promise<number> => {
  const server = await startObsServer();
  await server.stop();
  return server.port;
};

describe('the connection to OBS', () => {
  it('is off until somebody switches it on', async () => {
    const server = await startServer();
    const rig = startRig({ port: server.port, password });
    rig.service.start();
    expect(rig.service.state().status).toEqual({ state: 'off' });
    rig.service.connect();
    await rig.connected();
    expect(rig.stored().enabled).toBe(true);
  });

  it('tells the versions and the scene on air', async () => {
    const server = await startServer({ obsVersion: '31.0.1' });
    const rig = startRig({ port: server.port, password });
    rig.service.connect();
    const status = await rig.connected((one) => one.scene !== '');
    expect(status).toEqual({
      state: 'connected',
      obsVersion: '31.0.1',
      websocketVersion: '5.5.2',
      platform: 'windows',
      asksPassword: true,
      scene: 'Scene',
      scenes: ['Scene'],
      sources: [],
      onAir: [],
      streaming: false,
      recording: false,
      virtualCamera: false,
      studioMode: false,
    });
  });

  it('follows the scene on air and whether the overlay is on it', async () => {
    const server = await startServer();
    server.world.scenes.set('Game', []);
    server.world.inputs.set('Livedeck overlay', { kind: 'browser_source', settings: {}, filters: [] });
    addItem(server.world, 'Game', 'Livedeck overlay', true);
    const rig = startRig({ port: server.port, password });
    rig.service.connect();
    await rig.connected((one) => one.scene === 'Scene');
    server.switchTo('Game');
    await rig.connected((one) => one.onAir.length > 0);
    server.switchTo('Scene');
    const back = await rig.connected((one) => one.scene === 'Scene' && one.onAir.length === 0);
    expect(back.scene).toBe('Scene');
  });

  it('finds its source on air under the name that somebody gave it in OBS', async () => {
    const server = await startServer();
    const rig = startRig({ port: server.port, password });
    server.world.inputs.set('My chat', {
      kind: 'browser_source',
      settings: { url: rig.overlays.url.replace('127.0.0.1', 'localhost') },
      filters: [],
    });
    addItem(server.world, 'Scene', 'My chat', true);
    rig.service.connect();
    const status = await rig.connected((one) => one.onAir.length > 0);
    expect(status.onAir).toEqual(['main']);
  });

  it('knows whether OBS streams or records', async () => {
    const server = await startServer();
    const rig = startRig({ port: server.port, password });
    rig.service.connect();
    await rig.connected((one) => one.scene !== '');
    server.world.streaming = true;
    server.emit(1 << 6, 'StreamStateChanged', { outputActive: true });
    const live = await rig.connected((one) => one.streaming);
    expect(live.recording).toBe(false);
  });

  it('comes up by itself when OBS is started later', async () => {
    const port = await freePort();
    const rig = startRig({ port, password });
    rig.service.connect();
    const waiting = await rig.until(is('unreachable'));
    expect(waiting.error.vendor?.info).toBe('ECONNREFUSED');
    await startServer({ port });
    await rig.connected();
  });

  it('comes back by itself after OBS was restarted', async () => {
    const server = await startServer();
    const rig = startRig({ port: server.port, password });
    rig.service.connect();
    await rig.connected();
    await server.stop();
    await rig.until(is('unreachable'));
    await startServer({ port: server.port });
    await rig.connected();
  });

  it('waits longer after each failure, and never more than five seconds', async () => {
    const port = await freePort();
    const now = Date.now();
    const waits: number[] = [];
    // Time is skipped: each retry comes at once, and the delay that was asked for is noted.
    const clock = {
      now: () => now,
      monotonic: () => now,
      setTimeout: (run: () => void, ms: number) => {
        if (ms >= 500 && ms !== 5_000) waits.push(ms);
        return setTimeout(run, ms === 5_000 ? 5_000 : 0);
      },
      clearTimeout,
    };
    const rig = startRig({ port, password, clock });
    rig.service.connect();
    const late = await rig.until(
      (one): one is Extract<typeof one, { state: 'unreachable' }> =>
        one.state === 'unreachable' && one.attempt === 5,
    );
    expect(waits.slice(0, 4)).toEqual([500, 1000, 2000, 4000]);
    expect(late.retryAt - now).toBe(5_000);
  });

  it('does not try a refused password again until somebody does something', async () => {
    const server = await startServer();
    const rig = startRig({ port: server.port, password: 'wrong' });
    rig.service.connect();
    const refused = await rig.until(is('refused'));
    expect(refused.why).toBe('password');
    expect(refused.error.remedy?.en).toContain('Show Connect Info');
    expect(server.heard).toHaveLength(1);
    await rig.service.setPassword(password, { by: 'memory' });
    await rig.connected();
  });

  it('says that a password is missing where OBS asks for one', async () => {
    const server = await startServer();
    const rig = startRig({ port: server.port });
    rig.service.connect();
    expect((await rig.until(is('refused'))).why).toBe('no-password');
  });

  it('connects without a password where OBS asks for none, and says so', async () => {
    const server = await startObsServer();
    closing.push(server.stop);
    const rig = startRig({ port: server.port, password });
    rig.service.connect();
    expect((await rig.connected()).asksPassword).toBe(false);
  });

  it('says that OBS is too old or too new for its protocol', async () => {
    const server = await startServer({ rpcVersion: 2 });
    const rig = startRig({ port: server.port, password });
    rig.service.connect();
    expect((await rig.until(is('refused'))).why).toBe('version');
  });

  it('stays away after it was kicked', async () => {
    const server = await startServer();
    const rig = startRig({ port: server.port, password });
    rig.service.connect();
    await rig.connected();
    server.hangUp(4011);
    expect((await rig.until(is('refused'))).why).toBe('kicked');
  });

  it('moves to another port as soon as the settings name it', async () => {
    const [one, other] = [await startServer(), await startServer({ obsVersion: '32.0.0' })];
    const rig = startRig({ port: one.port, password });
    rig.service.connect();
    await rig.connected();
    rig.service.configure({ port: other.port });
    const moved = await rig.connected((status) => status.obsVersion === '32.0.0');
    expect(moved.obsVersion).toBe('32.0.0');
    expect(rig.stored()).toMatchObject({ port: other.port, address: '127.0.0.1', enabled: true });
  });

  it('lets go of OBS when it is switched off', async () => {
    const server = await startServer();
    const rig = startRig({ port: server.port, password });
    rig.service.connect();
    await rig.connected();
    rig.service.disconnect();
    expect(rig.service.state().status).toEqual({ state: 'off' });
    expect(await rig.service.windows('main')).toMatchObject({ ok: false, error: { code: 'not-ready' } });
  });

  it('reloads an overlay page that OBS loaded before Livedeck was there', async () => {
    const server = await startServer();
    let wake = (): void => undefined;
    const clock = {
      now: Date.now,
      monotonic: () => performance.now(),
      setTimeout: (run: () => void, ms: number) => {
        if (ms === 3_000) wake = run;
        return setTimeout(run, ms);
      },
      clearTimeout,
    };
    const rig = startRig({ port: server.port, password, clock });
    server.world.inputs.set('Livedeck overlay', {
      kind: 'browser_source',
      settings: { url: rig.overlays.url },
      filters: [],
    });
    const pressed = new Promise<void>((resolve) => {
      server.meddle(({ type }) => {
        if (type === 'PressInputPropertiesButton') resolve();
        return undefined;
      });
    });
    rig.service.connect();
    await rig.connected();
    wake();
    await pressed;
    await rig.service.windows('main');
    expect(server.world.pressed).toEqual(['Livedeck overlay/refreshnocache']);
  });
});

describe('the password of OBS', () => {
  it('is in no state, no log line and no frame that goes to OBS', async () => {
    const server = await startServer();
    const rig = startRig({ port: server.port, password });
    rig.service.connect();
    await rig.connected((one) => one.scene !== '');
    await rig.service.setPassword('another secret', { by: 'memory' });
    rig.service.connect();
    await rig.until(is('refused'));
    const told = JSON.stringify([rig.states, rig.lines, server.heard]);
    for (const secret of [password, JSON.stringify(password).slice(1, -1), 'another secret'])
      expect(told).not.toContain(secret);
    expect(rig.states.map((state) => obsStateSchema.safeParse(state).success)).not.toContain(false);
  });
});
