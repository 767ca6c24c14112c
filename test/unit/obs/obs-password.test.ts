import { randomBytes } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import type { SealPort } from '../../../main/core/accounts/sealing.ts';
import { createSecretVault } from '../../../main/core/accounts/secret-vault.ts';
import { createObsPassword } from '../../../main/core/obs/obs-password.ts';
import { noSeal } from '../../../main/hosts/node/no-seal.ts';
import { createMemoryFile } from '../accounts/memory-file.ts';

const text = 'obs-pass-77';
/** A system that turns round what it seals. */
const turned = (one: string) => one.split('').reverse().join('');
const safeSeal: SealPort = {
  kind: 'os',
  seal: async (one) => Buffer.from(turned(one)),
  unseal: async (sealed) => turned(Buffer.from(sealed).toString()),
};
const passphrase = 'correct horse battery';
const open = (file = createMemoryFile('/x/obs.json'), seal: SealPort = noSeal) => ({
  file,
  password: createObsPassword(
    createSecretVault({ file, seal, randomBytes, now: Date.now, report: () => undefined }),
  ),
});

describe('the password of OBS', () => {
  it('is not there until it is entered', async () => {
    const { password } = open();
    expect([password.get(), password.state()]).toEqual([undefined, 'none']);
    expect(await password.open()).toMatchObject({ ok: true });
    expect(password.get()).toBe(undefined);
  });

  it('kept for this run is written nowhere', async () => {
    const { file, password } = open();
    expect(await password.set(text, { by: 'memory' })).toEqual({ ok: true, value: null });
    expect([password.get(), password.state()]).toEqual([text, 'memory']);
    expect(file.text()).toBe('{}');
  });

  it('behind a passphrase waits for it after a start, and says so', async () => {
    const { file, password } = open();
    await password.set(text, { by: 'passphrase', passphrase });
    expect(file.text()).not.toContain(text);
    const later = open(file).password;
    expect(await later.open()).toMatchObject({ ok: true });
    expect([later.get(), later.state()]).toEqual([undefined, 'locked']);
    const refused = await later.unlock('not this one');
    expect(refused).toMatchObject({ ok: false, error: { code: 'not-allowed' } });
    expect(refused.ok ? '' : refused.error.text.en).toContain('password of OBS');
    expect(later.state()).toBe('locked');
    expect(await later.unlock(passphrase)).toMatchObject({ ok: true });
    expect([later.get(), later.state()]).toEqual([text, 'passphrase']);
  });

  it('sealed by the system is there by itself after a start', async () => {
    const { file, password } = open(undefined, safeSeal);
    await password.set(text, { by: 'os' });
    expect(file.text()).not.toContain(text);
    const later = open(file, safeSeal).password;
    expect(await later.open()).toMatchObject({ ok: true });
    expect([later.get(), later.state()]).toEqual([text, 'os']);
  });

  it('that was damaged is asked for anew, in words about OBS and not about an account', async () => {
    const { file, password } = open(undefined, safeSeal);
    await password.set(text, { by: 'os' });
    const spoilt = createMemoryFile('/x/obs.json', file.text());
    const other: SealPort = { ...safeSeal, unseal: () => Promise.reject(new Error('another user')) };
    const answer = await open(spoilt, other).password.open();
    expect(answer).toMatchObject({ ok: false, error: { code: 'damaged' } });
    expect(answer.ok ? '' : answer.error.remedy?.en).toBe('Enter the password of OBS again.');
  });

  it('that cannot be stored is not taken, and what was used before still is', async () => {
    const { file, password } = open();
    await password.set(text, { by: 'memory' });
    file.failWith('ENOSPC');
    const answer = await password.set('another', { by: 'passphrase', passphrase });
    expect(answer).toMatchObject({ ok: false, error: { code: 'storage' } });
    expect(JSON.stringify(answer)).not.toContain('another');
    expect(password.get()).toBe(text);
  });

  it('is gone when it is forgotten', async () => {
    const { file, password } = open();
    await password.set(text, { by: 'passphrase', passphrase });
    expect(password.forget()).toMatchObject({ ok: true });
    expect([password.get(), password.state()]).toEqual([undefined, 'none']);
    expect(open(file).password.state()).toBe('none');
  });
});
