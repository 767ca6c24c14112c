import type { FeedCommand, FeedEvent, VendorFailure } from '../contract/feed-port.ts';
import type { Timers } from './batcher.ts';
import { createLinkWatch, type LinkNews } from './link-watch.ts';
import { withinPatience } from './patience.ts';
import { createSdk, type Sdk, sdkEvent, vendorFailure } from './sdk.ts';
import { isBusy, isRefusal, pauseAfter } from './sign-in-failures.ts';
import { createSocketTap } from './socket-tap.ts';

export type SignIn = Extract<FeedCommand, { type: 'sign-in' }>;

/** How long a first connection may take before it is cut and tried again; the SDK itself waits 90 s (sdk-wire 1). */
const FIRST_CONTACT_MS = 8000;
/** How long signing in may take where something was heard: an answer that got lost is not sent again. */
const SIGN_IN_MS = 12_000;

type Clock = {
  readonly now: () => number;
  readonly monotonic: () => number;
  readonly timers: Timers;
  readonly setInterval: (run: () => void, ms: number) => NodeJS.Timeout;
  readonly clearInterval: (timer: NodeJS.Timeout) => void;
};

/**
 * One account's session: signs in, stays signed in, and reports the line's true state. A signature that expired is
 * replaced by a fresh one at once; being kicked by another login is told and not fought over.
 */
