import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { type WebSocket as ServerSocket, WebSocketServer } from 'ws';
import type { CallFrame } from '../../../main/contract/panel-wire.ts';
import { topicNames } from '../../../main/contract/state.ts';
import { type Bridge, createBridge } from '../../../renderer/panel/bridge/bridge.ts';
import type { Clock } from '../../../renderer/panel/bridge/clock.ts';
import { createPreloadTransport } from '../../../renderer/panel/bridge/preload-transport.ts';
import { createSocketTransport } from '../../../renderer/panel/bridge/socket-transport.ts';
import { createTopics } from '../../../renderer/panel/bridge/topics.ts';

const closers: (() => void)[] = [];
afterEach(() => {
  for (const close of closers.splice(0)) close();
});

/** Real time, but with the waits of the bridge cut short. */
const hurriedClock: Clock = {
  now: () => Date.now(),
  monotonic: () => performance.now(),
  after: (ms, task) => {
    const timer = setTimeout(task, ms / 50);
    return () => clearTimeout(timer);
  },
  frame: (task) => {
    const timer = setTimeout(task, 0);
    return () => clearTimeout(timer);
  },
  inputWaits: () => false,
};

const startServer = async (answer: (frame: CallFrame, socket: ServerSocket) => void, port = 0) => {
  const server = new WebSocketServer({ port, host: '127.0.0.1' });
  await new Promise<void>((done) => server.once('listening', done));
  server.on('connection', (socket) => {
    socket.on('message', (data) => answer(JSON.parse(data.toString()) as CallFrame, socket));
  });
  const stop = () => {
    for (const socket of server.clients) socket.terminate();
    server.close();
  };
  closers.push(stop);
  return { server, stop, port: (server.address() as AddressInfo).port };
};

const connect = (port: number): Bridge => {
  const bridge = createBridge({
    clock: hurriedClock,
    connect: (listeners) =>
      createSocketTransport({
        ...listeners,
        clock: hurriedClock,
        random: () => 0.5,
        url: `ws://127.0.0.1:${port}`,
        openSocket: (url) => new WebSocket(url),
      }),
  });
  closers.push(bridge.dispose);
  return bridge;
};

const becomes = (bridge: Bridge, state: string): Promise<void> =>
  new Promise((done) => {
    if (bridge.link.getState().state === state) return done();
    const stop = bridge.link.subscribe((link) => {
      if (link.state !== state) return;
      stop();
      done();
    });
  });

const reply = (socket: ServerSocket, id: number, result: unknown) =>
  socket.send(JSON.stringify({ id, result }));

