import { generateKeyPairSync } from 'node:crypto';
import { expect, test } from 'vitest';
import { checkKey, type KeyFinding, type KeyReport } from '../../../main/core/accounts/key-check.ts';
import type { KeyInput } from '../../../main/core/accounts/key-material.ts';
import { makePem, makeZip, secret } from './keys.ts';
import { publishedTestKey, v2Vector } from './vectors.ts';

const now = 1_700_000_000_000;
const request = { sdkAppId: 1400000000, userId: 'administrator', expireSeconds: 86_400, now };

const find = (report: KeyReport, id: KeyFinding['id']): KeyFinding | undefined =>
  report.findings.find((one) => one.id === id);
const complaint = (input: KeyInput): string | undefined => {
  const report = checkKey(input, request);
  return report.signsAndVerifies ? 'works' : find(report, 'key')?.text.en;
};

test('a pasted SecretKey is named, dated and signs and verifies', () => {
  expect(checkKey({ text: ` ${secret}\n` }, request)).toMatchObject({
    sdkAppId: 1400000000,
    userId: 'administrator',
    kind: { version: 'v2', algorithm: 'HMAC-SHA256' },
    issuedAt: now,
    expiresAt: now + 86_400_000,
    signsAndVerifies: true,
  });
});

test.each([
  ['prime256v1', 'P-256'],
  ['secp256k1', 'secp256k1'],
])('a dropped keys.zip with a %s pair is named %s and signs and verifies', (curve, name) => {
  const pem = makePem(curve);
  const report = checkKey(
    { file: makeZip({ private_key: pem.privateKey, public_key: pem.publicKey }) },
    request,
  );
  expect(report.kind).toEqual({ version: 'v1', algorithm: 'ECDSA-SHA256', curve: name });
  expect(report.signsAndVerifies).toBe(true);
  expect(find(report, 'pair')?.level).toBe('ok');
  expect(find(report, 'curve')).toBeUndefined();
});

test('a PEM dropped as a file or pasted works, also with a block of curve parameters before it', () => {
  expect(complaint({ text: publishedTestKey })).toBe('works');
  expect(complaint({ file: new TextEncoder().encode(makePem().privateKey) })).toBe('works');
});

test('an uncommon curve works and is warned about', () => {
  const report = checkKey({ text: makePem('secp384r1').privateKey }, request);
  expect(report.signsAndVerifies).toBe(true);
  expect(find(report, 'curve')?.level).toBe('warn');
});

test('a public key that belongs to another private key fails the check', () => {
  const zip = makeZip({ private_key: makePem().privateKey, public_key: makePem().publicKey });
  expect(find(checkKey({ file: zip }, request), 'pair')?.level).toBe('fail');
});

const encrypted = generateKeyPairSync('ec', {
  namedCurve: 'prime256v1',
  publicKeyEncoding: { type: 'spki', format: 'pem' },
  privateKeyEncoding: { type: 'pkcs8', format: 'pem', cipher: 'aes-256-cbc', passphrase: 'secret' },
}).privateKey;
const rsa = generateKeyPairSync('rsa', {
  modulusLength: 2048,
  publicKeyEncoding: { type: 'spki', format: 'pem' },
  privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
}).privateKey;
const cutPem = makePem().privateKey.replace(/\n.{20}/, '\n');

test.each<[string, KeyInput, string]>([
  ['nothing', { text: '  ' }, 'No key was given.'],
  ['an empty file', { file: new Uint8Array() }, 'No key was given.'],
  [
    'a SecretKey that lost a letter',
    { text: secret.slice(1) },
    'A SecretKey has 64 characters; this has 63.',
  ],
  ['64 letters that are not hexadecimal', { text: 'z'.repeat(64) }, 'neither a SecretKey nor a PEM'],
  ['a sentence', { text: 'please use my key' }, 'neither a SecretKey nor a PEM'],
  ['a UserSig', { text: v2Vector.userSig }, 'This is a UserSig, not a key.'],
  ['an encrypted PEM', { text: encrypted }, 'encrypted with a password'],
  [
    'an encrypted PEM of the old form',
    {
      text: '-----BEGIN EC PRIVATE KEY-----\nProc-Type: 4,ENCRYPTED\nDEK-Info: AES-128-CBC,00\n\nAAAA\n-----END EC PRIVATE KEY-----',
    },
    'encrypted with a password',
  ],
  ['the public key', { text: makePem().publicKey }, 'This is the public key.'],
  [
    'a certificate',
    { text: '-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----' },
    'This is a certificate.',
  ],
  ['an RSA key', { text: rsa }, 'private key of kind RSA'],
  ['a PEM with a hole', { text: cutPem }, 'damaged or incomplete'],
  ['a paste of 10 MB', { text: 'a'.repeat(10_000_000) }, 'far too long'],
  ['a file of 10 MB', { file: new Uint8Array(10_000_000) }, 'far too long'],
  ['a picture', { file: new Uint8Array([0x89, 0x50, 0x4e, 0x47]) }, 'This file is not a zip.'],
  [
    'a zip whose private_key is the public one',
    { file: makeZip({ private_key: makePem().publicKey }) },
    'This is the public key.',
  ],
])('%s is told for what it is', (_, input, words) => {
  expect(complaint(input)).toContain(words);
});

test.each([
  [0, 'ok', 'right'],
  [30_000, 'ok', 'right'],
  [180_000, 'warn', '3 min ahead'],
  [-180_000, 'warn', '3 min behind'],
  [-3_600_000, 'fail', '60 min behind'],
])('a clock that is %i ms off is %s', (off, level, words) => {
  const report = checkKey({ text: secret }, { ...request, serverTime: now - off });
  expect(find(report, 'clock')).toMatchObject({ level, text: { en: expect.stringContaining(words) } });
});

test('nothing is said of the clock where the service has not told the time', () => {
  expect(find(checkKey({ text: secret }, request), 'clock')).toBeUndefined();
});

test('a user ID that would forge a line of the signed text is refused', () => {
  const report = checkKey({ text: secret }, { ...request, userId: 'a\nTLS.expire:9' });
  expect(report.signsAndVerifies).toBe(false);
});

test('a report holds nothing of the key and no UserSig', () => {
  const pem = makePem();
  const body = pem.privateKey.split('\n')[1] ?? '';
  const reports = [
    checkKey({ text: secret }, request),
    checkKey({ text: secret.slice(1) }, request),
    checkKey({ text: pem.privateKey }, request),
    checkKey({ text: pem.privateKey.slice(0, 100) }, request),
  ];
  const said = JSON.stringify(reports);
  expect(said).not.toContain(secret.slice(1, 20));
  expect(said).not.toContain(body.slice(0, 20));
  expect(said).not.toMatch(/eJ[\w*-]{20}/);
});
