import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { obsCalls } from '../../../main/contract/calls/obs-calls.ts';
import type { Result } from '../../../main/contract/result.ts';
import { obsHandlers } from '../../../main/core/handlers/obs-handlers.ts';
import { type ObsServer, startObsServer } from '../../support/obs-server.ts';
import { createLogBook, createObsRig, type ObsRig } from './obs-rig.ts';

let server: ObsServer;
let rig: ObsRig;

beforeAll(async () => {
  server = await startObsServer({
    password: 'secret',
    world: { kinds: ['browser_source', 'xcomposite_input'], windows: [{ name: 'Notes', value: 'n' }] },
  });
  rig = createObsRig({ port: server.port });
});
afterAll(async () => {
  rig.dispose();
  await server.stop();
});

/** As the router does it: input parsed, handler called, and here the answer held against the contract too. */
const call = async (name: keyof typeof obsCalls, input: unknown): Promise<Result<unknown>> => {
  const parsed = obsCalls[name].input.parse(input);
  const handlers = obsHandlers({ obs: rig.service, ports: createLogBook() });
  const handler = handlers[name] as (value: unknown) => Promise<Result<unknown>>;
  const answer = await handler(parsed);
  if (answer.ok) expect(obsCalls[name].output.safeParse(answer.value)).toMatchObject({ success: true });
  return answer;
};

/** Waits until the doctor is done. */
const report = async () => {
  await expect.poll(() => rig.service.state().examination, { interval: 5 }).toBeUndefined();
  return rig.service.state().reports.main;
};

describe('the calls about OBS', () => {
  it('are all the panel’s alone', () => {
    expect(Object.values(obsCalls).map(({ callers }) => callers)).toEqual(
      Object.values(obsCalls).map(() => ['panel']),
    );
  });

  it('lead from nothing to an overlay in OBS', async () => {
    expect(await call('obs:add', {})).toMatchObject({ ok: false, error: { code: 'not-ready' } });
    expect(await call('obs:connect', {})).toMatchObject({ ok: true });
    const withPassword = { password: 'secret', protection: { by: 'memory' } };
    expect(await call('obs:set-password', withPassword)).toEqual({ ok: true, value: {} });
    expect(rig.service.state().passwordKept).toBe('memory');
    const { scenes, scene } = await rig.connected((status) => status.scenes.length > 0);
    expect({ scenes, scene }).toEqual({ scenes: ['Scene'], scene: 'Scene' });
    expect(await call('obs:windows', {})).toMatchObject({ value: { windows: [{ name: 'Notes' }] } });
    expect(await call('obs:configure', { patch: { scene: 'Scene' } })).toMatchObject({ ok: true });
    expect(rig.service.state().settings.scene).toBe('Scene');
    expect(await call('obs:add', {})).toMatchObject({ value: { made: 'created', way: 'browser' } });
    await rig.connected(({ sources }) => sources.some(({ overlayId }) => overlayId === 'main'));
    expect(await call('obs:picture', {})).toMatchObject({ ok: false, error: { code: 'not-found' } });
    expect(await call('obs:disconnect', {})).toMatchObject({ ok: true });
    expect(rig.service.state().status).toEqual({ state: 'off' });
  });

  it('start the doctor, refuse a second one meanwhile, and leave the outcome in the state', async () => {
    expect(await call('obs:connect', {})).toMatchObject({ ok: true });
    await rig.connected();
    expect(await call('obs:doctor', { picture: 'never' })).toEqual({ ok: true, value: {} });
    expect(rig.service.state().examination).toMatchObject({ overlayId: 'main' });
    expect(await call('obs:fix', { fix: 'reload-page', picture: 'never' })).toMatchObject({
      ok: false,
      error: { code: 'conflict' },
    });
    expect(await report()).toMatchObject({ outcome: 'finished', hasPicture: false, stale: false });
    expect(await call('obs:doctor', { overlayId: 'gone', picture: 'never' })).toMatchObject({ ok: true });
    await report();
    expect(rig.service.state().reports.gone).toMatchObject({
      outcome: 'failed',
      error: { code: 'not-found' },
    });
  });

  it.each([
    ['obs:set-password', {}],
    ['obs:set-password', { password: 'x' }],
    ['obs:set-password', { password: '', protection: { by: 'memory' } }],
    ['obs:set-password', { password: 'x'.repeat(513), protection: { by: 'memory' } }],
    ['obs:set-password', { password: 'x', protection: { by: 'passphrase' } }],
    ['obs:add', { way: 'ndi' }],
    ['obs:add', { window: { id: 1 } }],
    ['obs:fix', { fix: 'format-disk' }],
    ['obs:doctor', { picture: 'now', extra: 1 }],
    ['obs:configure', { patch: { password: 'x' } }],
  ] as const)('refuse %s with %j', (name, input) => {
    expect(obsCalls[name].input.safeParse(input).success).toBe(false);
  });
});
