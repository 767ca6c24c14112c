import { createHmac } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { verifyUserSig } from '../../../main/rehearsal/usersig/verify-user-sig.ts';
import { packText, unpackText } from './usersig-packing.ts';
import { vectorV2 as vector } from './usersig-vectors.ts';

const { secretKey, sdkAppId, userId, issuedAt, lifetimeS } = vector;
const expected = { sdkAppId, userId, secretKey, now: issuedAt + 60 };
const accepted = { ok: true, version: 2, issuedAt, expiresAt: issuedAt + lifetimeS };

const fieldsOf = (sig: string = vector.sig) => ({
  'TLS.ver': '2.0',
  'TLS.identifier': userId as string,
  'TLS.sdkappid': sdkAppId as number,
  'TLS.time': issuedAt as number,
  'TLS.expire': lifetimeS as number,
  'TLS.sig': sig,
});
const pack = (fields: object, level?: number) => packText(JSON.stringify(fields), level);
const codeOf = (userSig: string, over: Partial<Parameters<typeof verifyUserSig>[1]> = {}) => {
  const verdict = verifyUserSig(userSig, { ...expected, ...over });
  return verdict.ok ? 0 : verdict.code;
};

describe('a v2 UserSig of the sheet', () => {
  test('is accepted with its key, SDKAppID and UserID', () => {
    expect(verifyUserSig(vector.userSig, expected)).toEqual(accepted);
  });

  test('is accepted whatever the compression, the key order and the white space of the JSON', () => {
    const reversed = Object.fromEntries(Object.entries(fieldsOf()).reverse());
    for (const level of [0, 1, 9]) expect(verifyUserSig(pack(reversed, level), expected)).toEqual(accepted);
    expect(verifyUserSig(packText(`${JSON.stringify(fieldsOf(), null, 2)}\n`), expected)).toEqual(accepted);
  });

  test('is accepted with a userbuf, which is signed too', () => {
    const fields = { ...fieldsOf(vector.sigWithUserBuf), 'TLS.userbuf': 'YWJj' };
    expect(verifyUserSig(pack(fields), expected)).toEqual(accepted);
    expect(codeOf(pack({ ...fields, 'TLS.userbuf': 'YWJk' }))).toBe(70009);
    expect(codeOf(pack(fieldsOf(vector.sigWithUserBuf)))).toBe(70009);
  });

  test('is accepted without its padding', () => {
    expect(verifyUserSig(vector.userSig.replace(/_+$/, ''), expected)).toEqual(accepted);
  });

  test('lives to its last second and no longer', () => {
    expect(codeOf(vector.userSig, { now: issuedAt + lifetimeS })).toBe(0);
    expect(codeOf(vector.userSig, { now: issuedAt + lifetimeS + 1 })).toBe(70001);
  });
});

