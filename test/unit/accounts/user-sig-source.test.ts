import { expect, test } from 'vitest';
import { appError } from '../../../main/contract/app-error.ts';
import { err, ok, type Result } from '../../../main/contract/result.ts';
import { signUserSigV2 } from '../../../main/core/accounts/user-sig.ts';
import { readUserSig } from '../../../main/core/accounts/user-sig-claims.ts';
import { createUserSigSource, type IssueRequest } from '../../../main/core/accounts/user-sig-source.ts';
import { createManualClock } from '../../support/manual-clock.ts';
import { secret } from './keys.ts';

const HOUR = 3_600_000;
const start = 1_700_000_000_000;
const log = { debug: () => undefined, info: () => undefined, warn: () => undefined, error: () => undefined };
const failure = appError('not-ready', { en: 'locked', 'zh-CN': '已锁定' });

const setUp = (issue?: (request: IssueRequest) => Promise<Result<string>>) => {
  const clock = createManualClock({ start });
  const issued: IssueRequest[] = [];
  const renewed: string[] = [];
  const source = createUserSigSource({
    userId: 'administrator',
    clock,
    log,
    onRenewed: (userSig) => renewed.push(userSig),
    issue: async (request) => {
      issued.push(request);
      return issue === undefined
        ? ok(signUserSigV2({ ...request, sdkAppId: 1400000000, secretKey: secret }))
        : issue(request);
    },
  });
  const get = async (refused?: string): Promise<string> => {
    const answer = await source.get({ refused });
    return answer.ok ? answer.value : answer.error.code;
  };
  return { clock, source, issued, renewed, get };
};

/** Lets the promises of what a timer started come to rest. */
const settle = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

test('a UserSig lives a day and is given out again until it is renewed', async () => {
  const { clock, issued, get } = setUp();
  const first = await get();
  const claims = readUserSig(first)?.claims;
  expect(claims?.expiresAt).toBe(start + 24 * HOUR);
  clock.advance(10 * HOUR);
  expect(await get()).toBe(first);
  expect(issued).toHaveLength(1);
});

test('a UserSig is renewed long before it ends, without anybody asking', async () => {
  const { clock, issued, renewed, get } = setUp();
  const first = await get();
  clock.advance(18 * HOUR);
  await settle();
  expect(issued).toHaveLength(2);
  expect(renewed).toEqual([await get()]);
  expect(renewed[0]).not.toBe(first);
});

test('a laptop that slept past the end gets a new UserSig at the first question', async () => {
  const { clock, get } = setUp();
  const first = await get();
  clock.sleep(30 * HOUR);
  const second = await get();
  expect(second).not.toBe(first);
  expect(readUserSig(second)?.claims.issuedAt).toBe(start + 30 * HOUR);
});

test('a laptop that slept past the time of renewal renews within ten minutes', async () => {
  const { clock, issued, get } = setUp();
  await get();
  clock.sleep(20 * HOUR);
  clock.advance(10 * 60_000);
  await settle();
  expect(issued).toHaveLength(2);
});

test('many questions at once make one UserSig', async () => {
  const { issued, get } = setUp();
  const all = await Promise.all(Array.from({ length: 20 }, () => get()));
  expect(new Set(all).size).toBe(1);
  expect(issued).toHaveLength(1);
});

test('a refused UserSig is replaced once, however many calls it was refused for', async () => {
  const { clock, issued, get } = setUp();
  const first = await get();
  clock.advance(1000);
  const next = await Promise.all([get(first), get(first), get(first)]);
  expect(new Set(next).size).toBe(1);
  expect(next[0]).not.toBe(first);
  expect(await get(first)).toBe(next[0]);
  expect(issued).toHaveLength(2);
});

test('UserSigs are dated by the service’s clock where this computer’s is off', async () => {
  const { source, get } = setUp();
  source.observeServerTime(start - 7 * 60_000);
  expect(source.skewMs()).toBe(-7 * 60_000);
  expect(readUserSig(await get())?.claims.issuedAt).toBe(start - 7 * 60_000);
});

test('a UserSig dated in the service’s future is made again once its time is known', async () => {
  const { source, get } = setUp();
  const first = await get();
  source.observeServerTime(start - HOUR);
  const second = await get();
  expect(second).not.toBe(first);
  expect(readUserSig(second)?.claims.issuedAt).toBe(start - HOUR);
});

test('the second or so that a Date header is late is not taken for a wrong clock', () => {
  const { source } = setUp();
  source.observeServerTime(start - 1500);
  expect(source.skewMs()).toBe(0);
});

test('a failed renewal leaves the old UserSig in use and is tried again in a minute', async () => {
  let locked = false;
  const { clock, issued, renewed, get } = setUp(async (request) =>
    locked ? err(failure) : ok(signUserSigV2({ ...request, sdkAppId: 1, secretKey: secret })),
  );
  const first = await get();
  locked = true;
  clock.advance(18 * HOUR);
  await settle();
  expect(issued).toHaveLength(2);
  expect(await get()).toBe(first);
  locked = false;
  clock.advance(60_000);
  await settle();
  expect(renewed).toHaveLength(1);
});

test('where none can be made the reason is passed on', async () => {
  const { get } = setUp(async () => err(failure));
  expect(await get()).toBe('not-ready');
});

test('a UserSig of a back-end is renewed by its own expiry', async () => {
  const { clock, issued, get } = setUp(async (request) =>
    ok(signUserSigV2({ ...request, expireSeconds: 7200, sdkAppId: 1, secretKey: secret })),
  );
  await get();
  clock.advance(1.5 * HOUR);
  await settle();
  expect(issued).toHaveLength(2);
});

test('a disposed source leaves no timer behind', async () => {
  const { clock, source, get } = setUp();
  await get();
  source.dispose();
  expect(clock.pending()).toBe(0);
});
