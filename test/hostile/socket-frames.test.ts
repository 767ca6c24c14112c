import { resolve } from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { FeedEvent } from '../../main/contract/feed-port.ts';
import { ok } from '../../main/contract/result.ts';
import { createFeedLink } from '../../main/core/feed/feed-link.ts';
import { systemClock } from '../../main/core/ports.ts';
import { forkChannel } from '../../main/hosts/node/child-processes.ts';
import { createLogKeeper } from '../integration/im-admin/connect.ts';
import { fuzzRuns } from '../support/fuzz/runs.ts';
import { type Spoiling, spoilings, spoilt } from '../support/fuzz/spoil.ts';
import { type Rehearsal, startRehearsal } from '../support/rehearsal.ts';
import { type SocketProxy, startSocketProxy } from '../support/socket-proxy.ts';

/**
 * The real SDK in the real feed process, kept alive as Livedeck does; between it and the service somebody changes what
 * the service says. The SDK throws on some frames; then the process is started again and nothing else may notice.
 */
const ROOM = 'night-show';
const ENOUGH_MS = 20_000;
const entry = resolve(import.meta.dirname, '../../main/feed-process/entry.ts');
const noWords = {
  attach: () => ({ sent: Promise.resolve(), inForce: () => undefined, detach: () => undefined }),
};

let service: Rehearsal;
let proxy: SocketProxy;
const open: { readonly close: () => Promise<void> }[] = [];
beforeAll(async () => {
  service = await startRehearsal(['--audience', 'busy', '--seed', '5']);
  proxy = await startSocketProxy(service.socket);
  return async () => {
    await proxy.stop();
    await service.stop();
  };
});
afterEach(async () => {
  proxy.setChange(undefined);
  await Promise.all(open.splice(0).map(({ close }) => close()));
});

const signIn = (userId: string) => {
  const events: FeedEvent[] = [];
  const { log, lines } = createLogKeeper();
  const link = createFeedLink({
    start: () => forkChannel(entry),
    clock: systemClock,
    log,
    identity: { accountId: 'test', sdkAppId: service.sdkAppId, userId, nick: 'Moon', proxyServer: proxy.url },
    userSig: async () => ok(service.userSig(userId)),
    words: noWords,
    onNoUserSig: () => undefined,
    onEvent: (event) => events.push(event),
    onCrash: () => undefined,
  });
  link.join(ROOM);
  link.start();
  const feed = {
    heard: (text: string): boolean =>
      events.some(
        (event) =>
          event.type === 'batch' &&
          event.items.some((item) => item.kind === 'comment' && item.text.startsWith(text)),
      ),
    isJoined: (): boolean => events.some((event) => event.type === 'room' && event.state.state === 'joined'),
    /** What came over the port and was no event at all; the main process drops it. */
    illFormed: () => lines.filter(({ text }) => text.includes('ill-formed')),
    close: link.close,
  };
  open.push(feed);
  return feed;
};
type Feed = ReturnType<typeof signIn>;

const pause = (ms: number) => new Promise((again) => setTimeout(again, ms));

/** What is said now and then, until one of them is heard. */
const hears = async (feed: Feed): Promise<boolean> => {
  for (let attempt = 0; attempt < 45 && !feed.heard('heard again'); attempt += 1) {
    const text = `heard again ${attempt}`;
    await service.controlCall('say', { roomId: ROOM, userId: 'friend', text, priority: 'High' });
    await pause(1_000);
  }
  return feed.heard('heard again');
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

const spoilFor = async (spoiling: ReturnType<typeof spoiler>, frames: number, ms: number): Promise<void> => {
  const end = Date.now() + ms;
  while (spoiling.spoiltFrames() < frames && Date.now() < end) await pause(100);
  proxy.setChange(undefined);
};

describe.each(rounds)('frames that are not as they should be (round %i)', (seed) => {
  it('do not keep a live room from being heard again by itself', async () => {
    const feed = signIn(`live-${seed}`);
    await expect.poll(feed.isJoined, { timeout: ENOUGH_MS }).toBe(true);
    const spoiling = spoiler(plansOf(seed));
    proxy.setChange(spoiling.change);
    await spoilFor(spoiling, 40, ENOUGH_MS / 2);
    expect(spoiling.spoiltFrames()).toBeGreaterThan(5);
    expect(await hears(feed)).toBe(true);
    expect(feed.illFormed()).toEqual([]);
    expect(Reflect.get({}, 'isAdmin')).toBe(undefined);
  });

  it('do not keep one who is just signing in from being in the room by themself', async () => {
    const spoiling = spoiler(plansOf(seed + 1_000));
    proxy.setChange(spoiling.change);
    const feed = signIn(`early-${seed}`);
    await spoilFor(spoiling, 15, ENOUGH_MS / 2);
    expect(await hears(feed)).toBe(true);
    expect(feed.illFormed()).toEqual([]);
  });
});