describe('a v2 UserSig is refused with', () => {
  test('70002 when empty', () => expect(codeOf('')).toBe(70002));

  test('70003 when it does not unpack', () => {
    for (const bad of ['x', 'eJy', ' ', '%%%', 'AAAA', vector.userSig.slice(0, -20), `${vector.userSig}\n`]) {
      expect(codeOf(bad)).toBe(70003);
    }
    for (const text of ['', 'null', '[]', '"text"', '{"TLS.ver":"2.0"', '7'])
      expect(codeOf(packText(text))).toBe(70003);
  });

  test('70003 when it inflates beyond all reason', () => {
    const bomb = pack({ ...fieldsOf(), filling: 'a'.repeat(1_000_000) });
    expect(bomb.length).toBeLessThan(8 * 1024);
    expect(codeOf(bomb)).toBe(70003);
    expect(codeOf('A'.repeat(100_000))).toBe(70003);
  });

  test('70005 when a field is missing or has the wrong form', () => {
    for (const key of ['TLS.ver', 'TLS.identifier', 'TLS.sdkappid', 'TLS.time', 'TLS.expire', 'TLS.sig']) {
      const { [key]: _left, ...rest } = fieldsOf() as Record<string, unknown>;
      expect(codeOf(pack(rest))).toBe(70005);
    }
    const wrong = [
      { 'TLS.identifier': 7 },
      { 'TLS.identifier': '' },
      { 'TLS.identifier': `${userId}\nTLS.sdkappid:${sdkAppId}` },
      { 'TLS.sdkappid': String(sdkAppId) },
      { 'TLS.time': -1 },
      { 'TLS.expire': 1.5 },
      { 'TLS.sig': 'not base64!' },
      { 'TLS.userbuf': null },
    ];
    for (const over of wrong) expect(codeOf(pack({ ...fieldsOf(), ...over }))).toBe(70005);
  });

  test('70014 for another SDKAppID and 70013 for another UserID', () => {
    expect(codeOf(vector.userSig, { sdkAppId: sdkAppId + 1 })).toBe(70014);
    expect(codeOf(vector.userSig, { userId: 'Xiaojun' })).toBe(70013);
  });

  test('70009 for another key, for a key taken as hex, and for an app that has none', () => {
    expect(codeOf(vector.userSig, { secretKey: secretKey.replace('5', '6') })).toBe(70009);
    const text = `TLS.identifier:${userId}\nTLS.sdkappid:${sdkAppId}\nTLS.time:${issuedAt}\nTLS.expire:${lifetimeS}\n`;
    const asHex = createHmac('sha256', Buffer.from(secretKey, 'hex')).update(text).digest('base64');
    expect(codeOf(pack(fieldsOf(asHex)))).toBe(70009);
    expect(verifyUserSig(vector.userSig, { sdkAppId, userId, now: issuedAt })).toMatchObject({ code: 70009 });
  });

  test('70052 when issued before the account was kicked, but not when issued since', () => {
    expect(codeOf(vector.userSig, { revokedBefore: issuedAt + 1 })).toBe(70052);
    expect(codeOf(vector.userSig, { revokedBefore: issuedAt })).toBe(0);
    expect(codeOf(pack(fieldsOf('AAAA')), { revokedBefore: issuedAt + 1 })).toBe(70009);
  });

  test('words that say what to do', () => {
    expect(verifyUserSig(vector.userSig, { ...expected, now: issuedAt * 2 })).toEqual({
      ok: false,
      code: 70001,
      info: 'UserSig expired: generate a new one',
    });
  });
});

describe('a v2 UserSig that was tampered with', () => {
  test('is never accepted when any of its fields differs', () => {
    const change = fc.oneof(
      fc.record({ 'TLS.time': fc.nat(2_000_000_000) }),
      fc.record({ 'TLS.expire': fc.nat(2_000_000_000) }),
      fc.record({ 'TLS.sig': fc.base64String({ minLength: 4 }) }),
      fc.record({ 'TLS.userbuf': fc.base64String({ minLength: 4 }) }),
    );
    fc.assert(
      fc.property(change, (over) => {
        const tampered = { ...fieldsOf(), ...over };
        fc.pre(JSON.stringify(tampered) !== JSON.stringify(fieldsOf()));
        const now = tampered['TLS.time'];
        expect(codeOf(pack(tampered), { now })).toBe(70009);
      }),
    );
  });

  test('is refused after a change of one character, unless the change left the content the same', () => {
    const alphabet = [...'ABCXYZabcxyz0189*-_'];
    const place = fc.nat(vector.userSig.length - 1);
    fc.assert(
      fc.property(place, fc.constantFrom(...alphabet), (at, letter) => {
        const changed = vector.userSig.slice(0, at) + letter + vector.userSig.slice(at + 1);
        const verdict = verifyUserSig(changed, expected);
        if (verdict.ok) expect(unpackText(changed)).toBe(unpackText(vector.userSig));
        else expect([70003, 70005, 70009, 70013, 70014, 70001]).toContain(verdict.code);
      }),
      { numRuns: 500 },
    );
  });

  test('is refused when cut anywhere before the check sum ends', () => {
    for (let length = 1; length < vector.userSig.length - 4; length += 1) {
      expect(codeOf(vector.userSig.slice(0, length))).toBe(70003);
    }
  });

  test('and any text at all gets an answer, never an exception', () => {
    const answers = (text: string) => !verifyUserSig(text, expected).ok;
    fc.assert(fc.property(fc.string(), answers));
    fc.assert(fc.property(fc.json(), (text) => answers(packText(text))));
  });
});