describe('the bridge over a WebSocket', () => {
  it('carries a call and its answer', async () => {
    const { port } = await startServer((frame, socket) =>
      reply(socket, frame.id, { ok: true, value: { itemId: `heard ${frame.call}` } }),
    );
    const bridge = connect(port);
    await becomes(bridge, 'up');
    const answer = await bridge.call('room:say', { roomKey: 'a/r', text: 'hi' });
    expect(answer).toEqual({ ok: true, value: { itemId: 'heard room:say' } });
  });

  it('answers calls that are in flight with an error when the host goes away', async () => {
    const { port } = await startServer((_, socket) => socket.terminate());
    const bridge = connect(port);
    await becomes(bridge, 'up');
    const answer = await bridge.call('room:say', { roomKey: 'a/r', text: 'hi' });
    expect(answer).toMatchObject({ ok: false, error: { code: 'unavailable', retryable: true } });
  });

  it('answers at once with an error while the host is away', async () => {
    const { port, stop } = await startServer(() => undefined);
    const bridge = connect(port);
    await becomes(bridge, 'up');
    stop();
    await becomes(bridge, 'away');
    expect(await bridge.call('rehearsal:stop', {})).toMatchObject({
      ok: false,
      error: { code: 'unavailable' },
    });
  });

  it('says so when an answer takes too long', async () => {
    const { port } = await startServer(() => undefined);
    const bridge = connect(port);
    await becomes(bridge, 'up');
    expect(await bridge.call('rehearsal:stop', {})).toMatchObject({ ok: false, error: { code: 'timeout' } });
  });

  it('is back when the host is back, and reads the topics again', async () => {
    const settings = (language: string) => (frame: CallFrame, socket: ServerSocket) =>
      reply(socket, frame.id, {
        ok: true,
        value: {
          revision: 1,
          value:
            frame.call === 'state:get' && JSON.stringify(frame.input).includes('settings')
              ? { language }
              : {},
        },
      });
    const first = await startServer(settings('en'));
    const bridge = connect(first.port);
    const topics = createTopics({ bridge, clock: hurriedClock });
    closers.push(topics.dispose);
    const languageIs = (language: string) =>
      new Promise<void>((done) => {
        const check = () => topics.values.getState().settings?.language === language && done();
        topics.values.subscribe(check);
        check();
      });
    await languageIs('en');
    first.stop();
    await becomes(bridge, 'away');
    await startServer(settings('zh-CN'), first.port);
    await languageIs('zh-CN');
    expect(bridge.link.getState().state).toBe('up');
  });

  it('brings all topics in one answer and tells of them once; one that did not come is asked for', async () => {
    const asked: unknown[] = [];
    const { port } = await startServer((frame, socket) => {
      asked.push([frame.call, frame.input]);
      const snapshot = { revision: 1, value: frame.call === 'state:get' ? { running: null } : {} };
      const all = topicNames
        .filter((topic) => topic !== 'rehearsal')
        .map((topic) => ({ topic, revision: 1, value: {} }));
      reply(socket, frame.id, { ok: true, value: frame.call === 'state:all' ? all : snapshot });
    });
    const bridge = connect(port);
    const topics = createTopics({ bridge, clock: hurriedClock });
    closers.push(topics.dispose);
    let told = 0;
    topics.values.subscribe(() => {
      told += 1;
    });
    await topics.begun;
    expect(topics.values.getState()).toMatchObject({ rooms: {}, accounts: {}, held: {} });
    expect(told).toBe(1);
    await expect.poll(() => topics.values.getState().rehearsal).toEqual({ running: null });
    expect(asked).toEqual([
      ['state:all', {}],
      ['state:get', { topic: 'rehearsal' }],
    ]);
  });

  it('lets nothing through that is not in the contract, and tells the host', async () => {
    const reports: unknown[] = [];
    const { server, port } = await startServer((frame, socket) => {
      if (frame.call === 'app:report-error') reports.push(frame.input);
      else socket.send('not even JSON');
      reply(socket, frame.id, { ok: true, value: 'not what was promised' });
    });
    const bridge = connect(port);
    const heard: unknown[] = [];
    bridge.on('feed:purge', (payload) => heard.push(payload));
    await becomes(bridge, 'up');
    for (const socket of server.clients)
      socket.send(JSON.stringify({ event: 'feed:purge', payload: { roomKey: 3 } }));
    expect(await bridge.call('room:say', { roomKey: 'a/r', text: 'hi' })).toMatchObject({
      ok: false,
      error: { code: 'internal' },
    });
    expect(heard).toEqual([]);
    await expect.poll(() => reports.length).toBe(3);
  });

  it('hands an event to every listener until it stops listening', async () => {
    const { server, port } = await startServer(() => undefined);
    const bridge = connect(port);
    const heard: string[] = [];
    const stop = bridge.on('app:focus', () => heard.push('first'));
    bridge.on('app:focus', () => heard.push('second'));
    await becomes(bridge, 'up');
    const focus = () => {
      for (const socket of server.clients) socket.send(JSON.stringify({ event: 'app:focus', payload: {} }));
    };
    focus();
    await expect.poll(() => heard).toEqual(['first', 'second']);
    stop();
    focus();
    await expect.poll(() => heard).toEqual(['first', 'second', 'second']);
  });
});

describe('the bridge over the preload', () => {
  it('carries calls and events, and turns a thrown failure into an error', async () => {
    const listeners = new Map<string, (payload: unknown) => void>();
    const bridge = createBridge({
      clock: hurriedClock,
      connect: (heard) =>
        createPreloadTransport(
          {
            call: (name) =>
              name === 'room:say'
                ? Promise.resolve({ ok: true, value: { itemId: 'x' } })
                : Promise.reject(new Error('the window is closing')),
            on: (name, listener) => {
              listeners.set(name, listener);
              return () => listeners.delete(name);
            },
          },
          heard,
        ),
    });
    let focused = 0;
    bridge.on('app:focus', () => {
      focused += 1;
    });
    listeners.get('app:focus')?.({});
    expect(focused).toBe(1);
    expect(bridge.link.getState()).toEqual({ state: 'up' });
    expect(await bridge.call('room:say', { roomKey: 'a/r', text: 'hi' })).toEqual({
      ok: true,
      value: { itemId: 'x' },
    });
    expect(await bridge.call('rehearsal:stop', {})).toMatchObject({
      ok: false,
      error: { code: 'unavailable' },
    });
    bridge.dispose();
    expect(listeners.size).toBe(0);
  });
});
