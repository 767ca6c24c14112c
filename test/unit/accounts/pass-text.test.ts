import { randomBytes } from 'node:crypto';
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { openPass, sealPass } from '../../../main/core/accounts/pass-text.ts';
import { signUserSigV2 } from '../../../main/core/accounts/user-sig.ts';
import { secret } from './keys.ts';

const now = 1_800_000_000_000;
const passphrase = 'blue kettle seven';
const contents = {
  app: 1400000000,
  user: 'mod-lan',
  nick: '小兰',
  label: 'Night show',
  sig: signUserSigV2({
    sdkAppId: 1400000000,
    secretKey: secret,
    userId: 'mod-lan',
    expireSeconds: 3600,
    now,
  }),
  from: now,
  to: now + 3_600_000,
  rooms: ['night-show'],
  may: ['mute' as const],
};
let text: string;

beforeAll(async () => {
  const sealed = await sealPass(contents, passphrase, randomBytes);
  text = sealed.ok ? sealed.value : '';
});

const codeOf = async (given: string, phrase = passphrase) => {
  const opened = await openPass(given, phrase);
  return opened.ok ? 'ok' : opened.error.code;
};

describe('a pass as text', () => {
  it('opens to what went in, and shows nothing of it before', async () => {
    expect(await openPass(text, passphrase)).toEqual({ ok: true, value: contents });
    expect(text).not.toContain('mod-lan');
    expect(text.length).toBeLessThan(800);
  });

  it.each([
    ['broken into lines', (pass: string) => pass.replace(/(.{60})/g, '$1\r\n  ')],
    ['a link', (pass: string) => `livedeck://pass/${pass}`],
    ['a link with a fragment', (pass: string) => `  LIVEDECK:pass#${pass}\n`],
  ])('opens all the same when it comes as %s', async (_name, change) => {
    expect(await codeOf(change(text))).toBe('ok');
  });

  it('changed by a letter anywhere is told from a wrong passphrase, without trying any', () =>
    fc.assert(
      fc.asyncProperty(fc.nat(text.length - 1), fc.constantFrom(...'AZaz09-_'), async (at, letter) => {
        const changed = text.slice(0, at) + letter + text.slice(at + 1);
        if (changed !== text) expect(await codeOf(changed)).toMatch(/^(damaged|invalid-input)$/);
      }),
    ));

  it('of which a part is missing is never taken for whole', () =>
    fc.assert(
      fc.asyncProperty(fc.nat(text.length - 1), async (length) => {
        expect(await codeOf(text.slice(0, length))).toMatch(/^(damaged|invalid-input)$/);
      }),
    ));

  it('does not open with another passphrase, and takes no weak one', async () => {
    expect(await codeOf(text, 'blue kettle eight')).toBe('not-allowed');
    expect(await sealPass(contents, 'short', randomBytes)).toMatchObject({
      error: { code: 'invalid-input' },
    });
  });

  it('whose UserSig is of somebody else, or that claims a longer life, is not believed', async () => {
    const forged = await sealPass({ ...contents, user: 'administrator' }, passphrase, randomBytes);
    expect(await codeOf(forged.ok ? forged.value : '')).toBe('damaged');
    const longer = await sealPass({ ...contents, to: now + 9e9 }, passphrase, randomBytes);
    const opened = await openPass(longer.ok ? longer.value : '', passphrase);
    expect(opened).toMatchObject({ ok: true, value: { to: contents.to } });
  });
});
