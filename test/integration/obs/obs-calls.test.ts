import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { obsCalls } from '../../../main/contract/calls/obs-calls.ts';
import type { Result } from '../../../main/contract/result.ts';
import { obsHandlers } from '../../../main/core/handlers/obs-handlers.ts';
import { type ObsServer, startObsServer } from '../../support/obs-server.ts';
import { createObsRig, type ObsRig } from './obs-rig.ts';

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
  const handler = obsHandlers({ obs: rig.service })[name] as (value: unknown) => Promise<Result<unknown>>;
  const answer = await handler(parsed);
  if (answer.ok) expect(obsCalls[name].output.safeParse(answer.value)).toMatchObject({ success: true });
  return answer;
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
    expect(await call('obs:set-password', { password: 'secret' })).toEqual({
      ok: true,
      value: { hasPassword: true },
    });
    await rig.connected();
    expect(await call('obs:scenes', {})).toEqual({
      ok: true,
      value: { scenes: ['Scene'], current: 'Scene' },
    });
    expect(await call('obs:windows', {})).toMatchObject({ value: { windows: [{ name: 'Notes' }] } });
    expect(await call('obs:configure', { patch: { scene: 'Scene' } })).toMatchObject({
      value: { settings: { scene: 'Scene' }, hasPassword: true },
    });
    expect(await call('obs:add', {})).toMatchObject({ value: { made: 'created', way: 'browser' } });
    expect(await call('obs:doctor', { picture: 'never' })).toMatchObject({ ok: true });
    expect(await call('obs:fix', { fix: 'reload-page', picture: 'never' })).toMatchObject({ ok: true });
    expect(await call('obs:disconnect', {})).toMatchObject({ value: { status: { state: 'off' } } });
  });

  it.each([
    ['obs:set-password', {}],
    ['obs:set-password', { password: '' }],
    ['obs:set-password', { password: 'x'.repeat(513) }],
    ['obs:add', { way: 'ndi' }],
    ['obs:add', { window: { id: 1 } }],
    ['obs:fix', { fix: 'format-disk' }],
    ['obs:doctor', { picture: 'now', extra: 1 }],
    ['obs:configure', { patch: { password: 'x' } }],
  ] as const)('refuse %s with %j', (name, input) => {
    expect(obsCalls[name].input.safeParse(input).success).toBe(false);
  });
});
