import { createServer, type IncomingMessage, STATUS_CODES } from 'node:http';
import type { Duplex } from 'node:stream';
import { type WebSocket, WebSocketServer } from 'ws';
import type { OverlayClient } from '../../contract/models/overlay.ts';
import type { OverlayHello, OverlayPurge, OverlayServerFrame } from '../../contract/overlay-protocol.ts';
import { ok, type Result } from '../../contract/result.ts';
import type { PageAssets } from '../page/page-assets.ts';
import type { Clock, Log, Ports } from '../ports.ts';
import { createGate, isOwnOrigin, type OverlaySecret } from './gate.ts';
import { listenOnLoopback } from './listen.ts';
import { refuse, sendTo, servePage, titled } from './page-answer.ts';
import { createPageClient, type PageClient } from './page-client.ts';
import { createRateLimit } from './rate-limit.ts';
import { createReceipts, type PurgeReceipt } from './receipts.ts';
import { createWindowTickets } from './window-tickets.ts';

/** A handful of overlays, each in OBS, in a window and in the panel's preview. */
const maxClients = 16;
/** ms; a connection that dawdles must not keep a page out. */
const patience = {
  requestTimeout: 5000,
  headersTimeout: 5000,
  keepAliveTimeout: 5000,
  connectionsCheckingInterval: 2000,
} as const;
/** Far above the biggest frame that a page sends. */
const maxFrameBytes = 16 * 1024;
/** A program that guesses at secrets gets no further than this. */
const guessRate = { burst: 100, perSecond: 10 } as const;
/** Longer than any page that still paints takes; the panel says which overlay did not answer. */
const receiptTimeoutMs = 1500;
const goingAway = 1001;

export type OverlayServerOptions = {
  readonly clock: Clock;
  readonly log: Log;
  readonly randomBytes: Ports['randomBytes'];
  readonly assets: PageAssets;
  /** Origins that may show the page in a frame (the panel, for its preview). */
  readonly frameAncestors: () => readonly string[];
  /** Fills the windows that Livedeck opens; `null` where they are see-through. */
  readonly windowKeyColour: string | null;
  readonly secrets: () => readonly OverlaySecret[];
  readonly hello: (overlayId: string) => OverlayHello;
  readonly onClientsChanged: (overlayId: string) => void;
};

export type OverlayServer = ReturnType<typeof createOverlayServer>;

