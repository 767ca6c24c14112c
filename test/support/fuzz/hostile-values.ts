import fc from 'fast-check';

/** Stands for a key that got into a place where it does not belong; no answer may repeat it. */
export const STRAY_KEY = '5bd2850fff3ecb11d7c805251c51ee463a25727bddc2385f3fa8bfee1bb93b5e';

/** Texts that have broken programs before. */
export const hostileTexts = fc.constantFrom(
  '',
  ' ',
  '__proto__',
  'constructor',
  'prototype',
  'toString',
  'hasOwnProperty',
  '\u0000',
  '\ud800',
  'a\udc00b',
  '\u202egnp.exe',
  '\ufeff',
  '\r\nHost: evil',
  '../../etc/passwd',
  "'; DROP TABLE comments; --",
  '%s%n%d',
  '{{7*7}}',
  '<img src=x onerror=alert(1)>',
  '</style><script>alert(1)</script>',
  'NaN',
  '-0',
  '1e400',
  '𝕏'.repeat(40),
  'e\u0301\u0323'.repeat(200),
  '👩‍👩‍👧‍👦'.repeat(50),
  'x'.repeat(5_000),
  STRAY_KEY,
);

const nested = (depth: number): unknown => {
  let value: unknown = 1;
  for (let level = 0; level < depth; level += 1) value = level % 2 === 0 ? [value] : { value };
  return value;
};

/** Read from JSON, so that `__proto__` is a field and not the prototype. */
const polluting: readonly unknown[] = [
  '{"__proto__":{"isAdmin":true}}',
  '{"constructor":{"prototype":{"isAdmin":true}}}',
  '{"__proto__":null}',
  '{"length":1e9}',
  '{"then":1}',
  `{"${STRAY_KEY}":1}`,
].map((text) => JSON.parse(text));

/** Anything that JSON can carry and that hardly any call wants. */
export const hostileValue: fc.Arbitrary<unknown> = fc.oneof(
  hostileTexts,
  fc.constantFrom<unknown>(null, true, 0, -1, 1.5, 2 ** 53, -(2 ** 31), 1e308, [], {}, [[]]),
  fc.constantFrom(...polluting),
  fc.constantFrom(nested(50), nested(1_500)),
  fc.constant('x'.repeat(200_000)),
  fc.constant(Array.from({ length: 3_000 }, (_, index) => index)),
  fc.jsonValue({ maxDepth: 3 }),
);
