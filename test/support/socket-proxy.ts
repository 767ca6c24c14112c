import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { WebSocket, WebSocketServer } from 'ws';

/** What the client gets in place of a frame. */
export type Change = (frame: string) => readonly (string | Buffer)[];
const asItIs: Change = (frame) => [frame];

/**
 * Stands between the SDK and the service. What the client says goes on unchanged; what the service says goes through
 * `change`, which may turn it into anything.
 */
export const startSocketProxy = async (target: string) => {
  let change = asItIs;
  const server = new WebSocketServer({ host: '127.0.0.1', port: 0 });
  await once(server, 'listening');
  server.on('connection', (client, request) => {
    const service = new WebSocket(`${target}${request.url ?? ''}`);
    const early: { readonly data: Buffer; readonly binary: boolean }[] = [];
    client.on('message', (data: Buffer, binary) => {
      if (service.readyState === WebSocket.OPEN) service.send(data, { binary });
      else early.push({ data, binary });
    });
    service.on('open', () => {
      for (const { data, binary } of early.splice(0)) service.send(data, { binary });
    });
    service.on('message', (data: Buffer, binary) => {
      for (const frame of change(data.toString('utf8')))
        if (client.readyState === WebSocket.OPEN) client.send(Buffer.from(frame), { binary });
    });
    const end = () => {
      client.terminate();
      service.terminate();
    };
    for (const socket of [client, service]) {
      socket.on('close', end);
      socket.on('error', end);
    }
  });
  return {
    url: `ws://127.0.0.1:${(server.address() as AddressInfo).port}`,
    setChange: (next: Change | undefined) => {
      change = next ?? asItIs;
    },
    stop: async () => {
      for (const client of server.clients) client.terminate();
      server.close();
      await once(server, 'close');
    },
  };
};
export type SocketProxy = Awaited<ReturnType<typeof startSocketProxy>>;
