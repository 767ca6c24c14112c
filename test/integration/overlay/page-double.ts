import { once } from 'node:events';
import { WebSocket } from 'ws';
import {
  type OverlayPageFrame,
  type OverlayServerFrame,
  overlayServerFrameSchema,
} from '../../../main/contract/overlay-protocol.ts';

const socketUrl = (url: string) => `${url.replace('http:', 'ws:')}socket`;
const originOf = (url: string) => new URL(url).origin;

export const ready: OverlayPageFrame = {
  type: 'ready',
  version: 1,
  width: 1920,
  height: 1080,
  chromium: 127,
  obs: true,
  preview: false,
};

/** A real WebSocket that behaves as the page would, as far as a test tells it to. */
export const connectPage = async (url: string) => {
  const socket = new WebSocket(socketUrl(url), { origin: originOf(url) });
  const frames: OverlayServerFrame[] = [];
  let wake: () => void = () => undefined;
  let answersPurges = true;
  const send = (frame: unknown) => socket.send(typeof frame === 'string' ? frame : JSON.stringify(frame));
  const closed = new Promise<number>((resolve) => socket.once('close', resolve));
  socket.on('error', () => undefined);
  socket.on('message', (data) => {
    const frame = overlayServerFrameSchema.parse(JSON.parse(data.toString()));
    frames.push(frame);
    if (frame.type === 'purge' && answersPurges) {
      send({ type: 'receipt', purgeId: frame.purgeId, removed: 1, at: Date.now() });
    }
    wake();
  });
  await once(socket, 'open');

  /** The first frame that fits, come or to come. */
  const frame = async <T extends OverlayServerFrame['type']>(
    type: T,
    fits: (frame: Extract<OverlayServerFrame, { type: T }>) => boolean = () => true,
  ): Promise<Extract<OverlayServerFrame, { type: T }>> => {
    const isIt = (candidate: OverlayServerFrame): candidate is Extract<OverlayServerFrame, { type: T }> =>
      candidate.type === type && fits(candidate as Extract<OverlayServerFrame, { type: T }>);
    for (;;) {
      const found = frames.find(isIt);
      if (found) return found;
      await new Promise<void>((resolve) => {
        wake = resolve;
      });
    }
  };

  return {
    frames,
    frame,
    send,
    closed,
    socket,
    /** From now on the page takes purges and says nothing. */
    fallSilent: () => {
      answersPurges = false;
    },
    shown: () => frames.flatMap((one) => (one.type === 'show' ? one.items : [])),
    close: async () => {
      socket.close();
      await closed;
    },
  };
};

/** A page that has said that it is ready, and was greeted. */
export const openPage = async (rig: { readonly url: string }, url = rig.url, more: object = {}) => {
  const page = await connectPage(url);
  page.send({ ...ready, ...more });
  await page.frame('hello');
  return page;
};
