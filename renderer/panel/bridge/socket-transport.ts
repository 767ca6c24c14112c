import type { CallName } from '../../../main/contract/calls.ts';
import { hostFrameSchema } from '../../../main/contract/panel-wire.ts';
import { backOffMs } from './back-off.ts';
import type { Clock } from './clock.ts';
import type { Transport, TransportListeners } from './transport.ts';

type Waiting = (answer: unknown) => void;

export type SocketTransportDeps = TransportListeners & {
  readonly url: string;
  readonly openSocket: (url: string) => WebSocket;
  readonly clock: Clock;
  readonly random: () => number;
};

const parseJson = (text: unknown): unknown => {
  try {
    return typeof text === 'string' ? JSON.parse(text) : undefined;
  } catch {
    return undefined;
  }
};

/** The browser host's way: one WebSocket, opened again with back-off for as long as the panel lives. */
export const createSocketTransport = (deps: SocketTransportDeps): Transport => {
  const { clock, onLink, onEvent, onGarbled } = deps;
  const waiting = new Map<number, Waiting>();
  let socket: WebSocket | undefined;
  let nextId = 1;
  let attempt = 0;
  let awaySince: number | undefined;
  let disposed = false;
  let cancelRetry: (() => void) | undefined;

  const failWaiting = () => {
    const lost = [...waiting.values()];
    waiting.clear();
    for (const answer of lost) answer(null);
  };

  const receive = (data: unknown) => {
    const frame = hostFrameSchema.safeParse(parseJson(data));
    if (!frame.success) return onGarbled(`frame: ${frame.error.issues[0]?.message ?? 'unknown'}`);
    if ('event' in frame.data) return onEvent(frame.data.event, frame.data.payload);
    const answer = waiting.get(frame.data.id);
    waiting.delete(frame.data.id);
    answer?.(frame.data.result);
  };

  const lost = () => {
    if (disposed) return;
    socket = undefined;
    failWaiting();
    awaySince ??= clock.now();
    onLink({ state: 'away', since: awaySince, attempt });
    cancelRetry = clock.after(backOffMs(attempt, deps.random), open);
    attempt += 1;
  };

  const open = () => {
    const opening = deps.openSocket(deps.url);
    socket = opening;
    opening.addEventListener('open', () => {
      attempt = 0;
      awaySince = undefined;
      onLink({ state: 'up' });
    });
    opening.addEventListener('message', (event: MessageEvent<unknown>) => receive(event.data));
    opening.addEventListener('close', lost);
  };

  const request = (call: CallName, input: unknown): Promise<unknown> => {
    const through = socket;
    if (through === undefined || through.readyState !== through.OPEN) return Promise.resolve(null);
    const id = nextId;
    nextId += 1;
    return new Promise((resolve) => {
      waiting.set(id, resolve);
      through.send(JSON.stringify({ id, call, input }));
    });
  };

  onLink({ state: 'connecting' });
  open();

  return {
    request,
    dispose: () => {
      disposed = true;
      cancelRetry?.();
      failWaiting();
      socket?.close();
    },
  };
};
