import fc from 'fast-check';
import { expect, test } from 'vitest';
import { appErrorSchema } from '../../../main/contract/app-error.ts';
import {
  explainVendorCode,
  lookUpVendorCode,
  retryClassOf,
  vendorCodes,
} from '../../../main/core/im-admin/vendor-codes.ts';

const range = (from: number, to: number): number[] =>
  Array.from({ length: to - from + 1 }, (_, index) => from + index);

/** Every code that the tables A2 and C7 of the fact sheet name. */
const sheetCodes = [
  ...range(60002, 60022),
  ...[70001, 70002, 70003, 70005, 70009, 70013, 70014, 70016, 70020, 70050, 70051, 70052, 70107, 70114],
  ...[70169, 70202, 70206, 70398, 70402, 70403, 70500, 71000],
  ...[...range(10001, 10019), 10021, ...range(10023, 10026), ...range(10030, 10038), 10041],
  ...[...range(10045, 10054), 10056, 10058, 10059, 10063, 10100, 10150, 10200, 11000],
  ...[...range(20001, 20007), 20009, 20010, 20011, 20012, 20016, 20022, 20023],
  ...[
    90001, 90002, 90003, 90005, 90006, 90007, 90008, 90009, 90010, 90011, 90012, 90026, 90031, 90043, 90044,
  ],
  ...[90048, 90054, 90055, 90992, 90994, 90995, 91000, 91101, 93000],
  ...[40001, 40002, 40003, 40004, 40005, 40006, 40007, 40008, 40009, 40601, 40605, 40610, 30005],
  ...[120001, 125000, 130000, 130001, 130002, 130003, 130004, 130005, 130008, 130014, 80001, 80002, 80004],
  ...[2000, 2001, 2002, 2003, 2022, 2023, 2024, 2025, 2040, 2041, 2100, 2101, 2105, 2106, 2108, 2109, 2110],
  ...[2111, 2112, ...range(2114, 2119), 2251, 2252, 2253, 2300, 2301, 2350, 2351, 2352, ...range(2400, 2403)],
  ...[...range(2450, 2454), 2480, 2481, ...range(2500, 2503), 2600, 2602, 2603, 2620, 2621, 2623, 2660, 2661],
  ...[2662, 2681, 2683, 2684, 2685, 2686, 2687, 2700, 2750, 2799, 2800, 2801, 2805, 2903, 2905, 2995, 2996],
  ...[2997, 2998, 2999, ...range(3000, 3006), 3021, 3122, 3123, 3153, 1002, ...range(8010, 8012), 8020],
].filter((code) => code !== 10022 && code !== 10020);

test.each(sheetCodes)('code %i is explained in both languages with something to do', (code) => {
  const known = lookUpVendorCode(code);
  expect(known.text.en).not.toContain(String(code));
  expect(known.text.en).toMatch(/^[A-Z].*\.$/s);
  expect(known.text['zh-CN']).toMatch(/[\u4e00-\u9fff].*[。）]$/s);
  expect(known.remedy.en).toMatch(/\.$/);
  expect(known.remedy['zh-CN']).toMatch(/。$/);
});

/** The retry classes of tencent-im A1, word for word. */
const backOff = [
  60008, 10002, 20004, 20005, 30006, 30007, 40006, 70169, 70202, 70500, 90992, 90994, 90995, 91000,
];
const rate = [60007, 60011, 60018, 60019, 60022, 10006, 10023, 10049];
/** The SDK's own codes for a network error, a time-out, being offline, and its own rate limit. */
const sdkBackOff = [2800, 2801, 2805];
const sdkRate = [2996];

test('exactly the codes of the sheet are tried again, each in its class', () => {
  const ofClass = (wanted: string): number[] =>
    Object.keys(vendorCodes)
      .map(Number)
      .filter((code) => retryClassOf(code) === wanted)
      .sort((a, b) => a - b);
  const sorted = (codes: readonly number[]): number[] => [...codes].sort((a, b) => a - b);
  expect(ofClass('back-off')).toEqual(sorted([...backOff, ...sdkBackOff]));
  expect(ofClass('rate')).toEqual(sorted([...rate, ...sdkRate]));
});

test('an error says whether the same request may succeed later', () => {
  expect(explainVendorCode(10023, '').retryable).toBe(true);
  expect(explainVendorCode(10017, '').retryable).toBe(false);
});

test('a code that nobody knows gets an honest sentence with the code in it', () => {
  const error = explainVendorCode(10061, 'something new');
  expect(error.text.en).toContain('10061');
  expect(error.text['zh-CN']).toContain('10061');
  expect(error).toMatchObject({ retryable: false, vendor: { code: 10061, info: 'something new' } });
});

test('a failure without a code is not given one', () => {
  expect(explainVendorCode(-1, '').text.en).not.toContain('-1');
});

test('the keyword services’ numbers are not taken for the SDK’s', () => {
  expect(lookUpVendorCode(2001, 'audit').text.en).toContain('keyword service');
  expect(lookUpVendorCode(2001).text.en).toContain('account type');
  expect(lookUpVendorCode(60010, 'audit')).toBe(lookUpVendorCode(60010));
});

test('whatever the service answers becomes an error of the contract', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: -10, max: 200_000 }),
      fc.string(),
      (code, info) => appErrorSchema.safeParse(explainVendorCode(code, info)).success,
    ),
  );
});

test('a signature or a key that the service repeats does not reach the error', () => {
  const signature =
    'eJyrVgrxCdYrSy1SslIy0jNQ0gHzM1NS80oy0zLBwhWZiflZpXlQqeKU7MSCgswUJStDEwMogMiUZOamKlkZmqOKplYUZBaBxE1NTY3gosWZ6UpWSj5ljuYp*p7l5unBxXnF2WVhVU4uAf7Ozi5JpX7O5SbuHuUhzgZJmQXaTia2SrUAohcx8g__';
  const errors = [
    explainVendorCode(70003, `bad sig ${signature}`),
    explainVendorCode(60002, `GET /v4/x?usersig=${signature}&random=1`),
    explainVendorCode(60002, `usersig=short&x`),
    explainVendorCode(60002, encodeURIComponent(signature)),
  ];
  const said = JSON.stringify(errors);
  expect(said).not.toContain(signature.slice(0, 30));
  expect(said).not.toContain('usersig=short');
  expect(errors[1]?.vendor?.info).toContain('random=1');
});

test('no secret of the length of a key survives, wherever it stands', () => {
  const secret = fc.stringMatching(/^[A-Za-z0-9+/*_=-]{64,300}$/);
  fc.assert(
    fc.property(fc.string(), secret, fc.string(), (before, hidden, after) => {
      const { vendor } = explainVendorCode(70003, `${before} ${hidden} ${after}`);
      expect(vendor?.info).not.toContain(hidden.slice(0, 50));
    }),
  );
});
