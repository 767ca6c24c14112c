import { createServer, type Server } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { createObsRig, is, type ObsRig } from './obs-rig.ts';

const password = 'test only';
const closing: (() => unknown)[] = [];

afterEach(async () => {
  for (const close of closing.splice(0).reverse()) await close();
});

const startRig = (options: Parameters<typeof createObsRig>[0]): ObsRig => {
  const rig = createObsRig(options);
  closing.push(rig.dispose);
  return rig;
};

describe('something else on the port', () => {
  const listen = async (answer: (server: Server) => void): Promise<number> => {
    const server = createServer();
    answer(server);
    await new Promise<void>((resolve) => {
      server.listen(0, '127.0.0.1', resolve);
    });
    closing.push(() => new Promise((resolve) => server.close(resolve)));
    const address = server.address();
    return typeof address === 'object' && address !== null ? address.port : 0;
  };

  it('is told from OBS when it is a web server', async () => {
    const port = await listen((server) =>
      server.on('connection', (socket) => {
        socket.on('error', () => undefined);
        socket.once('data', () => socket.end('HTTP/1.1 404 Not Found\r\ncontent-length: 0\r\n\r\n'));
      }),
    );
    const rig = startRig({ port, password });
    rig.service.connect();
    expect((await rig.until(is('unreachable'))).error.text.en).toContain('not as OBS does');
  });

  it('does not hold the connection up when it says nothing at all', async () => {
    const sockets = new Set<{ destroy: () => void }>();
    const port = await listen((server) => server.on('connection', (socket) => sockets.add(socket)));
    closing.push(() => {
      for (const socket of sockets) socket.destroy();
    });
    const clock = {
      now: Date.now,
      monotonic: () => performance.now(),
      setTimeout: (run: () => void, ms: number) => setTimeout(run, ms / 50),
      clearTimeout,
    };
    const rig = startRig({ port, password, clock });
    rig.service.connect();
    expect((await rig.until(is('unreachable'))).error.code).toBe('unavailable');
  });
});
