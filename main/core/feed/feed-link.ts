import type { AppError } from '../../contract/app-error.ts';
import { type FeedCommand, type FeedEvent, feedEventSchema } from '../../contract/feed-port.ts';
import type { Result } from '../../contract/result.ts';
import type { Channel, Clock, Log } from '../ports.ts';
import type { FeedWords, WordAttachment } from '../word-book/feed-words.ts';

/** Pauses before the feed process is started again; the last one repeats. ms. */
const RESTART_MS = [0, 500, 1000, 2000, 5000] as const;
/** A process that lived this long was healthy: the next restart is immediate again. */
const HEALTHY_MS = 30_000;
/** After a signature could not be had, and may be had later. ms. */
const SIGN_AGAIN_MS = 15_000;
/** How long signing out may take. ms. */
const GOODBYE_MS = 1500;

export type FeedIdentity = {
  /** The account's ID in this console, the first half of its rooms' keys. */
  readonly accountId: string;
  readonly sdkAppId: number;
  readonly userId: string;
  readonly nick: string;
  readonly proxyServer?: string;
  readonly countOnline: boolean;
};

/**
 * One account's feed process, kept alive: started, signed in with a UserSig made here, put back into its rooms after
 * a crash. It may die at any moment without anything else noticing more than a marked gap.
 */
export const createFeedLink = (options: {
  readonly start: () => Channel;
  readonly clock: Pick<Clock, 'monotonic' | 'setTimeout' | 'clearTimeout'>;
  readonly log: Log;
  readonly identity: FeedIdentity;
  /** A UserSig; another one than `refused`, which the service would not take any more. */
  readonly userSig: (need: { readonly refused: string | undefined }) => Promise<Result<string>>;
  /** Where the process gets the word rules from, before it joins a room. */
  readonly words: FeedWords;
  /** There is none to be had: the process waits signed out. */
  readonly onNoUserSig: (error: AppError) => void;
  readonly onEvent: (event: FeedEvent) => void;
  /** The process ended unasked; `attempt` counts restarts in a row. */
  readonly onCrash: (attempt: number) => void;
}) => {
  const { clock, log, identity, onEvent } = options;
  const rooms = new Set<string>();
  let channel: Channel | undefined;
  let wordFeed: WordAttachment | undefined;
  let timer: NodeJS.Timeout | undefined;
  let signTimer: NodeJS.Timeout | undefined;
  let given: string | undefined;
  let attempt = 0;
  let startedAt = 0;
  let closed = false;

  const post = (command: FeedCommand) => channel?.post(command);

  const withUserSig = async (refused: string | undefined, use: (userSig: string) => void): Promise<void> => {
    if (signTimer !== undefined) clock.clearTimeout(signTimer);
    const signed = await options.userSig({ refused });
    if (closed) return;
    if (signed.ok) {
      given = signed.value;
      use(signed.value);
      return;
    }
    options.onNoUserSig(signed.error);
    if (!signed.error.retryable) return;
    signTimer = clock.setTimeout(() => void withUserSig(refused, use), SIGN_AGAIN_MS);
  };

  const signIn = (userSig: string) => {
    post({ type: 'sign-in', ...identity, userSig });
    for (const roomId of rooms) post({ type: 'join', roomId });
  };

  const renew = (userSig: string) => {
    given = userSig;
    post({ type: 'renew', userSig });
  };

  const renewAsAsked = (userSig: string) => post({ type: 'renew', userSig, asked: true });

  /** The rules come first: no comment is to be judged without them. */
  const started = async (self: Channel | undefined) => {
    wordFeed?.detach();
    const attached = options.words.attach((command) => self?.post(command));
    wordFeed = attached;
    await attached.sent;
    if (channel === self && !closed) await withUserSig(undefined, signIn);
  };

  const take = (raw: unknown) => {
    const parsed = feedEventSchema.safeParse(raw);
    if (!parsed.success) {
      log.error('feed process sent an ill-formed event', { issues: parsed.error.issues.length });
      return;
    }
    const event = parsed.data;
    if (event.type === 'started') void started(channel);
    else if (event.type === 'words-ready') wordFeed?.inForce(event.load);
    else if (event.type === 'need-usersig') void withUserSig(given, renew);
    else onEvent(event);
  };

  const start = () => {
    timer = undefined;
    if (closed) return;
    startedAt = clock.monotonic();
    const started = options.start();
    channel = started;
    started.onMessage((message) => {
      if (channel === started) take(message);
    });
    started.onExit((code) => {
      if (channel !== started) return;
      channel = undefined;
      wordFeed?.detach();
      wordFeed = undefined;
      if (closed) return;
      if (clock.monotonic() - startedAt > HEALTHY_MS) attempt = 0;
      const pause = RESTART_MS[Math.min(attempt, RESTART_MS.length - 1)] ?? 5000;
      attempt += 1;
      log.warn('feed process ended; starting it again', { code, attempt, pause });
      options.onCrash(attempt);
      timer = clock.setTimeout(start, pause);
    });
  };

  return {
    start,
    join: (roomId: string) => {
      rooms.add(roomId);
      post({ type: 'join', roomId });
    },
    leave: (roomId: string) => {
      rooms.delete(roomId);
      post({ type: 'leave', roomId });
    },
    /** Forgets a room that the service took us out of. */
    forget: (roomId: string) => rooms.delete(roomId),
    /** Signs in once more: after a refusal, or after another login took this user's place. */
    signInAgain: () => {
      void withUserSig(undefined, given === undefined ? signIn : renewAsAsked);
    },
    /** Hands on a fresh signature in good time, for the next time that one is needed. */
    renew,
    send: (command: Extract<FeedCommand, { type: 'send' | 'moderate' }>): boolean => {
      if (channel === undefined) return false;
      channel.post(command);
      return true;
    },
    pid: () => channel?.pid(),
    /** Signs out and waits until the process is gone; one that does not go by itself is killed. */
    close: (): Promise<void> => {
      closed = true;
      wordFeed?.detach();
      if (timer !== undefined) clock.clearTimeout(timer);
      if (signTimer !== undefined) clock.clearTimeout(signTimer);
      const last = channel;
      if (last === undefined) return Promise.resolve();
      return new Promise((resolve) => {
        const force = clock.setTimeout(last.kill, GOODBYE_MS);
        last.onExit(() => {
          clock.clearTimeout(force);
          resolve();
        });
        last.post({ type: 'quit' } satisfies FeedCommand);
      });
    },
  };
};
export type FeedLink = ReturnType<typeof createFeedLink>;
