import { describe, expect, it } from 'vitest';
import { type AppError, appError } from '../../../main/contract/app-error.ts';
import type { FeedCommand, FeedEvent } from '../../../main/contract/feed-port.ts';
import { err, ok } from '../../../main/contract/result.ts';
import { createFeedLink } from '../../../main/core/feed/feed-link.ts';
import type { Channel } from '../../../main/core/ports.ts';
import { createManualClock } from '../../support/manual-clock.ts';

/** A feed process that the test plays itself. */
const fakeProcess = () => {
  const posted: FeedCommand[] = [];
  let message: (raw: unknown) => void = () => undefined;
  const exits: ((code: number | null) => void)[] = [];
  const channel: Channel = {
    post: (command) => posted.push(command as FeedCommand),
    onMessage: (listener) => {
      message = listener;
    },
    onExit: (listener) => exits.push(listener),
    kill: () => undefined,
    pid: () => 1,
  };
  return {
    channel,
    posted,
    says: (event: unknown) => message(event),
    dies: () => {
      for (const listener of exits) listener(null);
    },
  };
};

const silent = {
  info: () => undefined,
  warn: () => undefined,
  error: () => undefined,
  debug: () => undefined,
};

const noWords = {
  attach: () => ({ sent: Promise.resolve(), inForce: () => undefined, detach: () => undefined }),
};

const noSignature = appError('unavailable', { en: 'No.', 'zh-CN': '无。' }, { retryable: true });

const rig = () => {
  const clock = createManualClock();
  const started: ReturnType<typeof fakeProcess>[] = [];
  const events: FeedEvent[] = [];
  const crashes: number[] = [];
  const asked: { readonly refused: string | undefined }[] = [];
  const missing: AppError[] = [];
  let refusing = false;
  const link = createFeedLink({
    start: () => {
      const made = fakeProcess();
      started.push(made);
      return made.channel;
    },
    clock,
    log: silent,
    words: noWords,
    identity: { accountId: 'a', sdkAppId: 1, userId: 'vj', nick: 'VJ', countOnline: false },
    userSig: async (need) => {
      asked.push(need);
      return refusing ? err(noSignature) : ok('sig');
    },
    onNoUserSig: (error) => missing.push(error),
    onEvent: (event) => events.push(event),
    onCrash: (attempt) => crashes.push(attempt),
  });
  link.start();
  const refuse = (yes: boolean) => {
    refusing = yes;
  };
  return {
    clock,
    started,
    events,
    crashes,
    asked,
    missing,
    refuse,
    link,
    newest: () => started.at(-1) ?? fakeProcess(),
  };
};

const settled = () => new Promise((done) => setImmediate(done));

describe('the link to a feed process', () => {
  it('signs it in and puts it into its rooms as soon as it has started', async () => {
    const { link, newest } = rig();
    link.join('r1');
    newest().says({ type: 'started' });
    await settled();
    expect(newest().posted.slice(-2)).toMatchObject([
      { type: 'sign-in', userId: 'vj', userSig: 'sig' },
      { type: 'join', roomId: 'r1' },
    ]);
  });

  it('starts a new one when it is killed: at once the first time, with pauses when it goes on', async () => {
    const { clock, started, crashes, newest } = rig();
    newest().dies();
    clock.advance(0);
    expect(started).toHaveLength(2);
    newest().dies();
    clock.advance(400);
    expect(started).toHaveLength(2);
    clock.advance(200);
    expect(started).toHaveLength(3);
    expect(crashes).toEqual([1, 2]);
  });

  it('forgets earlier crashes of a process that then lived long', () => {
    const { clock, started, newest } = rig();
    newest().dies();
    clock.advance(0);
    clock.advance(60_000);
    newest().dies();
    clock.advance(0);
    expect(started).toHaveLength(3);
  });

  it('hears nothing from a process that it has given up', () => {
    const { clock, started, events, newest } = rig();
    const first = newest();
    first.dies();
    clock.advance(0);
    first.says({ type: 'online', roomId: 'r1', count: 5 });
    newest().says({ type: 'online', roomId: 'r1', count: 6 });
    expect(started).toHaveLength(2);
    expect(events).toEqual([{ type: 'online', roomId: 'r1', count: 6 }]);
  });

  it('drops what does not fit the contract instead of believing it', () => {
    const { events, newest } = rig();
    newest().says({ type: 'batch', roomId: 'r1', items: [{ kind: 'comment' }] });
    newest().says('nonsense');
    expect(events).toEqual([]);
  });

  it('hands on a renewed signature at once, and asks for another than the one refused', async () => {
    const { link, newest, asked } = rig();
    link.renew('sig-2');
    expect(newest().posted).toEqual([{ type: 'renew', userSig: 'sig-2' }]);
    newest().says({ type: 'need-usersig' });
    await settled();
    expect(asked.at(-1)).toEqual({ refused: 'sig-2' });
  });

  it('tells a person’s wish to be signed in again from a renewal in good time', async () => {
    const { link, newest } = rig();
    link.renew('sig-2');
    link.signInAgain();
    await settled();
    expect(newest().posted).toEqual([
      { type: 'renew', userSig: 'sig-2' },
      { type: 'renew', userSig: 'sig', asked: true },
    ]);
  });

  it('without a signature says so, and tries again where that may help', async () => {
    const { clock, newest, refuse, missing } = rig();
    refuse(true);
    newest().says({ type: 'started' });
    await settled();
    expect(missing).toHaveLength(1);
    refuse(false);
    clock.advance(15_000);
    await settled();
    expect(newest().posted).toMatchObject([{ type: 'sign-in', userSig: 'sig' }]);
  });

  it('answers the wish for a new signature', async () => {
    const { newest } = rig();
    newest().says({ type: 'need-usersig' });
    await settled();
    expect(newest().posted).toEqual([{ type: 'renew', userSig: 'sig' }]);
  });
});
