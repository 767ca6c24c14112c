import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { readPageAssets } from '../../core/page/page-assets.ts';
import type { Router } from '../../core/router.ts';
import type { Publish } from '../../core/state/mirror.ts';
import { secureHeaders, sendAsset, sendEmpty, sendFailure, sendLocked } from './panel-answers.ts';
import { createPanelSession, sameSecret } from './panel-session.ts';
import { createPanelSocket } from './panel-socket.ts';

/** 127.0.0.1 and nothing else: the panel is for this machine. */
const LOOPBACK = '127.0.0.1';
/** ms; a connection that dawdles must not keep the panel out. */
const patience = {
  requestTimeout: 10_000,
  headersTimeout: 10_000,
  connectionsCheckingInterval: 5000,
} as const;

export type PanelServer = {
  readonly port: number;
  /** The address that lets its opener in. */
  readonly url: string;
  readonly publish: Publish;
  readonly close: () => Promise<void>;
};

/**
 * Serves the panel and its socket on loopback. Every request must name this host, and everything but the entrance
 * must carry the session cookie; the socket must come from our own page besides.
 */
export const startPanelServer = async (options: {
  readonly assets: string;
  readonly port: number;
  readonly secret: string;
  readonly focusToken: string;
  readonly router: Router;
  readonly overlayOrigin: () => string | undefined;
  readonly onFocus: () => void;
}): Promise<PanelServer> => {
  let port = options.port;
  const session = createPanelSession(options.secret, () => port);
  const hosts = () => [`${LOOPBACK}:${port}`, `localhost:${port}`];
  const origins = () => hosts().map((host) => `http://${host}`);

  const socket = createPanelSocket({
    router: options.router,
    allows: (request) =>
      request.url === '/panel-socket' &&
      hosts().includes(request.headers.host ?? '') &&
      origins().includes(request.headers.origin ?? '') &&
      session.allows(request.headers.cookie),
  });

  // Read beside everything else; the first request comes later than that.
  const reading = readPageAssets(options.assets);

  const enter = (response: ServerResponse, key: string | null) => {
    if (key === null || !session.isKey(key)) return sendLocked(response);
    return sendEmpty(response, 303, { 'set-cookie': session.setCookie(), location: '/' });
  };

  const focus = (request: IncomingMessage, response: ServerResponse) => {
    const token = request.headers['x-livedeck-focus'];
    if (typeof token !== 'string' || !sameSecret(token, options.focusToken)) return sendEmpty(response, 404);
    options.onFocus();
    return sendEmpty(response, 204);
  };

  const file = async (request: IncomingMessage, response: ServerResponse, path: string) => {
    const assets = await reading;
    if (!assets.ok) return sendFailure(response, assets.error);
    const asset = assets.value.get(path === 'index.html' ? '' : path);
    return asset === undefined ? sendEmpty(response, 404) : sendAsset(request, response, asset);
  };

  const answer = (request: IncomingMessage, response: ServerResponse): void | Promise<void> => {
    const site = { hosts: hosts(), overlayOrigin: options.overlayOrigin() };
    for (const [name, value] of Object.entries(secureHeaders(site))) response.setHeader(name, value);
    if (!site.hosts.includes(request.headers.host ?? '')) return sendEmpty(response, 421);
    const base = `http://${LOOPBACK}`;
    if (!URL.canParse(request.url ?? '', base)) return sendEmpty(response, 400);
    const { pathname, searchParams } = new URL(request.url ?? '', base);
    const reads = request.method === 'GET' || request.method === 'HEAD';
    if (pathname === '/enter' && reads) return enter(response, searchParams.get('key'));
    if (pathname === '/focus' && request.method === 'POST') return focus(request, response);
    if (!session.allows(request.headers.cookie)) return sendLocked(response);
    return reads ? file(request, response, pathname.slice(1)) : sendEmpty(response, 404);
  };

  const server = createServer(patience, (request, response) => {
    void answer(request, response);
  });

  await new Promise<void>((listening, failed) => {
    server.once('error', failed);
    server.listen({ host: LOOPBACK, port, exclusive: true }, () => {
      server.off('error', failed);
      listening();
    });
  });
  const address = server.address();
  if (address !== null && typeof address === 'object') port = address.port;
  server.on('upgrade', socket.upgrade);

  return {
    port,
    url: `http://${LOOPBACK}:${port}/enter?key=${options.secret}`,
    publish: socket.publish,
    close: async () => {
      socket.close();
      const closed = new Promise<void>((resolve) => server.close(() => resolve()));
      server.closeAllConnections();
      await closed;
    },
  };
};
