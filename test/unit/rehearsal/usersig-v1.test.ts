import { createSign, generateKeyPairSync } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { verifyUserSig } from '../../../main/rehearsal/usersig/verify-user-sig.ts';
import { packText, unpackText } from './usersig-packing.ts';
import { vectorsV1, vectorV2 } from './usersig-vectors.ts';

const order = ['TLS.appid_at_3rd', 'TLS.account_type', 'TLS.identifier', 'TLS.sdk_appid', 'TLS.time'];
const signedKeys = [...order, 'TLS.expire_after', 'TLS.userbuf'];

const keyPair = (namedCurve: string) =>
  generateKeyPairSync('ec', {
    namedCurve,
    publicKeyEncoding: { type: 'spki', format: 'pem' },
    privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
  });

const baseFields: Readonly<Record<string, string>> = {
  'TLS.appid_at_3rd': '0',
  'TLS.account_type': '0',
  'TLS.identifier': 'vj_1',
  'TLS.sdk_appid': '1400000001',
  'TLS.time': '1700000000',
  'TLS.expire_after': '86400',
};
const expected = { sdkAppId: 1400000001, userId: 'vj_1', now: 1700000100 };

const sign = (fields: Readonly<Record<string, string>>, privateKey: string) => {
  const lines = signedKeys.filter((key) => key in fields).map((key) => `${key}:${fields[key]}\n`);
  return createSign('sha256').update(lines.join('')).sign(privateKey, 'base64');
};
type V1Fields = Readonly<Record<string, string>> & { readonly 'TLS.sig': string };
const signed = (fields: Readonly<Record<string, string>>, privateKey: string): V1Fields => ({
  ...fields,
  'TLS.version': '201803230000',
  'TLS.sig': sign(fields, privateKey),
});
const pack = (fields: object) => packText(JSON.stringify(fields));

describe.each(vectorsV1)('v1 vector $name', (vector) => {
  const { sdkAppId, userId, issuedAt, lifetimeS, userSig, publicKey } = vector;
  const own = { sdkAppId, userId, now: issuedAt + 1, publicKeys: [publicKey] };

  test('is accepted with the clock of its day', () => {
    expect(verifyUserSig(userSig, own)).toEqual({
      ok: true,
      version: 1,
      issuedAt,
      expiresAt: issuedAt + lifetimeS,
    });
  });

  test('is accepted when the right key is one of several', () => {
    const publicKeys = [...vectorsV1.map((other) => other.publicKey)];
    expect(verifyUserSig(userSig, { ...own, publicKeys })).toMatchObject({ ok: true });
  });

  test.each([
    [70001, { now: issuedAt + lifetimeS + 1 }],
    [70009, { publicKeys: vectorsV1.map((other) => other.publicKey).filter((key) => key !== publicKey) }],
    [70013, { userId: `${userId}x` }],
    [70014, { sdkAppId: sdkAppId + 1 }],
    [70016, { publicKeys: [] }],
    [70052, { revokedBefore: issuedAt + 1 }],
  ])('is refused with %i when the rest does not fit', (code, over) => {
    expect(verifyUserSig(userSig, { ...own, ...over })).toMatchObject({ ok: false, code });
  });

  test('is refused with 70003 when cut short', () => {
    expect(verifyUserSig(userSig.slice(0, -30), own)).toMatchObject({ code: 70003 });
  });
});

describe.each(['prime256v1', 'secp256k1', 'secp384r1'])('a v1 UserSig signed on %s', (curve) => {
  const { publicKey, privateKey } = keyPair(curve);
  const own = { ...expected, publicKeys: [publicKey] };

  test('is accepted with and without appid_at_3rd, and in the userbuf form', () => {
    const { 'TLS.appid_at_3rd': _third, ...withoutThird } = baseFields;
    const forms = [baseFields, withoutThird, { ...baseFields, 'TLS.userbuf': 'YWJj' }];
    for (const fields of forms) {
      expect(verifyUserSig(pack(signed(fields, privateKey)), own)).toMatchObject({ ok: true, version: 1 });
    }
  });

  test('is accepted with CRLF in TLS.sig, escaped or raw', () => {
    const fields = signed(baseFields, privateKey);
    const broken = { ...fields, 'TLS.sig': fields['TLS.sig'].replace(/.{20}/g, '$&\r\n') };
    expect(verifyUserSig(pack(broken), own)).toMatchObject({ ok: true });
    const raw = JSON.stringify(broken).replaceAll('\\r\\n', '\r\n');
    expect(verifyUserSig(packText(raw), own)).toMatchObject({ ok: true });
  });

  test('is never accepted when a signed field differs from what was signed', () => {
    const honest = signed(baseFields, privateKey);
    const key = fc.constantFrom(
      'TLS.appid_at_3rd',
      'TLS.account_type',
      'TLS.time',
      'TLS.expire_after',
      'TLS.userbuf',
    );
    fc.assert(
      fc.property(key, fc.nat(1_900_000_000), (name, value) => {
        const tampered: Readonly<Record<string, string>> = {
          ...honest,
          [name]: name === 'TLS.userbuf' ? 'YWJj' : String(value),
        };
        fc.pre(JSON.stringify(tampered) !== JSON.stringify(honest));
        const now = Number(tampered['TLS.time']);
        expect(verifyUserSig(pack(tampered), { ...own, now })).toMatchObject({ ok: false, code: 70009 });
      }),
      { numRuns: 40 },
    );
  });

  test('is never accepted with another signature', () => {
    const honest = signed(baseFields, privateKey);
    fc.assert(
      fc.property(fc.base64String({ minLength: 4, maxLength: 120 }), (sig) => {
        expect(verifyUserSig(pack({ ...honest, 'TLS.sig': sig }), own)).toMatchObject({ code: 70009 });
      }),
      { numRuns: 40 },
    );
  });
});

describe('a v1 UserSig is refused with', () => {
  const { publicKey, privateKey } = keyPair('prime256v1');
  const own = { ...expected, publicKeys: [publicKey] };
  const honest: Readonly<Record<string, string>> = signed(baseFields, privateKey);

  test('70005 when a field is missing, a number instead of a string, or smuggles a line break', () => {
    for (const key of [...order.slice(1), 'TLS.expire_after', 'TLS.sig']) {
      const { [key]: _left, ...rest } = honest;
      expect(verifyUserSig(pack(rest), own)).toMatchObject({ code: 70005 });
    }
    const wrong = [
      { 'TLS.time': 1700000000 },
      { 'TLS.appid_at_3rd': '0\nTLS.account_type:0' },
      { 'TLS.userbuf': 7 },
    ];
    for (const over of wrong)
      expect(verifyUserSig(pack({ ...honest, ...over }), own)).toMatchObject({ code: 70005 });
  });

  test('70016 by an app that has a v2 key only, whatever that key is', () => {
    const v2Only = { ...expected, secretKey: vectorV2.secretKey };
    expect(verifyUserSig(pack(honest), v2Only)).toMatchObject({ code: 70016 });
  });

  test('an exception only when the service itself was given no EC public key', () => {
    const rsa = generateKeyPairSync('rsa', { modulusLength: 2048 }).publicKey.export({
      type: 'spki',
      format: 'pem',
    });
    expect(() => verifyUserSig(pack(honest), { ...own, publicKeys: [String(rsa)] })).toThrow(/EC public key/);
  });
});

test('the vector with CRLF inside TLS.sig really has it', () => {
  expect(unpackText(vectorsV1[1].userSig)).toMatch(/\\r\\n/);
});
