import type { z } from 'zod';
import { err, ok, type Result } from '../../contract/result.ts';
import type { Log } from '../ports.ts';
import { type AdminError, answerUnreadable, notDone, outcomeUnknown } from './admin-error.ts';
import type { AdminSender, Sending, Sent } from './admin-sender.ts';
import type { CallQueue, QueueTimer } from './call-queue.ts';
import type { Command } from './command.ts';
import type { Exchange } from './http-exchange.ts';
import type { Priority } from './priority.ts';
import { leavesDoubt, nextStep } from './retry-policy.ts';
import { explainVendorCode } from './vendor-codes.ts';
import { waitFor } from './wait-for.ts';
import { writeWireJson } from './wire-json.ts';

/** What every call of the client takes besides its input. */
export type CallOptions = Readonly<{
  /** Cancels the call while it waits, and gives up on it once it is under way. */
  signal?: AbortSignal;
  /** Goes before the command's own priority. */
  priority?: Priority;
}>;

export type CallRequest<T> = Readonly<{
  command: Command;
  body: Readonly<Record<string, unknown>>;
  answer: z.ZodType<T>;
  /** A refusal that means "that is how it is already", once an earlier try may have done it. */
  alreadyDone?: Readonly<{ code: number; value: T }>;
  /** Called where a try left it open whether the service acted. */
  onDoubt?: () => void;
}>;

/** Sends one command with retries. The same body, so the same `Random`, goes with every try. */
export type AdminCaller = <T>(
  request: CallRequest<T>,
  options?: CallOptions,
) => Promise<Result<T, AdminError>>;

export type CallerDeps = Readonly<{
  send: AdminSender;
  queue: CallQueue;
  clock: QueueTimer;
  random: () => number;
  log: Log;
  /** Aborts with the client. */
  closing: AbortSignal;
}>;

/** UserSig expired, or revoked by a `kick` (tencent-im A2): a new one mends both. */
const NEEDS_NEW_SIGNATURE: readonly number[] = [70001, 70052];

/** One call on its way: what stays the same with every try, and what the tries have shown. */
type Run<T> = Readonly<{
  request: CallRequest<T>;
  body: string;
  priority: Priority;
  signal: AbortSignal;
}> & {
  attempt: number;
  startedAt?: number;
  /** A try left it open whether the service acted. */
  doubt: boolean;
  refused: Sending['refused'];
};

type Verdict<T> =
  | Readonly<{ type: 'end'; value: Result<T, AdminError> }>
  | Readonly<{ type: 'again'; afterMs: number }>;

export const createAdminCaller = (deps: CallerDeps): AdminCaller => {
  const { clock, queue } = deps;

  const afterFailure = <T>(run: Run<T>, { result, signature }: Sent): Verdict<T> => {
    const { command, onDoubt } = run.request;
    if (run.refused === undefined && wantsSignature(result)) {
      run.refused = { signature, error: explain(command, result, false) };
      return { type: 'again', afterMs: 0 };
    }
    if (leavesDoubt(result)) {
      run.doubt = true;
      onDoubt?.();
    }
    const elapsed = clock.monotonic() - (run.startedAt ?? clock.monotonic());
    const step = nextStep(command, result, run.attempt, elapsed, deps.random);
    if (step.type === 'stop' || run.signal.aborted)
      return { type: 'end', value: err(explain(command, result, run.doubt)) };
    if (step.slowDown !== 'nothing') queue.pause(step.slowDown === 'app' ? 'all' : command, step.afterMs);
    return step;
  };

  const attempt = async <T>(run: Run<T>): Promise<Verdict<T>> => {
    const { body, priority, signal, refused, request } = run;
    run.attempt += 1;
    const sent = await deps.send({ command: request.command, body, priority, signal, refused });
    if (!sent.ok) return { type: 'end', value: err(run.doubt ? outcomeUnknown(sent.error) : sent.error) };
    run.startedAt ??= sent.value.at;
    noteExchange(deps.log, request.command, sent.value.result, run.attempt);
    const value = settle(request, sent.value.result, run.doubt);
    return value === undefined ? afterFailure(run, sent.value) : { type: 'end', value };
  };

  return async <T>(request: CallRequest<T>, options: CallOptions = {}) => {
    const run: Run<T> = {
      request,
      body: writeWireJson(request.body),
      priority: options.priority ?? request.command.priority,
      signal: options.signal ? AbortSignal.any([options.signal, deps.closing]) : deps.closing,
      attempt: 0,
      doubt: false,
      refused: undefined,
    };
    for (;;) {
      const verdict = await attempt(run);
      if (verdict.type === 'end') return verdict.value;
      await waitFor(clock, verdict.afterMs, run.signal);
    }
  };
};

const wantsSignature = (result: Exchange): boolean =>
  result.kind === 'answer' && NEEDS_NEW_SIGNATURE.includes(result.code);

/** The call's value, where this exchange brought it. */
const settle = <T>(
  { command, answer, alreadyDone }: CallRequest<T>,
  result: Exchange,
  doubt: boolean,
): Result<T, AdminError> | undefined => {
  if (result.kind !== 'answer') return undefined;
  if (doubt && alreadyDone?.code === result.code) return ok(alreadyDone.value);
  if (result.code !== 0) return undefined;
  const read = answer.safeParse(result.body);
  if (read.success) return ok(read.data);
  const where = read.error.issues[0]?.path.join('.') ?? '';
  return err({ ...answerUnreadable(`${command.path} ${where}`.trim()), outcome: 'unknown' });
};

const explain = (command: Command, result: Exchange, doubt: boolean): AdminError => {
  const error =
    result.kind === 'answer' ? explainVendorCode(result.code, result.info, command.origin) : result.error;
  if (doubt) return outcomeUnknown(error);
  return notDone(error);
};

/** Codes and times only: bodies hold what people wrote, and addresses hold the signature. */
const noteExchange = (log: Log, command: Command, result: Exchange, attempt: number): void => {
  const details = { command: command.path, attempt };
  if (result.kind === 'trouble') log.warn('admin call met trouble', { ...details, reason: result.reason });
  else if (result.code === 0) log.debug('admin call done', details);
  else log.warn('admin call refused', { ...details, code: result.code });
};
