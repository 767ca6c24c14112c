import { createPublicKey, generateKeyPairSync } from 'node:crypto';
import { expect, test } from 'vitest';
import { readPrivateKey, readPublicKey } from '../../../main/core/accounts/pem.ts';
import { checkUserSig } from '../../../main/core/accounts/user-sig-check.ts';
import { readUserSig } from '../../../main/core/accounts/user-sig-claims.ts';
import { packUserSig } from '../../../main/core/accounts/user-sig-text.ts';
import { signUserSigV1 } from '../../../main/core/accounts/user-sig-v1.ts';
import { publishedTestKey, v1Vectors, v2Vector } from './vectors.ts';

const now = 1_700_000_000_000;
const what = { sdkAppId: 1400000000, userId: 'administrator', expireSeconds: 86_400, now };

const publicKeyOf = (pem: string) => {
  const publicKey = readPublicKey(pem);
  if (publicKey === undefined) throw new Error('the vector has no public key');
  return publicKey;
};

test.each(v1Vectors)('the published UserSig “$name” verifies at its time', (vector) => {
  const key = { version: 'v1', publicKey: publicKeyOf(vector.publicKey) } as const;
  const { userId, sdkAppId, issuedAt, lifeSeconds } = vector;
  expect(checkUserSig(vector.userSig, { key, now: issuedAt, userId, sdkAppId })).toEqual({
    claims: {
      version: 'v1',
      userId,
      sdkAppId,
      issuedAt,
      expiresAt: issuedAt + lifeSeconds * 1000,
    },
  });
});

test.each(v1Vectors)('the published UserSig “$name” is expired today', (vector) => {
  const key = { version: 'v1', publicKey: publicKeyOf(vector.publicKey) } as const;
  expect(checkUserSig(vector.userSig, { key, now }).problem).toBe('expired');
});

test('a published UserSig does not verify with the key of another', () => {
  const [one, other] = v1Vectors;
  const key = { version: 'v1', publicKey: publicKeyOf(other.publicKey) } as const;
  expect(checkUserSig(one.userSig, { key, now: one.issuedAt }).problem).toBe('wrong-signature');
});

test('what the vendor’s own test key signs, its public key verifies', () => {
  const privateKey = readPrivateKey(publishedTestKey);
  if (!privateKey.ok) throw new Error(privateKey.error.text.en);
  const userSig = signUserSigV1({ ...what, privateKey: privateKey.value });
  const key = { version: 'v1', publicKey: publicKeyOf(v1Vectors[3].publicKey) } as const;
  expect(checkUserSig(userSig, { key, ...what }).problem).toBeUndefined();
});

test.each(['prime256v1', 'secp256k1', 'secp384r1'])(
  'a %s key signs what its public key verifies',
  (curve) => {
    const pair = generateKeyPairSync('ec', { namedCurve: curve });
    const userSig = signUserSigV1({ ...what, privateKey: pair.privateKey });
    const key = { version: 'v1', publicKey: pair.publicKey } as const;
    expect(checkUserSig(userSig, { key, ...what })).toEqual({
      claims: {
        version: 'v1',
        userId: 'administrator',
        sdkAppId: 1400000000,
        issuedAt: now,
        expiresAt: now + 86_400_000,
      },
    });
  },
);

test('every value of a v1 document is text, as the vendor’s servers expect', () => {
  const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'prime256v1' });
  const document = readUserSig(signUserSigV1({ ...what, privateKey }))?.document ?? {};
  expect(Object.values(document).every((value) => typeof value === 'string')).toBe(true);
  expect(Object.keys(document)).toContain('TLS.appid_at_3rd');
});

test('a changed expiry breaks the signature', () => {
  const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'prime256v1' });
  const document = readUserSig(signUserSigV1({ ...what, privateKey }))?.document ?? {};
  const longer = packUserSig({ ...(document as Record<string, string>), 'TLS.expire_after': '99999999' });
  const key = { version: 'v1', publicKey: createPublicKey(privateKey) } as const;
  expect(checkUserSig(longer, { key, now }).problem).toBe('wrong-signature');
});

test('a v2 UserSig is not checked with a v1 key', () => {
  const { publicKey } = generateKeyPairSync('ec', { namedCurve: 'prime256v1' });
  const key = { version: 'v1', publicKey } as const;
  expect(checkUserSig(v2Vector.userSig, { key, now: v2Vector.now }).problem).toBe('other-scheme');
});
