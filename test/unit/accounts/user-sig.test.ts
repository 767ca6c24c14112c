import { createSecretKey } from 'node:crypto';
import { deflateSync } from 'node:zlib';
import fc from 'fast-check';
import { Api } from 'tls-sig-api-v2';
import { expect, test, vi } from 'vitest';
import { signUserSigV2 } from '../../../main/core/accounts/user-sig.ts';
import { checkUserSig } from '../../../main/core/accounts/user-sig-check.ts';
import { readUserSig } from '../../../main/core/accounts/user-sig-claims.ts';
import { packUserSig, unpackUserSig } from '../../../main/core/accounts/user-sig-text.ts';
import { v2Vector } from './vectors.ts';

const secretKey = createSecretKey(v2Vector.secretKey, 'utf8');
const key = { version: 'v2', secretKey } as const;
const { now, sdkAppId, userId } = v2Vector;

test('a v2 UserSig is, letter for letter, the one of the fact sheet', () => {
  expect(signUserSigV2(v2Vector)).toBe(v2Vector.userSig);
  expect(signUserSigV2({ ...v2Vector, secretKey })).toBe(v2Vector.userSig);
});

test('a v2 UserSig is the one that the vendor’s package makes at the same second', () => {
  vi.useFakeTimers({ now });
  try {
    const theirs = new Api(sdkAppId, v2Vector.secretKey).genUserSig('viewer_7', 86_400);
    expect(signUserSigV2({ ...v2Vector, userId: 'viewer_7', expireSeconds: 86_400 })).toBe(theirs);
  } finally {
    vi.useRealTimers();
  }
});

test('the document inside holds the fields of the sheet and its HMAC', () => {
  expect(unpackUserSig(v2Vector.userSig)).toEqual({
    'TLS.ver': '2.0',
    'TLS.identifier': userId,
    'TLS.sdkappid': sdkAppId,
    'TLS.time': now / 1000,
    'TLS.expire': v2Vector.expireSeconds,
    'TLS.sig': v2Vector.hmac,
  });
});

test('a UserSig with a userbuf verifies with the HMAC of the sheet', () => {
  const document = { ...unpackUserSig(v2Vector.userSig), 'TLS.userbuf': 'YWJj' } as Record<string, string>;
  const userSig = packUserSig({ ...document, 'TLS.sig': v2Vector.hmacWithUserBuf });
  expect(checkUserSig(userSig, { key, now, sdkAppId, userId }).problem).toBeUndefined();
});

test('a UserSig names its user, app, issue and expiry', () => {
  expect(readUserSig(v2Vector.userSig)?.claims).toEqual({
    version: 'v2',
    userId,
    sdkAppId,
    issuedAt: now,
    expiresAt: now + v2Vector.expireSeconds * 1000,
  });
});

test.each([
  ['another app', { sdkAppId: 1400000001 }, 'other-app'],
  ['another user', { userId: 'xiaohong' }, 'other-user'],
  ['a moment after its end', { now: now + v2Vector.expireSeconds * 1000 + 1 }, 'expired'],
  [
    'another key',
    { key: { version: 'v2', secretKey: createSecretKey('0'.repeat(64), 'utf8') } as const },
    'wrong-signature',
  ],
])('a UserSig checked for %s is refused', (_, wrong, problem) => {
  const expected = { key, now, sdkAppId, userId, ...wrong };
  expect(checkUserSig(v2Vector.userSig, expected).problem).toBe(problem);
});

test('whoever changes the user inside a UserSig breaks its signature', () => {
  const document = { ...unpackUserSig(v2Vector.userSig), 'TLS.identifier': 'admin' } as Record<
    string,
    string
  >;
  expect(checkUserSig(packUserSig(document), { key, now }).problem).toBe('wrong-signature');
});

test('whatever user and time are signed, the UserSig verifies and says them back', () => {
  fc.assert(
    fc.property(
      fc.string({ minLength: 1, maxLength: 10, unit: 'grapheme' }),
      fc.integer({ min: 60, max: 15_552_000 }),
      (someone, expireSeconds) => {
        const userSig = signUserSigV2({ ...v2Vector, userId: someone, expireSeconds });
        const checked = checkUserSig(userSig, { key, now, sdkAppId, userId: someone });
        return checked.problem === undefined && checked.claims?.expiresAt === now + expireSeconds * 1000;
      },
    ),
  );
});

test('no text at all makes the reader of UserSigs throw', () => {
  fc.assert(
    fc.property(fc.string(), fc.json(), (text, json) => {
      const packed = deflateSync(json).toString('base64');
      return [text, packed, v2Vector.userSig + text].every((one) => {
        readUserSig(one);
        return true;
      });
    }),
  );
});

test('a UserSig that would inflate beyond all measure is not read', () => {
  const bomb = deflateSync(Buffer.from(JSON.stringify({ 'TLS.ver': ' '.repeat(1_000_000) })));
  expect(unpackUserSig(bomb.toString('base64'))).toBeUndefined();
});

test('a cut UserSig is none', () => {
  expect(checkUserSig(v2Vector.userSig.slice(0, 100), { key, now }).problem).toBe('not-a-usersig');
});
