import type { RawData, WebSocket } from 'ws';
import type { OverlayClient } from '../../contract/models/overlay.ts';
import { type OverlayPageFrame, overlayPageFrameSchema } from '../../contract/overlay-protocol.ts';
import type { Clock, Log } from '../ports.ts';
import { createRateLimit } from './rate-limit.ts';

/** A page on the same machine answers at once; two missed answers mean that it is gone. */
const pingMs = 5000;
/** A page that lets this much pile up is stuck; it is cut off and starts clean when it comes back. */
const maxBufferedBytes = 1_000_000;
/** A page sends figures every two seconds; the receipts for which it was asked come on top. */
const pageRate = { burst: 100, perSecond: 40 } as const;

const policyViolation = 1008;

export type PageClient = {
  readonly id: string;
  readonly overlayId: string;
  /** `undefined` until the page said what it is. */
  readonly description: () => OverlayClient | undefined;
  readonly send: (text: string) => void;
  /** Sends what the page answers by one frame: in a raid many at once, and none of them is a flood of its own. */
  readonly order: (text: string) => void;
  /** What this page answered to a purge, or that it did not. */
  readonly noteReceipt: (receipt: NonNullable<OverlayClient['receipt']>) => void;
  readonly close: (code: number, reason: string) => void;
};

type Receipt = Extract<OverlayPageFrame, { type: 'receipt' }>;

const parseFrame = (data: RawData): OverlayPageFrame | undefined => {
  try {
    return overlayPageFrameSchema.safeParse(JSON.parse(data.toString())).data;
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
};

/** One connected page: listens to the little that a page may say, and drops it when it says anything else. */
export const createPageClient = (options: {
  readonly id: string;
  readonly overlayId: string;
  readonly socket: WebSocket;
  readonly clock: Clock;
  readonly log: Log;
  readonly onChange: () => void;
  readonly onReceipt: (receipt: Receipt) => void;
  readonly onClose: () => void;
}): PageClient => {
  const { socket, clock, log, id } = options;
  const rate = createRateLimit({ now: clock.monotonic, ...pageRate });
  let known: OverlayClient | undefined;
  let alive = true;
  /** Frames that the page was asked for and has not sent. */
  let owed = 0;

  const drop = (reason: string) => {
    log.warn('An overlay page was disconnected', { client: id, reason });
    socket.close(policyViolation, reason);
    socket.terminate();
  };

  const take = (frame: OverlayPageFrame) => {
    if (frame.type === 'ready') {
      const { type: _type, version: _version, ...description } = frame;
      known = { fps: 0, onScreen: 0, ...known, id, ...description };
      options.onChange();
    } else if (!known) {
      drop('not ready');
    } else if (frame.type === 'receipt') {
      options.onReceipt(frame);
    } else {
      known = { ...known, fps: frame.fps, onScreen: frame.onScreen };
      options.onChange();
    }
  };

  const heartbeat = clock.setInterval(() => {
    if (!alive || !known) return drop(known ? 'no answer' : 'not ready');
    alive = false;
    socket.ping();
  }, pingMs);

  socket.on('pong', () => {
    alive = true;
  });
  socket.on('message', (data, isBinary) => {
    if (socket.readyState !== socket.OPEN) return;
    if (owed > 0) owed -= 1;
    else if (!rate.take()) return drop('too many frames');
    const frame = isBinary ? undefined : parseFrame(data);
    if (frame) take(frame);
    else drop('not understood');
  });
  // ws reports a frame over the limit and other protocol breaches here and closes by itself.
  socket.on('error', (error) => log.warn('An overlay page broke off', { client: id, reason: error.message }));
  socket.on('close', () => {
    clock.clearInterval(heartbeat);
    options.onClose();
  });

  const send = (text: string) => {
    if (socket.readyState !== socket.OPEN) return;
    if (socket.bufferedAmount > maxBufferedBytes) drop('too slow');
    else socket.send(text);
  };

  return {
    id,
    overlayId: options.overlayId,
    description: () => known,
    send,
    order: (text) => {
      owed += 1;
      send(text);
    },
    noteReceipt: (receipt) => {
      if (!known) return;
      known = { ...known, receipt };
      options.onChange();
    },
    close: (code, reason) => {
      socket.close(code, reason);
      socket.terminate();
    },
  };
};
