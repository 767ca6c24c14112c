import type { IncomingMessage } from 'node:http';

/** The only address that the service listens on. */
export const loopbackHost = '127.0.0.1';

const allowedNames: ReadonlySet<string> = new Set(['127.0.0.1', 'localhost', '[::1]']);

/** Refuses requests for other hosts' names: a web page could have its own name point at 127.0.0.1. */
export const isForLoopback = (request: IncomingMessage): boolean => {
  const host = request.headers.host ?? '';
  return allowedNames.has(host.replace(/:\d+$/, '').toLowerCase());
};
