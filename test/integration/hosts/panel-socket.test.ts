import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { WebSocket } from 'ws';
import { ok } from '../../../main/contract/result.ts';
import type { Router } from '../../../main/core/router.ts';
import { createPanelSocket } from '../../../main/hosts/browser/panel-socket.ts';

const MB = 1024 * 1024;
const router: Router = { call: async () => ok({}) };
const panels = createPanelSocket({ router, allows: () => true });
const server = createServer();
server.on('upgrade', panels.upgrade);

beforeAll(async () => {
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
});
afterAll(async () => {
  panels.close();
  server.closeAllConnections();
  server.close();
  await once(server, 'close');
});

const open = async () => {
  const { port } = server.address() as AddressInfo;
  const socket = new WebSocket(`ws://127.0.0.1:${port}/`);
  const heard = { bytes: 0 };
  socket.on('message', (data: Buffer) => {
    heard.bytes += data.length;
  });
  await once(socket, 'open');
  return { socket, heard };
};

it('a panel that stands still is let go of before it fills the memory, and the others hear everything', async () => {
  const [frozen, awake] = [await open(), await open()];
  frozen.socket.pause();
  const news = { topic: 'overlays', revision: 1, patch: { main: 'x'.repeat(MB) } } as never;
  for (let sent = 0; sent < 60; sent += 1) {
    panels.publish('state:patch', news);
    // The awake one reads each before the next is sent.
    await expect.poll(() => awake.heard.bytes).toBeGreaterThanOrEqual((sent + 1) * MB);
  }
  expect(panels.panels()).toBe(1);
  expect(awake.socket.readyState).toBe(WebSocket.OPEN);
  awake.socket.close();
  frozen.socket.terminate();
});
