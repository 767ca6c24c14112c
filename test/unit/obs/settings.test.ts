import { describe, expect, it } from 'vitest';
import { obsCalls } from '../../../main/contract/calls/obs-calls.ts';
import { obsSettingsSchema } from '../../../main/contract/models/obs.ts';
import { obsStateSchema } from '../../../main/contract/models/obs-state.ts';

describe('the settings of the OBS connection', () => {
  it("are off, on this computer and on OBS's own port until somebody says otherwise", () => {
    expect(obsSettingsSchema.parse({})).toEqual({
      enabled: false,
      address: '127.0.0.1',
      port: 4455,
      scene: null,
      inputName: 'Livedeck overlay',
      way: null,
    });
  });

  it.each(['127.0.0.1', 'localhost', 'studio-pc.local', '192.168.1.20', '::1', 'fe80::1', '  obs-pc '])(
    'take the address %s',
    (address) => {
      expect(obsSettingsSchema.parse({ address }).address).toBe(address.trim());
    },
  );

  it.each([
    '',
    'ws://127.0.0.1',
    '127.0.0.1:4455',
    'a/b',
    'user@host',
    'a b',
    '-x',
    '[::1]',
    'host?x',
    '主机',
    'x'.repeat(300),
  ])('refuse the address "%s" and say what is wanted', (address) => {
    const refused = obsCalls['obs:configure'].input.safeParse({ patch: { address } });
    expect(refused.error?.issues[0]?.message).toContain('computer name');
  });

  it.each([0, 65_536, 4455.5, '4455', null])('refuse the port %s', (port) => {
    expect(obsCalls['obs:configure'].input.safeParse({ patch: { port } }).success).toBe(false);
  });

  it('are changed one by one, the others staying as they are', () => {
    expect(obsCalls['obs:configure'].input.parse({ patch: { port: 4460 } })).toEqual({
      patch: { port: 4460 },
    });
  });

  it('cannot be switched on through a change of settings', () => {
    expect(obsCalls['obs:configure'].input.safeParse({ patch: { enabled: true } }).success).toBe(false);
  });

  it('have no room for the password in anything that goes out', () => {
    const state = {
      status: { state: 'off' },
      settings: { ...obsSettingsSchema.parse({}), password: 'secret' },
      passwordKept: 'memory',
      reports: {},
      password: 'secret',
    };
    expect(JSON.stringify(obsStateSchema.parse(state))).not.toContain('secret');
    const outputs = Object.values(obsCalls).map(({ output }) => output);
    for (const output of outputs) expect(Object.keys(output.shape)).not.toContain('password');
  });
});
