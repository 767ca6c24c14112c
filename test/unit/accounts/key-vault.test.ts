import { createCipheriv, createDecipheriv, createPublicKey, createSecretKey, randomBytes } from 'node:crypto';
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inspect } from 'node:util';
import { expect, onTestFinished, test } from 'vitest';
import { createKeyVault, type KeyVault, type SealPort } from '../../../main/core/accounts/key-vault.ts';
import { checkUserSig } from '../../../main/core/accounts/user-sig-check.ts';
import { makePem, makeZip, secret } from './keys.ts';
import { createMemoryFile, type MemoryFile } from './memory-file.ts';

const now = 1_700_000_000_000;
const what = { userId: 'administrator', expireSeconds: 86_400, now };
const passphrase = 'a long enough passphrase';
const account = { accountId: 'acc-1', sdkAppId: 1400000000 };

/** A keychain of its own kind: what it sealed, only it opens. */
const createKeychain = (): SealPort => {
  const key = randomBytes(32);
  return {
    kind: 'os',
    seal: async (text) => {
      const iv = randomBytes(12);
      const cipher = createCipheriv('aes-256-gcm', key, iv);
      const data = Buffer.concat([cipher.update(text), cipher.final()]);
      return Buffer.concat([iv, cipher.getAuthTag(), data]);
    },
    unseal: async (sealed) => {
      const bytes = Buffer.from(sealed);
      const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(0, 12));
      decipher.setAuthTag(bytes.subarray(12, 28));
      return Buffer.concat([decipher.update(bytes.subarray(28)), decipher.final()]).toString();
    },
  };
};
const noKeychain: SealPort = {
  kind: 'none',
  seal: () => Promise.reject(new Error('no keychain')),
  unseal: () => Promise.reject(new Error('no keychain')),
};

const open = (file: MemoryFile, seal: SealPort, reports: string[] = []): KeyVault =>
  createKeyVault({ file, seal, randomBytes, now: () => now, report: (text) => reports.push(text.en) });
const newFile = () => createMemoryFile('/nowhere/keys.json');

const verifies = (userSig: string): boolean => {
  const key = { version: 'v2', secretKey: createSecretKey(secret, 'utf8') } as const;
  return checkUserSig(userSig, { key, ...what, ...account }).problem === undefined;
};
const signs = async (vault: KeyVault, accountId = 'acc-1'): Promise<boolean | string> => {
  const signed = await vault.sign(accountId, what);
  return signed.ok ? verifies(signed.value) : signed.error.code;
};

test('a key kept by the system signs again after a restart', async () => {
  const file = newFile();
  const seal = createKeychain();
  const put = await open(file, seal).put({ ...account, key: { text: secret }, protection: { by: 'os' } });
  expect(put).toEqual({
    ok: true,
    value: {
      ...account,
      kind: { version: 'v2', algorithm: 'HMAC-SHA256' },
      keptBy: 'os',
      unlocked: true,
    },
  });
  const restarted = open(file, seal);
  expect(restarted.list()).toHaveLength(1);
  expect(await signs(restarted)).toBe(true);
});

test('a key behind a passphrase is locked after a restart and opens with it alone', async () => {
  const file = newFile();
  await open(file, noKeychain).put({
    ...account,
    key: { text: secret },
    protection: { by: 'passphrase', passphrase },
  });
  const restarted = open(file, noKeychain);
  expect(restarted.info('acc-1')).toMatchObject({ keptBy: 'passphrase', unlocked: false });
  expect(await signs(restarted)).toBe('not-ready');
  expect(await restarted.unlock('acc-1', 'not the passphrase')).toMatchObject({ ok: false });
  expect(await signs(restarted)).toBe('not-ready');
  expect(await restarted.unlock('acc-1', passphrase)).toMatchObject({ ok: true, value: { unlocked: true } });
  expect(await signs(restarted)).toBe(true);
  restarted.lock('acc-1');
  expect(await signs(restarted)).toBe('not-ready');
});

