import { describe, expect, it } from 'vitest';
import type { FeedEvent } from '../../../main/contract/feed-port.ts';
import type { Sdk } from '../../../main/feed-process/sdk.ts';
import { sdkEvent } from '../../../main/feed-process/sdk.ts';
import { createSession } from '../../../main/feed-process/session.ts';
import { createManualClock } from '../../support/manual-clock.ts';

const settled = () => new Promise((done) => setTimeout(done, 0));

/** An SDK of which the session uses the goings-in and goings-out only; the test plays the service. */
const rig = () => {
  const clock = createManualClock();
  const events: FeedEvent[] = [];
  const logins: string[] = [];
  const hosts: string[] = [];
  let handlers = new Map<string, (event: { readonly data: unknown }) => void>();
  let refusal: number | 'silent' | undefined;
  const tell = (event: string, data?: unknown) => handlers.get(event)?.({ data });
  const session = createSession({
    clock: {
      now: clock.now,
      monotonic: clock.monotonic,
      timers: clock,
      setInterval: () => setTimeout(() => undefined, 0),
      clearInterval: clearTimeout,
    },
    emit: (event) => events.push(event),
    attach: () => undefined,
    onReady: () => undefined,
    onBack: () => undefined,
    probeRoom: () => 'r1',
    onFailedPoll: () => undefined,
    onGoodPoll: () => undefined,
    makeSdk: ({ skipOwnHost }) => {
      hosts.push(skipOwnHost ? 'the next' : 'its own');
      handlers = new Map();
      return {
        on: (event: string, handler: (event: { readonly data: unknown }) => void) =>
          handlers.set(event, handler),
        login: async ({ userSig }: { readonly userSig: string }): Promise<void> => {
          logins.push(userSig);
          if (refusal === 'silent') await new Promise(() => undefined);
          if (refusal !== undefined) throw Object.assign(new Error(''), { code: refusal });
          tell(sdkEvent.ready);
        },
        destroy: async () => undefined,
      } as unknown as Sdk;
    },
  });
  const who = {
    type: 'sign-in',
    accountId: 'a',
    sdkAppId: 1,
    userId: 'vj',
    nick: '',
    countOnline: true,
  } as const;
  return {
    session,
    events,
    logins,
    hosts,
    answer: (code: number | 'silent' | undefined) => {
      refusal = code;
    },
    kick: (type: string) => tell(sdkEvent.kickedOut, { type }),
    signIn: async () => {
      session.signIn({ ...who, userSig: 'sig' });
      await settled();
    },
    pass: async (ms: number) => {
      clock.advance(ms);
      await settled();
    },
    link: () => events.filter((event) => event.type === 'link').at(-1)?.link,
  };
};

describe('a session that another login ended', () => {
  it('is not signed in again by a renewal of its signature, but is when a person asks', async () => {
    const { session, logins, kick, signIn, link } = rig();
    await signIn();
    kick('multipleAccount');
    session.renew('fresh', false);
    await settled();
    expect(logins).toEqual(['sig']);
    expect(link()).toMatchObject({ state: 'kicked' });
    session.renew('asked for', true);
    await settled();
    expect(logins).toEqual(['sig', 'asked for']);
    expect(link()).toMatchObject({ state: 'up' });
  });

  it('is signed in when a person asked and the service wants yet another signature', async () => {
    const { session, events, logins, answer, kick, signIn } = rig();
    await signIn();
    kick('REST_API_Kick');
    answer(70052);
    session.renew('old', true);
    await settled();
    expect(events.at(-1)).toEqual({ type: 'need-usersig' });
    answer(undefined);
    session.renew('new', false);
    await settled();
    expect(logins).toEqual(['sig', 'old', 'new']);
  });

  it('is signed in again at once where only its signature had expired', async () => {
    const { session, logins, kick, signIn } = rig();
    await signIn();
    kick('userSigExpired');
    session.renew('fresh', false);
    await settled();
    expect(logins).toEqual(['sig', 'fresh']);
  });
});

describe('a login that the service is too busy for', () => {
  it.each([10002, 60008, 60011, 60022, 70169, 70202, 70500, 91000])(
    'with %i is tried again by itself',
    async (code) => {
      const { answer, pass, signIn, link } = rig();
      answer(code);
      await signIn();
      expect(link()).toMatchObject({ state: 'down', failure: { code } });
      answer(undefined);
      await pass(1000);
      expect(link()).toMatchObject({ state: 'up' });
    },
  );

  it('is tried less and less often, but every half minute at least', async () => {
    const { answer, logins, pass, signIn } = rig();
    answer(60022);
    await signIn();
    const tries: number[] = [];
    for (let second = 1; second <= 150; second += 1) {
      const before = logins.length;
      await pass(1000);
      if (logins.length > before) tries.push(second);
    }
    expect(tries).toEqual([1, 3, 7, 15, 31, 61, 91, 121]);
  });

  it('is not tried again where it would be refused again', async () => {
    const { answer, logins, pass, signIn, link } = rig();
    answer(70009);
    await signIn();
    await pass(120_000);
    expect(logins).toHaveLength(1);
    expect(link()).toMatchObject({ state: 'refused', failure: { code: 70009 } });
  });
});

describe('a first connection that nobody answers', () => {
  it('is tried by turns with the vendor’s next host', async () => {
    const { answer, hosts, pass, signIn, link } = rig();
    answer('silent');
    await signIn();
    for (let attempt = 0; attempt < 2; attempt += 1) {
      await pass(8000);
      await pass(1000);
    }
    expect(hosts).toEqual(['its own', 'the next', 'its own']);
    answer(undefined);
    await pass(8000);
    await pass(1000);
    expect(link()).toMatchObject({ state: 'up' });
  });
});
