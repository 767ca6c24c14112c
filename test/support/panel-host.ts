import { createReadStream, existsSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join, normalize } from 'node:path';
import { type WebSocket, WebSocketServer } from 'ws';
import { appError } from '../../main/contract/app-error.ts';
import type { JournalEntry } from '../../main/contract/models/action.ts';
import type { FeedItem } from '../../main/contract/models/feed-item.ts';
import { callFrameSchema } from '../../main/contract/panel-wire.ts';
import { createAudience } from './panel-host/audience.ts';
import { createCalls, type HostParts } from './panel-host/calls.ts';
import { createStateHost } from './panel-host/state-host.ts';
import { ACCOUNT, emptyValues, roomKeyOf } from './panel-host/world.ts';
import { seededRandom } from './random.ts';

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.svg': 'image/svg+xml',
};

/** The policy that the real hosts send with the panel. */
const policy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "style-src-attr 'unsafe-inline'",
  "img-src 'self' https:",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
].join('; ');

export type PanelHost = Awaited<ReturnType<typeof startPanelHost>>;

/**
 * A stand-in for the main process: serves a built panel and speaks the panel's wire with made-up but believable data,
 * so that states which are hard to reach with the real one can be had at will.
 */
export const startPanelHost = async (options: {
  readonly root: string;
  readonly seed?: number;
  readonly port?: number;
}) => {
  const sockets = new Set<WebSocket>();
  const now = () => Date.now();
  const random = seededRandom(options.seed ?? 7);
  const history = new Map<string, FeedItem[]>();
  const journal: JournalEntry[] = [];
  const seen: { call: string; input: unknown }[] = [];
  const timers = new Set<NodeJS.Timeout>();
  const waiting: { readonly goal: number; readonly done: () => void }[] = [];
  let answering = true;
  let told = 0;
  let heldCount = 0;

  const tell = (event: string, payload: unknown) => {
    for (const socket of sockets) socket.send(JSON.stringify({ event, payload }));
  };
  const state = createStateHost(emptyValues(), tell);
  const feed = (roomKey: string, items: readonly FeedItem[], dropped = 0) => {
    history.set(roomKey, [...(history.get(roomKey) ?? []).slice(-30_000), ...items]);
    for (const item of items) {
      if (item.kind !== 'comment' || item.verdict.level !== 'hold') continue;
      heldCount += 1;
      // The queue stands in the order of holding, also within one millisecond.
      const heldAt = now() + heldCount;
      const held = { id: `held-${item.id}`, roomKey, item, heldAt, deadline: now() + 120_000 };
      state.patch('held', { [held.id]: held });
    }
    tell('feed:batch', { roomKey, items, dropped });
    told += items.length;
    for (const one of waiting.filter(({ goal }) => goal <= told)) one.done();
  };
  const refusals: HostParts['refusals'] = {};
  const delays = { action: 40 };
  const calls = createCalls({ state, history, journal, tell, feed, now, refusals, delays });

  const answer = async (data: string) => {
    const frame = callFrameSchema.parse(JSON.parse(data));
    seen.push({ call: frame.call, input: frame.input });
    const refused = frame.call === 'moderation:act' ? undefined : refusals.call?.(frame.call, frame.input);
    const handler = calls[frame.call] as ((input: unknown) => unknown) | undefined;
    const missing = appError('not-ready', { en: 'Not in this stand-in.', 'zh-CN': '替身没有此功能。' });
    const error = refused ?? (handler === undefined ? missing : undefined);
    const result = error === undefined ? await handler?.(frame.input) : { ok: false, error };
    return JSON.stringify({ id: frame.id, result });
  };

  const server = createServer((request, response) => {
    const path = normalize(new URL(request.url ?? '/', 'http://panel').pathname);
    const file = join(options.root, path === '/' ? 'index.html' : path);
    if (!file.startsWith(options.root) || !existsSync(file)) {
      response.writeHead(404).end();
      return;
    }
    response.writeHead(200, {
      'content-type': types[extname(file)] ?? 'application/octet-stream',
      'content-security-policy': policy,
    });
    createReadStream(file).pipe(response);
  });
  const upgrades = new WebSocketServer({ server, path: '/panel-socket', verifyClient: () => answering });
  upgrades.on('connection', (socket) => {
    sockets.add(socket);
    socket.on('message', (data) => {
      void answer(data.toString()).then((text) => socket.readyState === socket.OPEN && socket.send(text));
    });
    socket.on('close', () => sockets.delete(socket));
  });
  await new Promise<void>((done) => server.listen(options.port ?? 0, '127.0.0.1', done));
  const { port } = server.address() as AddressInfo;

  /** Fills a room at a rate, in batches of 50 ms as the real feed process does, and tells its pressure each second. */
  const fill = (roomId: string, perSecond: number) => {
    const roomKey = roomKeyOf(roomId);
    const audience = createAudience(roomId, random);
    let owed = 0;
    let counted = 0;
    const batches = setInterval(() => {
      owed += perSecond / 20;
      const items = Array.from({ length: Math.floor(owed) }, () => audience.next(now()));
      owed -= items.length;
      counted += items.length;
      if (items.length > 0) feed(roomKey, items);
    }, 50);
    const seconds = setInterval(() => {
      const room = state.values.rooms[roomKey];
      if (room === undefined) return;
      const pressure = [...(state.values.pressure[roomKey] ?? []), counted].slice(-10);
      const online = (room.online ?? 0) + Math.floor(random() * 7) - 3;
      counted = 0;
      state.patch('pressure', { [roomKey]: pressure });
      state.patch('rooms', { [roomKey]: { ...room, online } });
    }, 1000);
    timers.add(batches).add(seconds);
    return () => {
      clearInterval(batches);
      clearInterval(seconds);
    };
  };

  /** Lets that much happen in a room at once. */
  const pour = (roomId: string, count: number) => {
    const audience = createAudience(`${roomId}-after-${told}`, random);
    feed(
      roomKeyOf(roomId),
      Array.from({ length: count }, () => audience.next(now())),
    );
  };

  /** Puts a past in a room, `count` events over the last `minutes`. */
  const remember = (roomId: string, count: number, minutes: number) => {
    const audience = createAudience(`${roomId}-past`, random);
    const start = now() - minutes * 60_000;
    const items = Array.from({ length: count }, (_, index) =>
      audience.next(Math.round(start + (index * minutes * 60_000) / count)),
    );
    history.set(roomKeyOf(roomId), items);
  };

  /** A running rehearsal with these rooms open. */
  const open = async (roomIds: readonly string[], past: number) => {
    await calls['rehearsal:start']?.({});
    for (const roomId of roomIds) {
      remember(roomId, past, 6);
      await calls['room:open']?.({ accountId: ACCOUNT, roomId });
    }
  };

  /** Resolves when that many more events have gone out to the panel. */
  const fed = (count: number): Promise<void> => {
    const goal = told + count;
    return new Promise((done) => waiting.push({ goal, done }));
  };

  const hangUp = () => {
    for (const socket of sockets) socket.terminate();
  };

  return {
    url: `http://127.0.0.1:${port}/`,
    state,
    calls,
    journal,
    refusals,
    delays,
    /** Every call that a panel made, oldest first. */
    seen,
    tell,
    feed,
    fill,
    pour,
    remember,
    open,
    fed,
    /** Stops answering, as a main process that hangs or restarts does. */
    goAway: () => {
      answering = false;
      hangUp();
    },
    comeBack: () => {
      answering = true;
    },
    close: async () => {
      for (const timer of timers) clearInterval(timer);
      hangUp();
      upgrades.close();
      await new Promise((done) => server.close(done));
    },
  };
};
