import { expect, test } from 'vitest';
import { classifyFetchFailure, trouble } from '../../../main/core/im-admin/trouble.ts';

const secretUrl = 'https://console.tim.qq.com/v4/x?usersig=eJyrVgrxCdYrSy1SslIy0jNQ';

/** As `fetch` rejects: its own words outside, the system's error inside. */
const rejection = (code: string): TypeError =>
  new TypeError(`fetch failed for ${secretUrl}`, { cause: Object.assign(new Error(secretUrl), { code }) });

test.each([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'ENETUNREACH',
  'EHOSTUNREACH',
  'UND_ERR_CONNECT_TIMEOUT',
])('with %s the request never left, and another try is worth it', (code) => {
  expect(classifyFetchFailure(rejection(code))).toMatchObject({
    reason: 'network',
    arrived: 'no',
    again: true,
  });
});

test.each(['ECONNRESET', 'EPIPE', 'UND_ERR_SOCKET', 'ETIMEDOUT', 'SOMETHING_NEW'])(
  'with %s the request may have arrived',
  (code) => {
    expect(classifyFetchFailure(rejection(code))).toMatchObject({ arrived: 'unknown', again: true });
  },
);

test.each([
  'DEPTH_ZERO_SELF_SIGNED_CERT',
  'SELF_SIGNED_CERT_IN_CHAIN',
  'CERT_HAS_EXPIRED',
  'ERR_TLS_CERT_ALTNAME_INVALID',
  'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
  'UNABLE_TO_GET_ISSUER_CERT_LOCALLY',
])('with %s the other side is not who it should be, so nothing is tried again', (code) => {
  expect(classifyFetchFailure(rejection(code))).toMatchObject({
    reason: 'certificate',
    arrived: 'no',
    again: false,
  });
});

test('several addresses of one host that fail together are one failure', () => {
  const all = new AggregateError([rejection('ENETUNREACH'), rejection('ECONNREFUSED')]);
  expect(classifyFetchFailure(new TypeError('fetch failed', { cause: all }))).toMatchObject({
    arrived: 'no',
  });
});

test.each([
  rejection('ECONNRESET'),
  rejection('CERT_HAS_EXPIRED'),
  new Error(secretUrl),
  secretUrl,
  undefined,
  null,
])('nothing of the address is in what is told of a failure', (failure) => {
  expect(JSON.stringify(classifyFetchFailure(failure))).not.toMatch(/usersig|eJyr|tim\.qq/);
});

test.each([
  ['400', 'no', false],
  ['403', 'no', false],
  ['404', 'no', false],
  ['408', 'no', true],
  ['429', 'no', true],
  ['500', 'unknown', true],
  ['504', 'unknown', true],
])('HTTP %s: arrived %s, again %s', (status, arrived, again) => {
  expect(trouble('status', status)).toMatchObject({ arrived, again });
});
