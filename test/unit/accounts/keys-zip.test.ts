import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readKeysZip } from '../../../main/core/accounts/keys-zip.ts';
import { makePem, makeZip } from './keys.ts';

const pem = makePem();
const english = (zip: Uint8Array): string => {
  const result = readKeysZip(zip);
  return result.ok ? 'read' : result.error.text.en;
};

test('the console’s keys.zip gives its two keys', () => {
  const zip = makeZip({ private_key: pem.privateKey, public_key: pem.publicKey });
  expect(readKeysZip(zip)).toEqual({ ok: true, value: pem });
});

test('a zip that was packed again with a folder and a Mac’s clutter gives its keys too', () => {
  const zip = makeZip({
    'keys/private_key.pem': pem.privateKey,
    'keys/public_key.pem': pem.publicKey,
    '__MACOSX/keys/._private_key.pem': 'clutter',
  });
  expect(readKeysZip(zip)).toEqual({ ok: true, value: pem });
});

test('a zip with the private key alone is enough', () => {
  expect(readKeysZip(makeZip({ private_key: pem.privateKey }))).toEqual({
    ok: true,
    value: { privateKey: pem.privateKey },
  });
});

test('a wrong zip is told by what is in it', () => {
  expect(english(makeZip({ 'photos/cat.jpg': 'x', 'readme.txt': 'x' }))).toBe(
    'The zip has no file “private_key”. It holds: cat.jpg, readme.txt.',
  );
  expect(english(makeZip({}))).toContain('has no file “private_key”');
});

test('two private keys in one zip are not guessed between', () => {
  const zip = makeZip({ 'a/private_key': pem.privateKey, 'b/private_key': pem.privateKey });
  expect(english(zip)).toContain('several files');
});

test('a bomb under the name of the key is not unpacked', () => {
  expect(english(makeZip({ private_key: new Uint8Array(10_000_000) }))).toContain('was not unpacked');
});

test('a bomb that lies about its size gives no more than it said', () => {
  const zip = makeZip({ private_key: new Uint8Array(10_000_000) });
  const view = new DataView(zip.buffer, zip.byteOffset, zip.byteLength);
  for (let at = 0; at + 4 <= zip.length; at += 1) {
    // The size stands at 22 of a local header and at 24 of an entry of the directory.
    if (view.getUint32(at, true) === 0x04034b50) view.setUint32(at + 22, 1000, true);
    if (view.getUint32(at, true) === 0x02014b50) view.setUint32(at + 24, 1000, true);
  }
  const result = readKeysZip(zip);
  expect(result.ok ? result.value.privateKey.length : 0).toBeLessThanOrEqual(1000);
});

test('large zips and zips of many files are turned away before they are read', () => {
  expect(
    english(
      makeZip({
        x: crypto.getRandomValues(new Uint8Array(60_000)),
        y: crypto.getRandomValues(new Uint8Array(10_000)),
      }),
    ),
  ).toContain('too large');
  const many = Object.fromEntries(Array.from({ length: 33 }, (_, index) => [`file${index}`, 'x']));
  expect(english(makeZip(many))).toContain('too many files');
});

test('a file that is no zip is called so', () => {
  expect(english(new TextEncoder().encode('hello'))).toBe('This file is not a zip.');
  expect(english(new Uint8Array())).toBe('This file is not a zip.');
});

test('a zip cut or changed anywhere gives keys or a clear error, and never throws', () => {
  const zip = makeZip({ private_key: pem.privateKey, public_key: pem.publicKey });
  fc.assert(
    fc.property(fc.nat(zip.length - 1), fc.nat(255), fc.boolean(), (at, byte, cut) => {
      const broken = cut ? zip.slice(0, at) : zip.slice();
      if (!cut) broken[at] = byte;
      const result = readKeysZip(broken);
      return result.ok || result.error.text['zh-CN'] !== '';
    }),
    { numRuns: 300 },
  );
});
