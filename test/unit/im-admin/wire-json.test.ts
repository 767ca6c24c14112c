import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseWireJson, writeWireJson } from '../../../main/core/im-admin/wire-json.ts';

test('a uint64 keeps every digit on the way in and on the way out', () => {
  const text = '{"Next":18446744073709551615}';
  expect(parseWireJson(text)).toEqual({ Next: 18446744073709551615n });
  expect(writeWireJson(parseWireJson(text))).toBe(text);
});

test('ordinary numbers stay ordinary', () => {
  expect(parseWireJson('{"a":1,"b":-2.5,"c":1e300,"d":"18446744073709551615"}')).toEqual({
    a: 1,
    b: -2.5,
    c: 1e300,
    d: '18446744073709551615',
  });
});

test('what is read and written again is the same, to the letter', () => {
  fc.assert(
    fc.property(fc.json(), (text) => {
      const plain = JSON.stringify(JSON.parse(text));
      expect(writeWireJson(parseWireJson(plain))).toBe(plain);
    }),
  );
});
