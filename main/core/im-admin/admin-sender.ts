import { err, ok, type Result } from '../../contract/result.ts';
import { type AdminError, callCancelled, clientClosed, noSignature, notDone } from './admin-error.ts';
import type { CallQueue, QueueTimer } from './call-queue.ts';
import type { Command } from './command.ts';
import type { Endpoints } from './endpoints.ts';
import { type Exchange, exchange } from './http-exchange.ts';
import type { Priority } from './priority.ts';

/**
 * Answers a UserSig of the admin account. `refused` is one that the service just called expired or revoked: another is
 * wanted. Where the same comes back, the call fails with what the service said.
 */
export type UserSigFor = (need: Readonly<{ refused: string | undefined }>) => SigAnswer | Promise<SigAnswer>;
type SigAnswer = string | Result<string>;

export type SenderDeps = Readonly<{
  sdkAppId: number;
  adminUserId: string;
  userSig: UserSigFor;
  endpoints: Endpoints;
  queue: CallQueue;
  fetch: typeof fetch;
  clock: QueueTimer;
  /** In [0, 1). */
  random: () => number;
  /** Aborts with the client. */
  closing: AbortSignal;
  onServerTime: (at: number) => void;
}>;

export type Sending = Readonly<{
  command: Command;
  body: string;
  priority: Priority;
  signal: AbortSignal;
  /** The signature that the service refused just now, and in what words. */
  refused: Readonly<{ signature: string; error: AdminError }> | undefined;
}>;

/** `at` is when it went, by the monotonic clock. */
export type Sent = Readonly<{ result: Exchange; signature: string; at: number }>;

/** One try: a place in the queue, a signature, a domain, a POST. Fails only where nothing was sent. */
export type AdminSender = (sending: Sending) => Promise<Result<Sent, AdminError>>;

export const createAdminSender = (deps: SenderDeps): AdminSender => {
  const sign = async (refused: Sending['refused']): Promise<Result<string, AdminError>> => {
    try {
      const answer = await deps.userSig({ refused: refused?.signature });
      const signature = typeof answer === 'string' ? ok(answer) : answer;
      if (!signature.ok) return err(notDone(signature.error));
      if (signature.value === refused?.signature) return err(refused.error);
      return signature.value === '' ? err(noSignature) : signature;
    } catch {
      // Whatever the signer threw may hold what it worked on, so none of it goes further.
      return err(noSignature);
    }
  };

  const address = (origin: string, command: Command, userSig: string): string => {
    const query = new URLSearchParams({
      sdkappid: String(deps.sdkAppId),
      identifier: deps.adminUserId,
      usersig: userSig,
      random: String(Math.floor(deps.random() * 2 ** 32)),
      contenttype: 'json',
    });
    return `${origin}/v4/${command.path}?${query}`;
  };

  const post = async ({ command, body, refused, signal }: Sending): Promise<Result<Sent, AdminError>> => {
    const origin = deps.endpoints.current();
    if (!origin.ok) return origin;
    const signature = await sign(refused);
    if (!signature.ok) return signature;
    if (signal.aborted) return err(deps.closing.aborted ? clientClosed : callCancelled);
    const url = address(origin.value, command, signature.value);
    const at = deps.clock.monotonic();
    const result = await exchange(deps, url, body, signal);
    if (result.kind === 'trouble' && result.again) deps.endpoints.failed(origin.value);
    if (result.kind === 'answer' && result.serverTime !== undefined) deps.onServerTime(result.serverTime);
    return ok({ result, signature: signature.value, at });
  };

  return async (sending) => {
    const place = await deps.queue.enter(sending.command, sending.priority, sending.signal);
    if (typeof place === 'string')
      return err(place === 'closed' || deps.closing.aborted ? clientClosed : callCancelled);
    try {
      return await post(sending);
    } finally {
      place.release();
    }
  };
};