export const createSession = (options: {
  readonly clock: Clock;
  readonly emit: (event: FeedEvent) => void;
  readonly attach: (sdk: Sdk) => void;
  /** Signed in; `lostSince` is set when an earlier session was lost. */
  readonly onReady: (lostSince: number | undefined) => void;
  /** The line is back after it was down since then; the session survived. */
  readonly onBack: (lastSeen: number) => void;
  readonly probeRoom: () => string;
  readonly onFailedPoll: (code: number) => void;
  readonly onGoodPoll: () => void;
  readonly makeSdk?: typeof createSdk;
}) => {
  const { clock, emit, makeSdk = createSdk } = options;
  let who: SignIn | undefined;
  let sdk: Sdk | undefined;
  /** Signed in. Before that the SDK refuses most calls, or joins rooms as nobody (sdk-wire 3.1, 6.4). */
  let ready = false;
  let lostSince: number | undefined;
  let downSince: number | undefined;
  let retry: NodeJS.Timeout | undefined;
  let deadline: NodeJS.Timeout | undefined;
  let closed = false;
  /** Another login took this user's place; whether it gives it back is for a person to say. */
  let thrownOut = false;
  /** Logins in a row that the service was too busy for. */
  let busyAnswers = 0;
  /** The last attempt got no answer: the next one begins with another of the vendor's hosts. */
  let otherHost = false;

  const tap = createSocketTap({
    now: clock.now,
    monotonic: clock.monotonic,
    onFailedPoll: options.onFailedPoll,
    onGoodPoll: options.onGoodPoll,
  });

  const probe = () => {
    // Any answer, even a refusal, is a sign of life; the tap sees it. An unanswered probe rejects after 15 s.
    sdk?.searchGroupByID(options.probeRoom()).catch(vendorFailure);
  };

  const onNews = (news: LinkNews) => {
    if (news.state === 'down') {
      downSince = news.lastSeen;
      emit({ type: 'link', link: news });
      return;
    }
    emit({ type: 'link', link: { state: 'up', since: clock.now() } });
    if (downSince !== undefined) options.onBack(downSince);
    downSince = undefined;
  };

  const watch = createLinkWatch({ ...clock, tap, probe, onNews });

  const endDeadline = () => {
    if (deadline !== undefined) clock.timers.clearTimeout(deadline);
    deadline = undefined;
  };

  const signedIn = () => {
    endDeadline();
    ready = true;
    thrownOut = false;
    busyAnswers = 0;
    watch.start();
    emit({ type: 'link', link: { state: 'up', since: clock.now() } });
    options.onReady(lostSince);
    lostSince = undefined;
    downSince = undefined;
  };

  const again = (failure: VendorFailure) => {
    if (closed) return;
    busyAnswers = isBusy(failure) ? busyAnswers + 1 : 0;
    if (!tap.heard()) otherHost = !otherHost;
    retry = clock.timers.setTimeout(() => void signIn(), pauseAfter(busyAnswers));
  };

  const signOut = async () => {
    try {
      await withinPatience(clock.timers, sdk?.logout());
    } catch (reason) {
      // Nothing more can be done for a session that is being left.
      vendorFailure(reason);
    }
  };

  const discard = async () => {
    endDeadline();
    const old = sdk;
    sdk = undefined;
    ready = false;
    watch.stop();
    tap.cut();
    try {
      await withinPatience(clock.timers, old?.destroy());
    } catch (reason) {
      // A half-made instance may refuse to be destroyed; the next create() for the same app starts afresh anyway.
      vendorFailure(reason);
    }
  };

  const kicked = (data: unknown) => {
    const reason = (data as { readonly type?: unknown } | undefined)?.type;
    endDeadline();
    watch.stop();
    ready = false;
    lostSince ??= downSince ?? clock.now();
    if (reason === 'userSigExpired') {
      emit({ type: 'need-usersig' });
      return;
    }
    thrownOut = true;
    emit({
      type: 'link',
      link: { state: 'kicked', reason: typeof reason === 'string' ? reason : 'unknown' },
    });
  };

  const make = (as: SignIn): Sdk => {
    const made = makeSdk({
      sdkAppId: as.sdkAppId,
      Socket: tap.Socket,
      skipOwnHost: otherHost,
      ...(as.proxyServer !== undefined && { proxyServer: as.proxyServer }),
    });
    made.on(sdkEvent.kickedOut, function onKickedOut(event) {
      kicked(event.data);
    });
    made.on(sdkEvent.ready, function onReady() {
      signedIn();
    });
    options.attach(made);
    return made;
  };

  const failed = async (failure: VendorFailure) => {
    if (closed || failure.code === 2025) return;
    await discard();
    if (failure.code === 70001 || failure.code === 70052) emit({ type: 'need-usersig' });
    else if (isRefusal(failure)) emit({ type: 'link', link: { state: 'refused', failure } });
    else {
      const answer = failure.code === -1 ? {} : { failure };
      emit({ type: 'link', link: { state: 'down', lastSeen: lostSince ?? 0, attempt: 1, ...answer } });
      again(failure);
    }
  };

  const signIn = async () => {
    if (who === undefined || closed) return;
    if (retry !== undefined) clock.timers.clearTimeout(retry);
    emit({ type: 'link', link: { state: 'connecting' } });
    sdk ??= make(who);
    const current = sdk;
    const giveUp = () => {
      if (sdk === current && !ready) void failed({ code: -1, info: '' });
    };
    endDeadline();
    deadline = clock.timers.setTimeout(() => {
      if (!tap.heard()) giveUp();
      else deadline = clock.timers.setTimeout(giveUp, SIGN_IN_MS - FIRST_CONTACT_MS);
    }, FIRST_CONTACT_MS);
    try {
      await current.login({ userID: who.userId, userSig: who.userSig });
    } catch (reason) {
      if (sdk === current) await failed(vendorFailure(reason));
    }
  };

  return {
    signIn: (as: SignIn) => {
      who = as;
      void signIn();
    },
    /** A fresh signature; `asked` where a person wants to be signed in with it. */
    renew: (userSig: string, asked: boolean) => {
      if (who === undefined) return;
      who = { ...who, userSig };
      if (asked) thrownOut = false;
      if (thrownOut) return;
      // A live session goes on with its token; only a lost one needs the new signature now.
      if (lostSince !== undefined || sdk === undefined) void signIn();
    },
    /** Signs out and in: the SDK forgets what it believes of its rooms, and all are joined anew. Lost since `since`. */
    startOver: async (since: number) => {
      if (!ready) return;
      ready = false;
      lostSince ??= since;
      watch.stop();
      await signOut();
      await signIn();
    },
    /** The SDK, while signed in. */
    sdk: () => (ready ? sdk : undefined),
    who: () => who,
    close: async () => {
      closed = true;
      if (retry !== undefined) clock.timers.clearTimeout(retry);
      await signOut();
      await discard();
    },
  };
};
