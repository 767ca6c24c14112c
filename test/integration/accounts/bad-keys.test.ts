import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { keyHolder } from '../../support/key-holder.ts';
import { makePem, makeZip, secret } from '../../unit/accounts/keys.ts';
import { type Livedeck, startCloud, startLivedeck } from './rig.ts';

let cloud: Awaited<ReturnType<typeof startCloud>>;
let livedeck: Livedeck;

beforeAll(async () => {
  cloud = await startCloud();
  livedeck = await startLivedeck();
});
afterAll(async () => {
  await livedeck.stop();
  await cloud.stop();
});

const base64 = (bytes: Uint8Array) => ({ fileBase64: Buffer.from(bytes).toString('base64') });

const cases: readonly [name: string, key: () => { text: string } | { fileBase64: string }, says: RegExp][] = [
  ['a damaged zip', () => base64(makeZip({ private_key: cloud.pem.privateKey }).slice(0, 120)), /damaged/],
  ['a zip bomb', () => base64(makeZip({ private_key: new Uint8Array(8_000_000) })), /unpacks to far more/],
  ['a zip without the key', () => base64(makeZip({ 'photo.jpg': 'x' })), /no file “private_key”/],
  ['a public key', () => ({ text: cloud.pem.publicKey }), /public key/i],
  ['a SecretKey of the wrong length', () => ({ text: secret.slice(1) }), /64 characters; this has 63/],
  ['nothing', () => ({ text: '  ' }), /No key was given/],
  ['a paste of 100 KB', () => ({ text: 'x'.repeat(100_000) }), /far too long/],
];

describe('what is not a good key', () => {
  it.each(cases)('%s is explained, and nothing is stored', async (_name, key, says) => {
    const checked = await livedeck.must('account:check-key', { sdkAppId: cloud.sdkAppId, key: key() });
    expect(checked).toMatchObject({ signsAndVerifies: false });
    expect(checked.findings[0]?.text.en).toMatch(says);
    const added = await livedeck.call('account:add', keyHolder(cloud, key()));
    expect(added).toMatchObject({ ok: false, error: { text: { en: expect.stringMatching(says) } } });
    expect(await livedeck.state('accounts')).toEqual({});
  });

  it('a pair that does not belong together is refused, one that does is described', async () => {
    const { privateKey, publicKey } = cloud.pem;
    const zips = [publicKey, makePem('secp256k1').publicKey].map((key) =>
      base64(makeZip({ private_key: privateKey, public_key: key })),
    );
    const { sdkAppId } = cloud;
    const [good, bad] = await Promise.all(
      zips.map((key) => livedeck.must('account:check-key', { sdkAppId, key })),
    );
    expect(good).toMatchObject({ signsAndVerifies: true, kind: { curve: 'secp256k1' }, region: 'china' });
    expect(bad?.findings).toContainEqual(expect.objectContaining({ id: 'pair', level: 'fail' }));
    const added = await livedeck.call('account:add', keyHolder(cloud, zips[1]));
    expect(added).toMatchObject({
      ok: false,
      error: { text: { en: expect.stringContaining('public key') } },
    });
  });

  it('a paste of 10 MB is answered as too much, and the panel stays connected', async () => {
    const answer = await livedeck.call('account:check-key', {
      sdkAppId: cloud.sdkAppId,
      key: { text: 'x'.repeat(10 * 1024 * 1024) },
    });
    expect(answer).toMatchObject({ ok: false, error: { code: 'invalid-input' } });
    expect(await livedeck.state('accounts')).toEqual({});
  });

  it('a damaged account file is set aside and told, and Livedeck starts', async () => {
    const { accountId } = await livedeck.must('account:add', keyHolder(cloud));
    const file = join(livedeck.dataDir, 'accounts.json');
    expect(readFileSync(file, 'utf8')).toContain(accountId);
    await livedeck.stop();
    writeFileSync(file, '{ "accounts": { "x": {');
    livedeck = await startLivedeck({ dataDir: livedeck.dataDir });
    expect(await livedeck.state('accounts')).toEqual({});
    expect(JSON.stringify((await livedeck.state('app')).reports)).toContain('accounts.json was damaged');
  });
});
