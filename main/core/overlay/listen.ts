import type { Server } from 'node:http';
import { appError } from '../../contract/app-error.ts';
import { err, ok, type Result } from '../../contract/result.ts';

const tryPort = (server: Server, port: number): Promise<number | NodeJS.ErrnoException> =>
  new Promise((resolve) => {
    const failed = (error: NodeJS.ErrnoException) => {
      server.off('listening', listening);
      resolve(error);
    };
    const listening = () => {
      server.off('error', failed);
      const address = server.address();
      resolve(typeof address === 'object' && address ? address.port : 0);
    };
    server.once('error', failed);
    server.once('listening', listening);
    server.listen({ port, host: '127.0.0.1', exclusive: true });
  });

/** Listens on loopback: on the preferred port where it is free, so that the URL in OBS stays right, else on any. */
export const listenOnLoopback = async (server: Server, preferredPort: number): Promise<Result<number>> => {
  const first = await tryPort(server, preferredPort);
  if (typeof first === 'number') return ok(first);
  const second = await tryPort(server, 0);
  if (typeof second === 'number') return ok(second);
  const code = second.code ?? 'unknown';
  return err(
    appError(
      'unavailable',
      {
        en: `The overlay could not be served on this computer (${code}).`,
        'zh-CN': `无法在本机提供叠加层（${code}）。`,
      },
      {
        retryable: true,
        remedy: {
          en: 'A firewall or security program may block 127.0.0.1. Allow Livedeck there and try again.',
          'zh-CN': '可能是防火墙或安全软件阻止了 127.0.0.1。请允许 Livedeck 后重试。',
        },
      },
    ),
  );
};
