import fastifyStatic from '@fastify/static';
import fastify, { type FastifyReply, type FastifyRequest } from 'fastify';
import type { Router } from '../../core/router.ts';
import type { Publish } from '../../core/state/mirror.ts';
import { createPanelSession, sameSecret } from './panel-session.ts';
import { createPanelSocket } from './panel-socket.ts';

/** 127.0.0.1 and nothing else: the panel is for this machine. */
const LOOPBACK = '127.0.0.1';

const contentSecurityPolicy = (port: number, overlayOrigin: string | undefined) =>
  [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "style-src-attr 'unsafe-inline'",
    "img-src 'self' data: https:",
    "font-src 'self'",
    `connect-src 'self' ws://${LOOPBACK}:${port} ws://localhost:${port}`,
    `frame-src ${overlayOrigin ?? "'none'"}`,
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join('; ');

const lockedPage = `<!doctype html><meta charset="utf-8"><title>Livedeck</title><p>This page belongs to Livedeck on this computer. Open it with the address that <code>npm start</code> printed.</p><p lang="zh-CN">此页面属于本机的 Livedeck，请使用 <code>npm start</code> 输出的地址打开。</p>`;

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

  const server = fastify({ logger: false, bodyLimit: 64 * 1024, forceCloseConnections: true });

  const enter = async (request: FastifyRequest, reply: FastifyReply) => {
    const { key } = request.query as { readonly key?: unknown };
    if (typeof key !== 'string' || !session.isKey(key))
      return reply.code(403).type('text/html').send(lockedPage);
    return reply.header('set-cookie', session.setCookie()).redirect('/', 303);
  };

  server.addHook('onRequest', async (request, reply) => {
    reply.headers({
      'content-security-policy': contentSecurityPolicy(port, options.overlayOrigin()),
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
      'cross-origin-resource-policy': 'same-origin',
      'cross-origin-opener-policy': 'same-origin',
      'cache-control': 'no-store',
      'permissions-policy': 'camera=(), microphone=(), geolocation=()',
    });
    if (!hosts().includes(request.headers.host ?? '')) return reply.code(421).send();
    const path = request.url.split('?')[0];
    if (path === '/enter' || path === '/focus') return;
    if (!session.allows(request.headers.cookie)) return reply.code(403).type('text/html').send(lockedPage);
  });

  server.get('/enter', enter);
  server.post('/focus', async (request, reply) => {
    const token = request.headers['x-livedeck-focus'];
    if (typeof token !== 'string' || !sameSecret(token, options.focusToken)) return reply.code(404).send();
    options.onFocus();
    return reply.code(204).send();
  });
  await server.register(fastifyStatic, { root: options.assets, dotfiles: 'deny', cacheControl: false });

  await server.listen({ host: LOOPBACK, port });
  const address = server.server.address();
  if (address !== null && typeof address === 'object') port = address.port;
  server.server.on('upgrade', socket.upgrade);

  return {
    port,
    url: `http://${LOOPBACK}:${port}/enter?key=${options.secret}`,
    publish: socket.publish,
    close: async () => {
      socket.close();
      await server.close();
    },
  };
};
