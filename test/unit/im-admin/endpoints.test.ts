import { expect, test } from 'vitest';
import { createEndpoints, parseBaseUrl } from '../../../main/core/im-admin/endpoints.ts';
import { createManualClock } from '../../support/manual-clock.ts';

test.each([
  ['https://console.tim.qq.com', 'https://console.tim.qq.com'],
  ['https://console.tim.qq.com/some/path?x=1', 'https://console.tim.qq.com'],
  ['http://127.0.0.1:8080', 'http://127.0.0.1:8080'],
  ['http://127.8.9.1:8080', 'http://127.8.9.1:8080'],
  ['http://localhost:80', 'http://localhost'],
  ['http://[::1]:8080', 'http://[::1]:8080'],
])('%s may be called', (text, origin) => {
  expect(parseBaseUrl(text)).toEqual({ ok: true, value: origin });
});

test.each([
  'http://console.tim.qq.com',
  'http://127.0.0.1.evil.example',
  'http://localhost.evil.example',
  'http://10.0.0.1',
  'http://0.0.0.0',
  'ftp://127.0.0.1',
  'ws://127.0.0.1',
  'file:///etc/passwd',
  'https://user:secret@console.tim.qq.com',
  'not a url',
  '',
])('%s is never called', (text) => {
  const parsed = parseBaseUrl(text);
  expect(parsed).toMatchObject({ ok: false, error: { code: 'invalid-input', outcome: 'not-done' } });
  expect(JSON.stringify(parsed)).not.toContain('secret');
});

test('after a failure the stand-by serves for a minute, then the first domain again', () => {
  const clock = createManualClock();
  const endpoints = createEndpoints(['https://first.example', 'https://second.example'], clock);
  const now = (): unknown => endpoints.current();
  endpoints.failed('https://first.example');
  expect(now()).toEqual({ ok: true, value: 'https://second.example' });
  clock.advance(60_000);
  expect(now()).toEqual({ ok: true, value: 'https://first.example' });
});

test('ten calls that fail together move on once, not ten times', () => {
  const endpoints = createEndpoints(['https://first.example', 'https://second.example'], createManualClock());
  for (let index = 0; index < 10; index += 1) endpoints.failed('https://first.example');
  expect(endpoints.current()).toEqual({ ok: true, value: 'https://second.example' });
});

test('where both fail they take turns', () => {
  const endpoints = createEndpoints(['https://first.example', 'https://second.example'], createManualClock());
  endpoints.failed('https://first.example');
  endpoints.failed('https://second.example');
  expect(endpoints.current()).toEqual({ ok: true, value: 'https://first.example' });
});
