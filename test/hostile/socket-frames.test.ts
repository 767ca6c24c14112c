import fc from 'fast-check';
import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { type Feed, startFeed } from '../support/feed.ts';
import { fuzzRuns } from '../support/fuzz/runs.ts';
import { type Spoiling, spoilings, spoilt } from '../support/fuzz/spoil.ts';
import { type Rehearsal, startRehearsal } from '../support/rehearsal.ts';
import { type SocketProxy, startSocketProxy } from '../support/socket-proxy.ts';

/** The real SDK in the real feed process; between it and the service somebody changes what the service says. */
const ROOM = 'night-show';
const ENOUGH_MS = 20_000;

let service: Rehearsal;
let proxy: SocketProxy;
const open: Feed[] = [];
beforeAll(async () => {
  service = await startRehearsal(['--audience', 'busy', '--seed', '5']);
  proxy = await startSocketProxy(service.socket);
  return async () => {
    await proxy.stop();
    await service.stop();
  };
});
afterEach(() => {
  proxy.setChange(undefined);
  for (const feed of open.splice(0)) feed.end();
});

const signIn = async (userId: string): Promise<Feed> => {
  const feed = startFeed();
  open.push(feed);
  await feed.until((events) => events.find(({ type }) => type === 'started'));
  const who = { accountId: 'test', sdkAppId: service.sdkAppId, userId, nick: 'Moon' };
  feed.send({ type: 'sign-in', ...who, userSig: service.userSig(userId), proxyServer: proxy.url });
  feed.send({ type: 'join', roomId: ROOM });
  return feed;
};

const joined = (feed: Feed) =>
  feed.until((events) => events.find((event) => event.type === 'room' && event.state.state === 'joined'));

/** What is said now and then, until one of them is heard. */
const hears = async (feed: Feed): Promise<boolean> => {
  for (let attempt = 0; attempt < 40; attempt += 1) {
    const text = `heard again ${attempt}`;
    await service.controlCall('say', { roomId: ROOM, userId: 'friend', text, priority: 'High' });
    const heard = feed.untilItem((item) => item.kind === 'comment' && item.text.startsWith('heard again'));
    const found = await Promise.race([heard, new Promise<undefined>((late) => setTimeout(late, 1_000))]);
    if (found !== undefined) return true;
  }
  return false;
};

const odd = (frame: string): readonly (readonly (string | Buffer)[])[] => [
  [frame.slice(0, frame.length / 2)],
  [''],
  ['null'],
  ['[]'],
  ['<!doctype html><title>Sign in to this network</title>'],
  [Buffer.from([0xff, 0xfe, 0x00, 0x80])],
  [Buffer.concat([Buffer.from('COMP'), Buffer.from('not zlib at all')])],
  [frame, frame, frame],
  [`${frame}${frame}`],
  [frame.replace('{', `{"padding":"${'x'.repeat(300_000)}",`)],
];

const kindOf = (frame: string): string => /"servcmd":"([^"]+)"/.exec(frame)?.[1] ?? 'unknown';

/** Spoils every other frame of each kind, with one plan after the other. */
const spoiler = (plans: readonly Spoiling[]) => {
  const kinds = new Map<string, number>();
  let turn = 0;
  const change = (frame: string): readonly (string | Buffer)[] => {
    const kind = kindOf(frame);
    const times = (kinds.get(kind) ?? 0) + 1;
    kinds.set(kind, times);
    if (times % 2 === 0) return [frame];
    turn += 1;
    const plan = plans[turn % plans.length];
    const shapes = odd(frame);
    if (turn % 4 === 0 || plan === undefined) return shapes[(turn / 4) % shapes.length] ?? [frame];
    return [JSON.stringify(spoilt(JSON.parse(frame), plan)) ?? ''];
  };
  return { change, kinds, spoiltFrames: () => turn };
};

const plansOf = (seed: number) => fc.sample(spoilings, { seed, numRuns: 400 });
const rounds = Array.from({ length: fuzzRuns(1) }, (_, index) => index + 1);

describe.each(rounds)('frames that are not as they should be (round %i)', (seed) => {
  it('do not end the feed process of a live room, which hears again by itself afterwards', async () => {
    const feed = await signIn(`live-${seed}`);
    await joined(feed);
    const spoiling = spoiler(plansOf(seed));
    proxy.setChange(spoiling.change);
    const began = Date.now();
    while (spoiling.spoiltFrames() < 40 && Date.now() - began < ENOUGH_MS)
      await new Promise((again) => setTimeout(again, 100));
    proxy.setChange(undefined);
    expect(feed.isRunning()).toBe(true);
    expect(spoiling.spoiltFrames()).toBeGreaterThan(10);
    expect(await hears(feed)).toBe(true);
    expect(Reflect.get({}, 'isAdmin')).toBe(undefined);
  });

  it('do not end one that is just signing in, which is in its room by itself afterwards', async () => {
    const spoiling = spoiler(plansOf(seed + 1_000));
    proxy.setChange(spoiling.change);
    const feed = await signIn(`early-${seed}`);
    const began = Date.now();
    while (spoiling.spoiltFrames() < 15 && Date.now() - began < ENOUGH_MS / 2)
      await new Promise((again) => setTimeout(again, 100));
    proxy.setChange(undefined);
    expect(feed.isRunning()).toBe(true);
    expect(await hears(feed)).toBe(true);
  });
});
