import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';

/** What the server understood of one request. */
export type SeenRequest = Readonly<{
  /** `<service>/<command>`. */
  path: string;
  query: URLSearchParams;
  method: string;
  text: string;
  body: Readonly<Record<string, unknown>>;
  at: number;
}>;

/** How one request is treated. `acts` = the service does what is asked, whatever it answers. */
export type Behaviour = Readonly<{
  acts: boolean;
  respond: (response: ServerResponse, request: SeenRequest) => void;
}>;

const json = (response: ServerResponse, status: number, body: unknown, headers = {}): void => {
  response.writeHead(status, { 'content-type': 'application/json', ...headers });
  response.end(JSON.stringify(body));
};

const plain = (status: number, type: string, text: string): Behaviour['respond'] => {
  return (response) => {
    response.writeHead(status, { 'content-type': type });
    response.end(text);
  };
};

const HTML = '<!doctype html><html><body><h1>Sign in to this network</h1></body></html>';

/** Every way in which an answer can go wrong. */
export const behave = {
  /** Does it and says so. */
  well: (fields: Readonly<Record<string, unknown>> = {}): Behaviour => ({
    acts: true,
    respond: (response) =>
      json(response, 200, { ActionStatus: 'OK', ErrorInfo: '', ErrorCode: 0, ...fields }),
  }),
  refuse: (code: number, info = ''): Behaviour => ({
    acts: false,
    respond: (response) => json(response, 200, { ActionStatus: 'FAIL', ErrorInfo: info, ErrorCode: code }),
  }),
  /** The service acts, and its gateway gives up waiting for it. */
  gatewayTimeOut: (): Behaviour => ({
    acts: true,
    respond: (response) => json(response, 200, { ActionStatus: 'FAIL', ErrorInfo: '', ErrorCode: 60008 }),
  }),
  status: (status: number, acts = false): Behaviour => ({
    acts,
    respond: plain(status, 'text/html', HTML),
  }),
  htmlPage: (): Behaviour => ({ acts: false, respond: plain(200, 'text/html', HTML) }),
  notUtf8: (): Behaviour => ({
    acts: false,
    respond: (response) => response.end(Buffer.from([0xff, 0xfe, 0x80, 0x81])),
  }),
  halfJson: (acts = true): Behaviour => ({
    acts,
    respond: plain(200, 'application/json', '{"ActionStatus":"OK","ErrorInfo":"","Err'),
  }),
  noEnvelope: (): Behaviour => ({ acts: false, respond: plain(200, 'application/json', '{"hello":1}') }),
  /** The connection breaks in the middle of the body. */
  breakOff: (acts = true): Behaviour => ({
    acts,
    respond: (response) => {
      response.writeHead(200, { 'content-type': 'application/json', 'content-length': '500' });
      response.write('{"ActionStatus":"OK",', () => response.destroy());
    },
  }),
  /** The connection breaks before any answer. */
  hangUp: (acts: boolean): Behaviour => ({ acts, respond: (response) => response.destroy() }),
  /** No answer ever. */
  silence: (acts: boolean): Behaviour => ({ acts, respond: () => undefined }),
  /** An answer without end, in pieces and without a length. */
  flood: (): Behaviour => ({
    acts: false,
    respond: (response) => {
      response.writeHead(200, { 'content-type': 'application/json' });
      const piece = Buffer.alloc(256 * 1024, ' ');
      const pour = (): void => {
        while (!response.destroyed && response.write(piece));
      };
      response.on('drain', pour);
      pour();
    },
  }),
  announceHuge: (): Behaviour => ({
    acts: false,
    respond: (response) => {
      response.writeHead(200, { 'content-length': String(64 * 1024 * 1024) });
      response.write('{');
    },
  }),
  redirect: (location: string): Behaviour => ({
    acts: false,
    respond: (response) => {
      response.writeHead(307, { location });
      response.end();
    },
  }),
  raw: (text: string, headers: Readonly<Record<string, string>> = {}): Behaviour => ({
    acts: true,
    respond: (response) => {
      response.writeHead(200, { 'content-type': 'application/json', ...headers });
      response.end(text);
    },
  }),
} as const;

export type RestFaultServer = Readonly<{
  url: string;
  /** Every request, as it came. */
  seen: SeenRequest[];
  /** The requests that the service acted on; a repeated `Random` counts once, as with the service. */
  acted: SeenRequest[];
  /** How the next requests of a command are treated, in turn; then it behaves well again. */
  next: (command: string, ...behaviours: readonly Behaviour[]) => void;
  /** How a command is treated from now on. */
  always: (command: string, behaviour: Behaviour) => void;
  /** Resolves when so many requests have come in all. */
  reached: (count: number) => Promise<void>;
  [Symbol.asyncDispose]: () => Promise<void>;
}>;

const read = async (request: IncomingMessage): Promise<SeenRequest> => {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part);
  const text = Buffer.concat(parts).toString('utf8');
  const url = new URL(request.url ?? '/', 'http://localhost');
  return {
    path: url.pathname.replace(/^\/v4\//, ''),
    query: url.searchParams,
    method: request.method ?? '',
    text,
    body: JSON.parse(text),
    at: performance.now(),
  };
};

/** A REST service on a real socket that does, for each request, exactly what a test tells it to. */
export const createRestFaultServer = async (): Promise<RestFaultServer> => {
  const seen: SeenRequest[] = [];
  const acted: SeenRequest[] = [];
  const queued = new Map<string, Behaviour[]>();
  const standing = new Map<string, Behaviour>();
  const watchers = new Set<() => void>();
  const randoms = new Set<string>();

  const act = (request: SeenRequest): void => {
    const random = request.body.Random;
    const mark = `${request.path} ${random}`;
    if (random !== undefined && randoms.has(mark)) return;
    randoms.add(mark);
    acted.push(request);
  };

  const server = createServer(async (request, response) => {
    const one = await read(request);
    const command = one.path.split('/').at(-1) ?? '';
    const behaviour = queued.get(command)?.shift() ?? standing.get(command) ?? behave.well();
    seen.push(one);
    if (behaviour.acts) act(one);
    behaviour.respond(response, one);
    for (const check of [...watchers]) check();
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;

  return {
    url: `http://127.0.0.1:${port}`,
    seen,
    acted,
    next: (command, ...behaviours) => queued.set(command, [...behaviours]),
    always: (command, behaviour) => standing.set(command, behaviour),
    reached: (count) =>
      new Promise((resolve) => {
        const check = (): void => {
          if (seen.length < count) return;
          watchers.delete(check);
          resolve();
        };
        watchers.add(check);
        check();
      }),
    [Symbol.asyncDispose]: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
};
