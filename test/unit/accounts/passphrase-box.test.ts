import { randomBytes } from 'node:crypto';
import { expect, test } from 'vitest';
import {
  openWithPassphrase,
  type PassphraseBox,
  passphraseBoxSchema,
  passphraseProblem,
  sealWithPassphrase,
} from '../../../main/core/accounts/passphrase-box.ts';

const passphrase = 'correct horse 电池';
const box = await sealWithPassphrase('what is sealed', passphrase, 'a key', randomBytes);

test('a sealed text opens with its passphrase', async () => {
  expect(await openWithPassphrase(box, passphrase, 'a key')).toEqual({ ok: true, value: 'what is sealed' });
});

test('a passphrase typed in other code points is the same passphrase', async () => {
  const sealed = await sealWithPassphrase('x', 'caf\u00e9 caf\u00e9', 'a key', randomBytes);
  expect((await openWithPassphrase(sealed, 'cafe\u0301 cafe\u0301', 'a key')).ok).toBe(true);
});

test('the cost of guessing is at least scrypt’s 2^15', () => {
  expect(box.n).toBeGreaterThanOrEqual(2 ** 15);
  expect(passphraseBoxSchema.safeParse(box).success).toBe(true);
});

test('the same text sealed twice looks different', async () => {
  const again = await sealWithPassphrase('what is sealed', passphrase, 'a key', randomBytes);
  expect(again.data).not.toBe(box.data);
  expect(again.salt).not.toBe(box.salt);
});

const flip = (text: string): string => (text.startsWith('A') ? `B${text.slice(1)}` : `A${text.slice(1)}`);

test.each<[string, Partial<PassphraseBox>, string, string]>([
  ['a wrong passphrase', {}, 'correct horse 电池!', 'a key'],
  ['another purpose', {}, passphrase, 'another key'],
  ['changed data', { data: flip(box.data) }, passphrase, 'a key'],
  ['a changed tag', { tag: flip(box.tag) }, passphrase, 'a key'],
  ['a changed salt', { salt: flip(box.salt) }, passphrase, 'a key'],
  ['a changed iv', { iv: flip(box.iv) }, passphrase, 'a key'],
  ['a cheaper cost', { n: 2 ** 15 }, passphrase, 'a key'],
  ['a passphrase of a megabyte', {}, 'x'.repeat(1_000_000), 'a key'],
])('with %s it does not open', async (_, change, word, context) => {
  const result = await openWithPassphrase({ ...box, ...change }, word, context);
  expect(result).toMatchObject({ ok: false, error: { code: 'not-allowed' } });
});

test.each([
  ['a cost that would eat the memory', { n: 2 ** 30 }],
  ['a cost that protects nothing', { n: 2 }],
  ['a cost that is no power of two', { n: 40_000 }],
  ['a short salt', { salt: 'AAAA' }],
  ['a short tag', { tag: 'AAAA' }],
  ['an unknown version', { v: 2 }],
])('a header with %s is not even tried', (_, change) => {
  expect(passphraseBoxSchema.safeParse({ ...box, ...change }).success).toBe(false);
});

test('a passphrase has at least eight characters, in any script', () => {
  expect(passphraseProblem('1234567')?.code).toBe('invalid-input');
  expect(passphraseProblem('一二三四五六七八')).toBeUndefined();
  expect(passphraseProblem('x'.repeat(2000))?.code).toBe('invalid-input');
});