test('a key for this run only leaves nothing on disk', async () => {
  const file = newFile();
  const vault = open(file, noKeychain);
  await vault.put({ ...account, key: { text: secret }, protection: { by: 'memory' } });
  expect(await signs(vault)).toBe(true);
  expect(file.text()).toBe('{}');
  expect(await signs(open(file, noKeychain))).toBe('not-found');
});

test('a keys.zip goes in and signs with its curve, also after a restart', async () => {
  const pem = makePem('secp256k1');
  const file = newFile();
  const seal = createKeychain();
  const key = { file: makeZip({ private_key: pem.privateKey, public_key: pem.publicKey }) };
  await open(file, seal).put({ ...account, key, protection: { by: 'os' } });
  const vault = open(file, seal);
  expect(vault.info('acc-1')?.kind).toEqual({
    version: 'v1',
    algorithm: 'ECDSA-SHA256',
    curve: 'secp256k1',
  });
  const signed = await vault.sign('acc-1', what);
  const checking = { version: 'v1', publicKey: createPublicKey(pem.publicKey) } as const;
  expect(signed.ok && checkUserSig(signed.value, { key: checking, now }).problem).toBeUndefined();
  expect(await vault.check('acc-1', what)).toMatchObject({ ok: true, value: { signsAndVerifies: true } });
});

test('without a keychain the system is not asked to keep a key, and the other ways are named', async () => {
  const vault = open(newFile(), noKeychain);
  const put = await vault.put({ ...account, key: { text: secret }, protection: { by: 'os' } });
  expect(put).toMatchObject({
    ok: false,
    error: { code: 'not-allowed', remedy: { en: expect.stringContaining('passphrase') } },
  });
  expect(vault.list()).toEqual([]);
});

test('a key that cannot be saved is not half there', async () => {
  const file = newFile();
  const vault = open(file, createKeychain());
  await vault.put({ ...account, key: { text: secret }, protection: { by: 'os' } });
  const before = file.text();
  file.failWith('ENOSPC');
  const put = await vault.put({
    ...account,
    key: { text: 'a'.repeat(64) },
    protection: { by: 'os' },
  });
  expect(put).toMatchObject({
    ok: false,
    error: { code: 'storage', text: { en: expect.stringContaining('ENOSPC') } },
  });
  expect(file.text()).toBe(before);
  expect(await signs(vault)).toBe(true);
});

test('a forgotten key is gone from disk and from memory', async () => {
  const file = newFile();
  const vault = open(file, createKeychain());
  await vault.put({ ...account, key: { text: secret }, protection: { by: 'os' } });
  expect(vault.forget('acc-1')).toEqual({ ok: true, value: null });
  expect(await signs(vault)).toBe('not-found');
  expect(JSON.parse(file.text())).toEqual({ version: 1, keys: {} });
});

test('the key of one account does not open under the name of another', async () => {
  const file = newFile();
  const seal = createKeychain();
  await open(file, seal).put({ ...account, key: { text: secret }, protection: { by: 'os' } });
  const swapped = createMemoryFile('/nowhere/keys.json', file.text().replace('acc-1', 'acc-2'));
  expect(await signs(open(swapped, seal), 'acc-2')).toBe('damaged');
  const otherApp = createMemoryFile('/nowhere/keys.json', file.text().replace('1400000000', '1400000001'));
  expect(await signs(open(otherApp, seal))).toBe('damaged');
});

test('a passphrase box moved to another account does not open', async () => {
  const file = newFile();
  await open(file, noKeychain).put({
    ...account,
    key: { text: secret },
    protection: { by: 'passphrase', passphrase },
  });
  const swapped = createMemoryFile('/nowhere/keys.json', file.text().replace('acc-1', 'acc-2'));
  expect(await open(swapped, noKeychain).unlock('acc-2', passphrase)).toMatchObject({
    ok: false,
    error: { code: 'not-allowed' },
  });
});

test('a key sealed by another keychain is a clear error', async () => {
  const file = newFile();
  await open(file, createKeychain()).put({ ...account, key: { text: secret }, protection: { by: 'os' } });
  expect(await signs(open(file, createKeychain()))).toBe('damaged');
  expect(await signs(open(file, noKeychain))).toBe('damaged');
});

