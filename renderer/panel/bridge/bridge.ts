import { createStore, type StoreApi } from 'zustand/vanilla';
import { type CallInput, type CallName, type CallOutput, calls } from '../../../main/contract/calls.ts';
import { type EventName, type EventPayload, events } from '../../../main/contract/events.ts';
import { resultSchema } from '../../../main/contract/panel-wire.ts';
import { err, ok, type Result } from '../../../main/contract/result.ts';
import { garbledAnswerError, hostLostError, hostSlowError } from './bridge-errors.ts';
import type { Clock } from './clock.ts';
import { isPlainBatch } from './plain-batch.ts';
import type { HostLink, Transport, TransportListeners } from './transport.ts';

type Listener = (payload: unknown) => void;

/** The panel's only way out: typed calls, typed events, and the state of the link to the main process. */
export type Bridge = {
  readonly call: <C extends CallName>(name: C, input: CallInput<C>) => Promise<Result<CallOutput<C>>>;
  readonly on: <E extends EventName>(name: E, listener: (payload: EventPayload<E>) => void) => () => void;
  readonly link: StoreApi<HostLink>;
  readonly dispose: () => void;
};

/** Opening a rehearsal starts two processes and signs in; nothing honest takes longer than this. */
const ANSWER_LIMIT_SECONDS = 30;
/** A host that talks nonsense is reported this many times and no more. */
const GARBLED_REPORTS = 20;

export const createBridge = (deps: {
  readonly connect: (listeners: TransportListeners) => Transport;
  readonly clock: Clock;
}): Bridge => {
  const link = createStore<HostLink>(() => ({ state: 'connecting' }));
  const listeners = new Map<EventName, Set<Listener>>();
  let reports = 0;

  const onGarbled = (what: string) => {
    reports += 1;
    if (reports > GARBLED_REPORTS || link.getState().state !== 'up') return;
    void transport.request('app:report-error', { message: what.slice(0, 4000), where: 'panel/bridge' });
  };

  const onEvent = (name: EventName, payload: unknown) => {
    const heard = listeners.get(name);
    if (heard === undefined || heard.size === 0) return;
    if (name === 'feed:batch' && isPlainBatch(payload)) {
      for (const listener of heard) listener(payload);
      return;
    }
    const parsed = events[name].payload.safeParse(payload);
    if (!parsed.success) return onGarbled(`${name}: ${parsed.error.issues[0]?.path.join('.') ?? ''}`);
    for (const listener of heard) listener(parsed.data);
  };

  const transport = deps.connect({
    onLink: (next) => link.setState(next, true),
    onEvent,
    onGarbled,
  });

  const answerInTime = (answer: Promise<unknown>): Promise<unknown> =>
    new Promise((resolve) => {
      const stop = deps.clock.after(ANSWER_LIMIT_SECONDS * 1000, () => resolve(undefined));
      void answer.then((value) => {
        stop();
        resolve(value);
      });
    });

  const call = async <C extends CallName>(name: C, input: CallInput<C>): Promise<Result<CallOutput<C>>> => {
    const raw = await answerInTime(transport.request(name, input));
    if (raw === null) return err(hostLostError());
    if (raw === undefined) return err(hostSlowError(ANSWER_LIMIT_SECONDS));
    const result = resultSchema.safeParse(raw);
    if (!result.success) {
      onGarbled(`${name}: not a result`);
      return err(garbledAnswerError());
    }
    if (!result.data.ok) return err(result.data.error);
    const value = calls[name].output.safeParse(result.data.value);
    if (!value.success) {
      onGarbled(`${name} answer: ${value.error.issues[0]?.path.join('.') ?? ''}`);
      return err(garbledAnswerError());
    }
    return ok(value.data as CallOutput<C>);
  };

  const on = <E extends EventName>(name: E, listener: (payload: EventPayload<E>) => void): (() => void) => {
    const heard = listeners.get(name) ?? new Set<Listener>();
    listeners.set(name, heard);
    heard.add(listener as Listener);
    return () => heard.delete(listener as Listener);
  };

  return { call, on, link, dispose: () => transport.dispose() };
};
