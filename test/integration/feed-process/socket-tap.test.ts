import { once } from 'node:events';
import { type AddressInfo, createServer, type Socket } from 'node:net';
import { deflateSync, gzipSync } from 'node:zlib';
import { afterEach, describe, expect, it } from 'vitest';
import { type WebSocket, WebSocketServer } from 'ws';
import { createSdk } from '../../../main/feed-process/sdk.ts';
import { createSocketTap } from '../../../main/feed-process/socket-tap.ts';

const cleanUp: (() => void)[] = [];
afterEach(() => {
  for (const end of cleanUp.splice(0)) end();
});

const tapOf = (handshakeMs?: number) => {
  const heard: (number | 'good')[] = [];
  const tap = createSocketTap({
    now: Date.now,
    monotonic: () => performance.now(),
    onFailedPoll: (code) => heard.push(code),
    onGoodPoll: () => heard.push('good'),
    ...(handshakeMs !== undefined && { handshakeMs }),
  });
  return { tap, heard };
};

const poll = (body: unknown, head = {}) =>
  JSON.stringify({ head: { servcmd: 'group_open_long_polling_http_svc.get_msg', seq: 7, ...head }, body });
const refused = { ActionStatus: 'FAIL', ErrorCode: 10007, ErrorInfo: 'not a member' };
const compressed = (pack: (text: string) => Buffer, text: string) =>
  Buffer.concat([Buffer.from('COMP'), pack(text)]);

/** What the tap makes of frames that a server sends. */
const heardOf = async (...frames: readonly Buffer[]) => {
  const server = new WebSocketServer({ host: '127.0.0.1', port: 0 });
  cleanUp.push(() => server.close());
  await once(server, 'listening');
  server.on('connection', (client: WebSocket) => {
    for (const frame of frames) client.send(frame, { binary: true });
    client.close();
  });
  const { tap, heard } = tapOf();
  const socket = new tap.Socket(`ws://127.0.0.1:${(server.address() as AddressInfo).port}`);
  await once(socket, 'close');
  return heard;
};

describe('the socket that the SDK is given', () => {
  it('sees a refused poll, plain or packed by zlib or gzip', async () => {
    const text = poll(refused);
    const frames = [Buffer.from(text), compressed(deflateSync, text), compressed(gzipSync, text)];
    expect(await heardOf(...frames)).toEqual([10007, 10007, 10007]);
  });

  it('sees one whose whole head came back', async () => {
    const head = { a2: 'a'.repeat(600), tinyid: '144115', sdkability_ext: 'x'.repeat(300) };
    expect(await heardOf(Buffer.from(poll(refused, head)))).toEqual([10007]);
  });

  it('takes messages for good, however they come and whatever they say', async () => {
    const said = poll({ ErrorCode: 0, RspMsgList: [{ Text: `"ErrorCode":10007${' '.repeat(900)}` }] });
    const many = poll({
      ErrorCode: 0,
      RspMsgList: Array.from({ length: 90 }, () => ({ Text: 'hello hello' })),
    });
    const frames = [Buffer.from(said), compressed(gzipSync, many), Buffer.from('COMPnonsense')];
    expect(await heardOf(...frames)).toEqual(['good', 'good', 'good']);
  });

  it('says nothing of polls when something else is answered, well or not', async () => {
    const head = { servcmd: 'group_open_http_svc.get_group_public_info' };
    expect(
      await heardOf(Buffer.from(poll({ ErrorCode: 0 }, head)), Buffer.from(poll(refused, head))),
    ).toEqual([]);
  });

  it('gives up a server that takes the connection and never answers', async () => {
    const taken: Socket[] = [];
    const server = createServer((socket) => taken.push(socket)).listen(0, '127.0.0.1');
    cleanUp.push(() => {
      for (const socket of taken) socket.destroy();
      server.close();
    });
    await once(server, 'listening');
    const { tap } = tapOf(50);
    const socket = new tap.Socket(`ws://127.0.0.1:${(server.address() as AddressInfo).port}`);
    await new Promise((done) => socket.once('close', done));
    expect(taken).toHaveLength(1);
    expect(tap.isOpen()).toBe(false);
  });
});

describe('the SDK without a proxy', () => {
  it.each([
    [false, 'wss://1400000000w4c.my-imcloud.com/'],
    [true, 'wss://wss.im.qcloud.com/'],
  ])('begins, skipping the app’s own host or not (%s), with %s', async (skipOwnHost, host) => {
    const addresses: string[] = [];
    /** Connects to nothing. */
    class NoSocket {
      constructor(address: string) {
        addresses.push(address);
      }
      readonly readyState = 0;
      readonly send = () => undefined;
      readonly close = () => undefined;
    }
    const sdk = createSdk({ sdkAppId: 1_400_000_000, Socket: NoSocket, skipOwnHost });
    cleanUp.push(() => void sdk.destroy().catch(() => undefined));
    expect(addresses[0]).toContain(host);
  });
});