test.each([
  ['not JSON', '{"version":1,'],
  ['of a version to come', '{"version":2,"keys":{}}'],
  ['of the wrong form', '{"version":1,"keys":{"acc-1":{"secret":"x"}}}'],
])('a file of keys that is %s is set aside and reported, not overwritten', (_, text) => {
  const folder = mkdtempSync(join(tmpdir(), 'livedeck-keys-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const path = join(folder, 'keys.json');
  writeFileSync(path, text);
  const reports: string[] = [];
  const vault = open(createMemoryFile(path, text), noKeychain, reports);
  expect(vault.list()).toEqual([]);
  expect(reports).toEqual([expect.stringContaining('was damaged. It was kept as keys.damaged-')]);
  expect(readdirSync(folder)).toEqual([expect.stringMatching(/^keys\.damaged-.*\.json$/)]);
});

test('a file of keys that cannot be read is a clear error, and nothing is written over it', async () => {
  const file = newFile();
  file.failWith('EACCES');
  const vault = open(file, createKeychain());
  file.failWith(undefined);
  expect(await signs(vault)).toBe('storage');
  const put = await vault.put({ ...account, key: { text: secret }, protection: { by: 'os' } });
  expect(put).toMatchObject({ ok: false, error: { code: 'storage' } });
  expect(file.text()).toBe('{}');
});

test.each([
  ['a line break in the user', { userId: 'a\nb' }],
  ['a user of 33 bytes', { userId: 'x'.repeat(33) }],
  ['no user', { userId: '' }],
  ['a life of nothing', { expireSeconds: 0 }],
  ['a life of a year', { expireSeconds: 365 * 86_400 }],
])('the vault does not sign for %s', async (_, wrong) => {
  const vault = open(newFile(), noKeychain);
  await vault.put({ ...account, key: { text: secret }, protection: { by: 'memory' } });
  expect(await vault.sign('acc-1', { ...what, ...wrong })).toMatchObject({
    ok: false,
    error: { code: 'invalid-input' },
  });
});

test.each([0, -1, 1.5, 2 ** 32, Number.NaN])('an SDKAppID of %d is refused', async (sdkAppId) => {
  const put = open(newFile(), noKeychain).put({
    accountId: 'acc-1',
    sdkAppId,
    key: { text: secret },
    protection: { by: 'memory' },
  });
  expect(await put).toMatchObject({ ok: false, error: { code: 'invalid-input' } });
});

test('accounts named like properties of every object are accounts like others', async () => {
  const vault = open(newFile(), createKeychain());
  for (const accountId of ['constructor', 'toString']) {
    expect(vault.info(accountId)).toBeUndefined();
    await vault.put({ accountId, sdkAppId: 1400000000, key: { text: secret }, protection: { by: 'os' } });
    expect(await signs(vault, accountId)).toBe(true);
  }
});

test('no part of the key can be seen in anything that the vault says, holds or stores', async () => {
  const pem = makePem();
  const body = pem.privateKey.split('\n').slice(1, -2).join('');
  const traces = [secret, body].flatMap((key) => [
    key.slice(8, 40),
    Buffer.from(key).toString('base64').slice(4, 40),
    Buffer.from(key).toString('hex').slice(0, 64),
  ]);
  const file = newFile();
  const said: unknown[] = [];
  const vault = open(file, createKeychain());
  const protections = [{ by: 'os' }, { by: 'passphrase', passphrase }, { by: 'memory' }] as const;
  for (const protection of protections) {
    for (const text of [secret, pem.privateKey]) {
      const accountId = `${protection.by}-${text.length}`;
      said.push(await vault.put({ accountId, sdkAppId: 1400000000, key: { text }, protection }));
      said.push(await vault.check(accountId, what), vault.info(accountId));
      said.push(await vault.put({ accountId, sdkAppId: 1400000000, key: { text: `${text}x` }, protection }));
      said.push(await vault.unlock(accountId, 'wrong passphrase'));
    }
  }
  const everything = `${JSON.stringify(said)}${inspect(said, { depth: 9 })}${inspect(vault, { depth: 9 })}${file.text()}`;
  expect(traces.filter((trace) => everything.includes(trace))).toEqual([]);
});
