import { EventSubscription, type OBSRequestTypes, OBSWebSocketError } from 'obs-websocket-js/json';
import type { z } from 'zod';
import { err, ok, type Result } from '../../contract/result.ts';
import type { Clock } from '../ports.ts';
import { createLine, type Line } from './line.ts';
import { type LinkProblem, notObs, passwordMissing, refusalOf, unreachable } from './link-problems.ts';
import { ObsSocket } from './obs-socket.ts';
import { lineClosed, noAnswer, oddAnswer, refusedRequest } from './request-problems.ts';

/** The protocol version that Livedeck speaks; obs-websocket 5.x all speak 1. */
const rpcVersion = 1;
const openMs = 5_000;
/** A screenshot of a 4K source takes OBS well under a second; more means that it hangs. */
const answerMs = 5_000;

const subscriptions =
  EventSubscription.General |
  EventSubscription.Config |
  EventSubscription.Scenes |
  EventSubscription.Inputs |
  EventSubscription.Outputs |
  EventSubscription.SceneItems |
  EventSubscription.Ui |
  EventSubscription.InputActiveStateChanged;

/** Events after which the scene, the sources or what is on air may be different. */
const watchedEvents = [
  'CurrentProgramSceneChanged',
  'CurrentSceneCollectionChanged',
  'InputActiveStateChanged',
  'InputCreated',
  'InputNameChanged',
  'InputRemoved',
  'RecordStateChanged',
  'SceneCreated',
  'SceneItemCreated',
  'SceneItemEnableStateChanged',
  'SceneItemRemoved',
  'SceneListChanged',
  'SceneNameChanged',
  'SceneRemoved',
  'StreamStateChanged',
  'StudioModeStateChanged',
  'VirtualcamStateChanged',
] as const;

export type ObsRequest = <K extends keyof OBSRequestTypes, S extends z.ZodType>(
  type: K,
  data: OBSRequestTypes[K] | undefined,
  answer: S,
) => Promise<Result<z.output<S>>>;

type Hello = { readonly websocketVersion: string; readonly asksPassword: boolean };

/** One open line to OBS, from the password to its end. */
export type ObsSession = Hello & {
  /** Always answers: with what OBS said, checked, or with why there is no answer. */
  readonly request: ObsRequest;
  readonly close: () => void;
};

export type OpenSession = {
  readonly clock: Pick<Clock, 'setTimeout' | 'clearTimeout'>;
  readonly address: string;
  readonly port: number;
  readonly password: string | undefined;
  /** Ends the line, at whatever point it is. */
  readonly signal: AbortSignal;
  /** The events only say that something changed; what is so is always asked. */
  readonly onEvent: () => void;
  /** Called once after the line was open, unless it was ended from here. */
  readonly onEnd: (problem: LinkProblem) => void;
};

const urlOf = (address: string, port: number): string =>
  `ws://${address.includes(':') ? `[${address}]` : address}:${port}`;

/** `ECONNREFUSED` and its like; nothing else of a foreign error text is shown. */
const systemCode = (error: unknown): string => /\bE[A-Z]{3,}\b/.exec(String(error))?.[0] ?? '';

const whyNotOpened = (error: unknown, { address, port }: OpenSession): LinkProblem => {
  const code = error instanceof OBSWebSocketError ? error.code : 0;
  const refusal = refusalOf(code);
  if (refusal !== undefined) return refusal;
  const system = systemCode(error);
  // A handshake answered by something else: wrong status, wrong sub-protocol, or not a WebSocket at all.
  if (system === '' && code !== 1006) return notObs(address, port);
  return unreachable(address, port, system);
};

const createRequest =
  (socket: ObsSocket, line: Line): ObsRequest =>
  async (type, data, answer) => {
    try {
      const got = await line.wait<unknown>(socket.call(type, data), answerMs);
      if (got === 'late') return err(noAnswer(type));
      if (got === 'closed') return err(lineClosed);
      const parsed = answer.safeParse(got.value ?? {});
      return parsed.success ? ok(parsed.data) : err(oddAnswer(type));
    } catch (error) {
      if (error instanceof OBSWebSocketError)
        return err(refusedRequest(type, Number(error.code) || 0, String(error.message ?? '')));
      // The library throws plain errors when the line is gone, and stumbles over answers without a status.
      return err(socket.identified ? oddAnswer(type) : lineClosed);
    }
  };

/** Connects and identifies; says whether OBS asked for the password. */
const identify = async (
  socket: ObsSocket,
  line: Line,
  open: OpenSession,
): Promise<Result<Hello, LinkProblem>> => {
  const { address, port } = open;
  const password = open.password === '' ? undefined : open.password;
  let asksPassword = false;
  let answered = false;
  socket.once('ConnectionOpened', () => {
    answered = true;
  });
  socket.once('Hello', (hello) => {
    asksPassword = hello.authentication !== undefined;
  });
  const identity = { rpcVersion, eventSubscriptions: subscriptions };
  try {
    const hello = await line.wait(socket.connect(urlOf(address, port), password, identity), openMs);
    if (hello === 'late' || hello === 'closed')
      return err(answered ? notObs(address, port) : unreachable(address, port, 'ETIMEDOUT'));
    const version = hello.value.obsWebSocketVersion;
    return ok({ asksPassword, websocketVersion: typeof version === 'string' ? version.slice(0, 40) : '' });
  } catch (error) {
    if (asksPassword && password === undefined) return err(passwordMissing);
    return err(whyNotOpened(error, open));
  }
};

/** Opens a line to OBS. The password is used for the answer to OBS's challenge and goes nowhere else. */
export const openObsSession = async (open: OpenSession): Promise<Result<ObsSession, LinkProblem>> => {
  const socket = new ObsSocket();
  const line = createLine(open.clock);
  let state: 'opening' | 'open' | 'ended' = 'opening';
  const end = (): void => {
    if (state === 'ended') return;
    state = 'ended';
    open.signal.removeEventListener('abort', end);
    line.end();
    socket.removeAllListeners();
    socket.cutOff();
  };
  open.signal.addEventListener('abort', end);
  socket.on('ConnectionClosed', (error) => {
    if (state === 'opening') return;
    end();
    open.onEnd(refusalOf(Number(error?.code)) ?? unreachable(open.address, open.port));
  });
  const hello = await identify(socket, line, open);
  if (!hello.ok) {
    end();
    return hello;
  }
  // OBS may have hung up in the same breath as it let us in.
  if (!socket.identified) {
    end();
    return err(unreachable(open.address, open.port));
  }
  state = 'open';
  for (const name of watchedEvents) socket.on(name, open.onEvent);
  return ok({ ...hello.value, request: createRequest(socket, line), close: end });
};
