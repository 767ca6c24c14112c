import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';
import type { AddressInfo } from 'node:net';
import { type WebSocket, WebSocketServer } from 'ws';
import { Refusal, requests } from './obs-server/requests.ts';
import { createWorld, type ObsWorld } from './obs-server/world.ts';

/**
 * A stand-in for OBS with its WebSocket server: the obs-websocket 5 protocol on a real socket (hello, SHA-256 challenge,
 * requests, batches, events by subscription) over a small model of scenes, inputs and items. Written from protocol.md.
 */
type Data = Readonly<Record<string, unknown>>;
type Frame = { readonly op: number; readonly d: Data };

/** Takes over the answer to a request; `undefined` leaves it to the model. */
export type Meddle = (request: {
  readonly type: string;
  readonly id: string;
  readonly data: Data;
  readonly socket: WebSocket;
}) => 'answered' | undefined;

export type ObsServer = {
  readonly port: number;
  readonly world: ObsWorld;
  /** Requests that came, in order, with their data. */
  readonly asked: readonly { readonly type: string; readonly data: Data }[];
  /** Every frame that came, as sent. */
  readonly heard: readonly string[];
  readonly clients: () => number;
  readonly emit: (intent: number, eventType: string, eventData: Data) => void;
  readonly meddle: (meddle: Meddle | undefined) => void;
  /** Changes the scene on air as a person would. */
  readonly switchTo: (scene: string) => void;
  /** Closes every line with this code, as OBS does when it kicks somebody. */
  readonly hangUp: (code: number) => void;
  readonly setPassword: (password: string | undefined) => void;
  readonly stop: () => Promise<void>;
};

const close = {
  unknownOpCode: 4006,
  notIdentified: 4007,
  authenticationFailed: 4009,
  unsupportedRpc: 4010,
  undecodable: 4002,
};

const sha256 = (text: string): string => createHash('sha256').update(text).digest('base64');

const isRight = (given: unknown, password: string, salt: string, challenge: string): boolean => {
  const wanted = Buffer.from(sha256(sha256(password + salt) + challenge));
  const got = Buffer.from(typeof given === 'string' ? given : '');
  return got.length === wanted.length && timingSafeEqual(got, wanted);
};

const parse = (text: string): Frame | undefined => {
  try {
    return JSON.parse(text) as Frame;
  } catch {
    return undefined;
  }
};

export const startObsServer = async (
  options: {
    readonly port?: number;
    readonly password?: string;
    readonly world?: Partial<ObsWorld>;
    readonly obsVersion?: string;
    /** Leaves requests out of what this OBS says it can do. */
    readonly without?: readonly string[];
    readonly rpcVersion?: number;
  } = {},
): Promise<ObsServer> => {
  const world = createWorld(options.world);
  const asked: { type: string; data: Data }[] = [];
  const heard: string[] = [];
  const subscribed = new Map<WebSocket, number>();
  let password = options.password;
  let meddle: Meddle | undefined;

  const server = new WebSocketServer({
    host: '127.0.0.1',
    port: options.port ?? 0,
    handleProtocols: (offered) => (offered.has('obswebsocket.json') ? 'obswebsocket.json' : false),
  });
  await new Promise<void>((resolve, reject) => {
    server.once('listening', resolve);
    server.once('error', reject);
  });

  const send = (socket: WebSocket, op: number, d: Data): void => socket.send(JSON.stringify({ op, d }));

  const emit = (intent: number, eventType: string, eventData: Data): void => {
    for (const [socket, mask] of subscribed)
      if ((mask & intent) !== 0) send(socket, 5, { eventType, eventIntent: intent, eventData });
  };

  const version = (): Data => ({
    obsVersion: options.obsVersion ?? '30.2.3',
    obsWebSocketVersion: '5.5.2',
    rpcVersion: 1,
    availableRequests: ['GetVersion', ...Object.keys(requests)].filter(
      (name) => options.without?.includes(name) !== true,
    ),
    supportedImageFormats: ['png'],
    platform: 'windows',
    platformDescription: 'Windows 11',
  });

  const carryOut = (type: string, data: Data): Data => {
    const requestType = type;
    try {
      const handle = requests[type];
      if (handle === undefined && type !== 'GetVersion')
        throw new Refusal(204, 'Your request type is not valid.');
      const responseData = handle === undefined ? version() : handle(world, data, emit);
      return {
        requestType,
        requestStatus: { result: true, code: 100 },
        ...(responseData === undefined ? {} : { responseData }),
      };
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      return { requestType, requestStatus: { result: false, code: error.code, comment: error.message } };
    }
  };

  const onRequest = (socket: WebSocket, d: Data): void => {
    const [type, id] = [String(d.requestType), String(d.requestId)];
    const data = (d.requestData ?? {}) as Data;
    asked.push({ type, data });
    if (meddle?.({ type, id, data, socket }) === 'answered') return;
    send(socket, 7, { requestId: id, ...carryOut(type, data) });
  };

  const onBatch = (socket: WebSocket, d: Data): void => {
    const batch = (d.requests ?? []) as { requestType: string; requestData?: Data }[];
    const results = batch.map(({ requestType, requestData }) => carryOut(requestType, requestData ?? {}));
    send(socket, 9, { requestId: d.requestId, results });
  };

  const accept = (socket: WebSocket): void => {
    const [salt, challenge] = [randomBytes(16).toString('base64'), randomBytes(16).toString('base64')];
    const expected = password;

    const identify = (d: Data): void => {
      if (expected !== undefined && !isRight(d.authentication, expected, salt, challenge))
        socket.close(close.authenticationFailed, 'Authentication failed.');
      else if (d.rpcVersion !== (options.rpcVersion ?? 1))
        socket.close(close.unsupportedRpc, 'Your requested RPC version is not supported by this server.');
      else {
        // Without a mask all but the high-volume events.
        subscribed.set(socket, typeof d.eventSubscriptions === 'number' ? d.eventSubscriptions : 2047);
        send(socket, 2, { negotiatedRpcVersion: d.rpcVersion });
      }
    };

    socket.on('message', (raw) => {
      heard.push(String(raw));
      const frame = parse(String(raw));
      if (frame === undefined) socket.close(close.undecodable, 'The message is not JSON.');
      else if (frame.op === 1) identify(frame.d);
      else if (!subscribed.has(socket)) socket.close(close.notIdentified, 'You are not identified.');
      else if (frame.op === 6) onRequest(socket, frame.d);
      else if (frame.op === 8) onBatch(socket, frame.d);
      else socket.close(close.unknownOpCode, 'Unknown OpCode.');
    });
    socket.on('close', () => subscribed.delete(socket));
    send(socket, 0, {
      obsWebSocketVersion: '5.5.2',
      rpcVersion: options.rpcVersion ?? 1,
      ...(expected === undefined ? {} : { authentication: { challenge, salt } }),
    });
  };
  server.on('connection', accept);

  return {
    port: (server.address() as AddressInfo).port,
    world,
    asked,
    heard,
    clients: () => subscribed.size,
    emit,
    meddle: (next) => {
      meddle = next;
    },
    switchTo: (scene) => {
      carryOut('SetCurrentProgramScene', { sceneName: scene });
    },
    hangUp: (code) => {
      for (const socket of server.clients) socket.close(code);
    },
    setPassword: (next) => {
      password = next;
    },
    stop: () =>
      new Promise((resolve) => {
        for (const socket of server.clients) socket.terminate();
        server.close(() => resolve());
      }),
  };
};