/** Serves the overlay page and its socket on 127.0.0.1, to whoever knows the secret in the path. */
export const createOverlayServer = (options: OverlayServerOptions) => {
  const { clock, log, assets } = options;
  const clients = new Set<PageClient>();
  const receipts = createReceipts({ clock, timeoutMs: receiptTimeoutMs });
  const tickets = createWindowTickets({ clock, randomBytes: options.randomBytes });
  const guesses = createRateLimit({ now: clock.monotonic, ...guessRate });
  let port = 0;
  let lastClient = 0;

  const gate = createGate({
    hosts: () => [`127.0.0.1:${port}`, `localhost:${port}`],
    secrets: options.secrets,
    allowGuess: guesses.take,
    redeemTicket: tickets.redeem,
  });

  /** Where the page of a window lies, below this server. */
  const addressForWindow = (overlayId: string): string | undefined => {
    const overlay = options.secrets().find((one) => one.overlayId === overlayId);
    const key = options.windowKeyColour === null ? '' : `&key=${options.windowKeyColour.slice(1)}`;
    return overlay && `/o/${overlay.secret}/?window${key}`;
  };

  const server = createServer({ ...patience, maxHeaderSize: 8192 }, (request, response) => {
    const answer = gate(request);
    if ('status' in answer) return refuse(response, answer.status);
    if ('windowOf' in answer) {
      const address = addressForWindow(answer.windowOf);
      return address === undefined ? refuse(response, 404) : sendTo(response, address);
    }
    const { overlayId, path } = answer.admitted;
    const found = assets.get(path);
    if (!found) return refuse(response, 404);
    const asset = path === '' ? titled(found, overlayId) : found;
    const frameAncestors = options.frameAncestors();
    return servePage(response, asset, { host: request.headers.host ?? '', frameAncestors });
  });
  server.maxConnections = 128;
  const sockets = new WebSocketServer({
    noServer: true,
    maxPayload: maxFrameBytes,
    perMessageDeflate: false,
  });

  const welcome = (socket: WebSocket, overlayId: string) => {
    lastClient += 1;
    const id = `c${lastClient}`;
    const client = createPageClient({
      id,
      overlayId,
      socket,
      clock,
      log,
      onChange: () => options.onClientsChanged(overlayId),
      onReceipt: (frame) => receipts.answered(frame.purgeId, id, frame.removed),
      onClose: () => {
        clients.delete(client);
        receipts.gone(id);
        options.onClientsChanged(overlayId);
      },
    });
    clients.add(client);
    client.send(JSON.stringify(options.hello(overlayId)));
  };

  const refuseUpgrade = (socket: Duplex, status: number) => {
    socket.end(
      `HTTP/1.1 ${status} ${STATUS_CODES[status] ?? ''}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`,
    );
  };

  server.on('upgrade', (request: IncomingMessage, socket: Duplex, head: Buffer) => {
    socket.on('error', (error) => log.debug('An overlay connection broke off', { reason: error.message }));
    const answer = gate(request);
    if ('status' in answer) return refuseUpgrade(socket, answer.status);
    if ('windowOf' in answer) return refuseUpgrade(socket, 404);
    if (answer.admitted.path !== 'socket') return refuseUpgrade(socket, 404);
    if (!isOwnOrigin(request)) return refuseUpgrade(socket, 403);
    if (clients.size >= maxClients) return refuseUpgrade(socket, 503);
    return sockets.handleUpgrade(request, socket, head, (opened) =>
      welcome(opened, answer.admitted.overlayId),
    );
  });

  const ofOverlays = (overlayIds: readonly string[]) =>
    [...clients].filter((client) => overlayIds.includes(client.overlayId));

  return {
    start: async (preferredPort: number): Promise<Result<number>> => {
      const listening = await listenOnLoopback(server, preferredPort);
      if (!listening.ok) return listening;
      port = listening.value;
      log.info('The overlay server listens', { port });
      return ok(port);
    },
    port: () => port,
    send: (overlayIds: readonly string[], frame: OverlayServerFrame): void => {
      const text = JSON.stringify(frame);
      for (const client of ofOverlays(overlayIds)) client.send(text);
    },
    /** Orders the purge on every page of these overlays and waits for each one's receipt. */
    purge: (overlayIds: readonly string[], purge: OverlayPurge): Promise<readonly PurgeReceipt[]> => {
      const text = JSON.stringify({ type: 'purge', ...purge } satisfies OverlayServerFrame);
      const answers = ofOverlays(overlayIds).map(async (client): Promise<PurgeReceipt> => {
        const answer = receipts.expect(purge.purgeId, client.id);
        client.order(text);
        const result = await answer;
        client.noteReceipt({ ...result, at: clock.now() });
        // A page says that it is a preview before it answers anything, but not always before it is asked.
        const { overlayId, id: clientId } = client;
        const { preview = false, obs = false } = client.description() ?? {};
        return { ...result, overlayId, clientId, preview, obs };
      });
      return Promise.all(answers);
    },
    clients: (overlayId: string): readonly OverlayClient[] =>
      ofOverlays([overlayId]).flatMap((client) => client.description() ?? []),
    /** An address that leads a window to the page, once and within a minute. */
    windowAddress: (overlayId: string): string =>
      `http://127.0.0.1:${port}/w/${overlayId}?${tickets.issue(overlayId)}`,
    disconnect: (overlayId: string, reason: string): void => {
      for (const client of ofOverlays([overlayId])) client.close(goingAway, reason);
    },
    dispose: async (): Promise<void> => {
      for (const client of clients) client.close(goingAway, 'Livedeck was closed');
      sockets.close();
      const closed = new Promise<void>((resolve) => server.close(() => resolve()));
      server.closeAllConnections();
      if (port !== 0) await closed;
    },
  };
};
