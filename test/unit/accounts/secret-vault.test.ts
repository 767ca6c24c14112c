import { randomBytes } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { createSecretVault } from '../../../main/core/accounts/secret-vault.ts';
import { noSeal } from '../../../main/hosts/node/no-seal.ts';
import { createMemoryFile } from './memory-file.ts';

const text = 'Bearer 9f3b-backend-token';
const passphrase = 'correct horse battery';
const open = (file = createMemoryFile('/x/secrets.json')) => ({
  file,
  vault: createSecretVault({ file, seal: noSeal, randomBytes, now: Date.now, report: () => undefined }),
});
const put = { accountId: 'a', sdkAppId: 1400000000, text };

describe('a kept secret', () => {
  it('behind a passphrase is read again by another start only with it', async () => {
    const { file, vault } = open();
    await vault.put({ ...put, protection: { by: 'passphrase', passphrase } });
    expect(file.text()).not.toContain('9f3b');
    const later = open(file).vault;
    expect(later.info('a')).toEqual({ keptBy: 'passphrase', unlocked: false });
    expect(await later.read('a')).toMatchObject({ ok: false, error: { code: 'not-ready' } });
    expect(await later.unlock('a', 'something else')).toMatchObject({
      ok: false,
      error: { code: 'not-allowed' },
    });
    expect(await later.unlock('a', passphrase)).toEqual({ ok: true, value: text });
    expect(await later.read('a')).toEqual({ ok: true, value: text });
  });

  it('only in memory writes nothing and is gone with the program', async () => {
    const { file, vault } = open();
    await vault.put({ ...put, protection: { by: 'memory' } });
    expect(await vault.read('a')).toEqual({ ok: true, value: text });
    expect(file.text()).toBe('{}');
    expect(open(file).vault.info('a')).toBe(undefined);
  });

  it('that cannot be saved is not kept, and what was there before stays', async () => {
    const { file, vault } = open();
    await vault.put({ ...put, protection: { by: 'passphrase', passphrase } });
    file.failWith('ENOSPC');
    const second = await vault.put({ ...put, text: 'new', protection: { by: 'passphrase', passphrase } });
    expect(second).toMatchObject({ ok: false, error: { code: 'storage' } });
    expect(await vault.read('a')).toEqual({ ok: true, value: text });
  });

  it('moved to another account in the file does not open there', async () => {
    const { file, vault } = open();
    await vault.put({ ...put, protection: { by: 'passphrase', passphrase } });
    const moved = createMemoryFile('/x/secrets.json', file.text().replace('"a":', '"b":'));
    expect(await open(moved).vault.unlock('b', passphrase)).toMatchObject({ ok: false });
  });

  it('that is forgotten is gone from the file', async () => {
    const { file, vault } = open();
    await vault.put({ ...put, protection: { by: 'passphrase', passphrase } });
    vault.forget('a');
    expect(JSON.parse(file.text())).toEqual({ version: 1, keys: {} });
  });
});
