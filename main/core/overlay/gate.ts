import { createHash, timingSafeEqual } from 'node:crypto';
import type { IncomingMessage } from 'node:http';

/** Where a request is going, once it has passed the gate. */
export type Admitted = { readonly overlayId: string; readonly path: string };
export type GateAnswer =
  | { readonly admitted: Admitted }
  /** A window of ours came with its one-time address and is to go on to the page. */
  | { readonly windowOf: string }
  | { readonly status: 400 | 404 | 405 | 421 | 429 };

export type OverlaySecret = { readonly overlayId: string; readonly secret: string };

const digest = (text: string) => createHash('sha256').update(text).digest();

/** Looks at every overlay, so that the time tells neither which one matched nor how much of it. */
const findBySecret = (secrets: readonly OverlaySecret[], given: string): string | undefined => {
  const wanted = digest(given);
  let found: string | undefined;
  for (const { overlayId, secret } of secrets) {
    if (timingSafeEqual(digest(secret), wanted)) found = overlayId;
  }
  return found;
};

/**
 * Decides whether a request may be served at all. Loopback alone keeps no web page out: a browser will send requests to
 * 127.0.0.1 for any site (obs-websocket #778), hence the Host list against DNS rebinding and the secret in the path.
 */
export const createGate = (options: {
  readonly hosts: () => readonly string[];
  readonly secrets: () => readonly OverlaySecret[];
  /** Only wrong secrets count, so that no flood of them keeps the real page out. */
  readonly allowGuess: () => boolean;
  readonly redeemTicket: (overlayId: string, ticket: string) => boolean;
}) => {
  const wrong = (): GateAnswer => ({ status: options.allowGuess() ? 404 : 429 });

  return (request: IncomingMessage): GateAnswer => {
    if (!options.hosts().includes(request.headers.host ?? '')) return { status: 421 };
    if (request.method !== 'GET') return { status: 405 };
    const [path = '', query = ''] = (request.url ?? '').split('?', 2);
    const [, windowOf] = /^\/w\/([\w-]{1,100})$/.exec(path) ?? [];
    if (windowOf !== undefined) return options.redeemTicket(windowOf, query) ? { windowOf } : wrong();
    const [, given, rest = ''] = /^\/o\/([\w-]{22,64})\/([\w./-]{0,200})$/.exec(path) ?? [];
    if (given === undefined) return { status: 404 };
    const overlayId = findBySecret(options.secrets(), given);
    return overlayId === undefined ? wrong() : { admitted: { overlayId, path: rest } };
  };
};

/** The page opens its socket from its own origin; OBS and every browser say so, other programs' pages cannot lie. */
export const isOwnOrigin = (request: IncomingMessage): boolean =>
  request.headers.origin === `http://${request.headers.host ?? ''}`;
