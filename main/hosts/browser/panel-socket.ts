import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { WebSocket, WebSocketServer } from 'ws';
import { appError } from '../../contract/app-error.ts';
import { isHeardBy } from '../../contract/events.ts';
import { callFrameSchema, type HostFrame, LARGEST_CALL } from '../../contract/panel-wire.ts';
import type { Router } from '../../core/router.ts';
import type { Publish } from '../../core/state/mirror.ts';

/** A larger frame is answered up to this size, so that a huge paste is told so; beyond it the socket is closed. */
const LARGEST_FRAME = 32 * 1024 * 1024;
/** A panel that has this much unsent is not keeping up; feed batches are then left out and counted. */
const BACKLOG = 4 * 1024 * 1024;
/** A panel that has this much unsent stands still, as a page does that the browser froze; it starts clean when it comes back. */
const STANDS_STILL = 16 * 1024 * 1024;
const MOST_PANELS = 16;

const unreadable = appError('invalid-input', {
  en: 'Livedeck could not read what the panel sent. Reload the panel.',
  'zh-CN': 'Livedeck 无法读取面板发送的内容，请重新加载面板。',
});

const tooLarge = appError(
  'invalid-input',
  {
    en: 'That is far too much at once: more than 256 KB. Nothing was done.',
    'zh-CN': '内容过大（超过 256 KB），未执行任何操作。',
  },
  { remedy: { en: 'Check what was pasted or dropped.', 'zh-CN': '请检查粘贴或拖入的内容。' } },
);

type Panel = { readonly socket: WebSocket; readonly dropped: Map<string, number> };

const sendFrame = (socket: WebSocket, frame: HostFrame) => {
  if (socket.readyState === WebSocket.OPEN) socket.send(JSON.stringify(frame));
};

/** The browser host's router: calls come in as frames, events go out to every open panel. */
export const createPanelSocket = (options: {
  readonly router: Router;
  readonly allows: (request: IncomingMessage) => boolean;
}) => {
  const panels = new Set<Panel>();
  const server = new WebSocketServer({ noServer: true, maxPayload: LARGEST_FRAME });

  const idOf = (frame: unknown): number => {
    const id = (frame as { readonly id?: unknown } | null)?.id;
    return typeof id === 'number' && Number.isInteger(id) ? id : -1;
  };

  /** The number of a call that is too large to be parsed; our own panel writes it first. */
  const idOfLarge = (text: string): number =>
    Number(/^\{"id":(\d{1,15})[,}]/.exec(text.slice(0, 40))?.[1] ?? -1);

  const answer = async (socket: WebSocket, text: string) => {
    if (text.length > LARGEST_CALL) {
      sendFrame(socket, { id: idOfLarge(text), result: { ok: false, error: tooLarge } });
      return;
    }
    let raw: unknown;
    try {
      raw = JSON.parse(text);
    } catch {
      sendFrame(socket, { id: -1, result: { ok: false, error: unreadable } });
      return;
    }
    const frame = callFrameSchema.safeParse(raw);
    if (!frame.success) {
      sendFrame(socket, { id: idOf(raw), result: { ok: false, error: unreadable } });
      return;
    }
    const { id, call, input } = frame.data;
    sendFrame(socket, { id, result: await options.router.call('panel', call, input) });
  };

  server.on('connection', (socket) => {
    const panel = { socket, dropped: new Map<string, number>() };
    panels.add(panel);
    socket.on('message', (data) => void answer(socket, data.toString()));
    socket.on('close', () => panels.delete(panel));
    // Broken frames close the socket by themselves; the panel reconnects.
    socket.on('error', () => socket.terminate());
  });

  const publish: Publish = (event, payload) => {
    if (panels.size === 0 || !isHeardBy(event, 'panel')) return;
    const text = JSON.stringify({ event, payload });
    for (const panel of panels) publishTo(panel, event, payload, text);
  };

  const publishTo = (panel: Panel, event: string, payload: unknown, text: string) => {
    const { socket, dropped } = panel;
    if (socket.readyState !== WebSocket.OPEN) return;
    if (socket.bufferedAmount > STANDS_STILL) {
      socket.terminate();
      return;
    }
    if (event !== 'feed:batch') {
      socket.send(text);
      return;
    }
    const batch = payload as { readonly roomKey: string; readonly items: readonly unknown[] };
    const missed = dropped.get(batch.roomKey) ?? 0;
    if (socket.bufferedAmount > BACKLOG) {
      dropped.set(batch.roomKey, missed + batch.items.length);
      return;
    }
    dropped.delete(batch.roomKey);
    socket.send(missed === 0 ? text : JSON.stringify({ event, payload: { ...batch, dropped: missed } }));
  };

  return {
    publish,
    panels: () => panels.size,
    upgrade: (request: IncomingMessage, socket: Duplex, head: Buffer) => {
      if (!options.allows(request) || panels.size >= MOST_PANELS) {
        socket.end('HTTP/1.1 403 Forbidden\r\nConnection: close\r\nContent-Length: 0\r\n\r\n');
        return;
      }
      server.handleUpgrade(request, socket, head, (upgraded) => server.emit('connection', upgraded, request));
    },
    close: () => {
      for (const { socket } of panels) socket.terminate();
      server.close();
    },
  };
};
