import type { OverlayPageFrame, OverlayServerFrame } from '../../../main/contract/overlay-protocol.ts';

const firstRetryMs = 100;
const longestRetryMs = 2000;
/** How long a picture may stay when nobody can take anything off it. */
const abandonAfterMs = 5000;

/**
 * Keeps one socket to the server open for ever, whichever of the two starts first. The wait between tries grows to 2 s
 * and differs a little each time, so that several overlays do not knock together.
 */
export const createSocket = (options: {
  readonly url: string;
  readonly onOpen: () => void;
  readonly onFrame: (frame: OverlayServerFrame) => void;
  readonly onLost: () => void;
  readonly onAbandoned: () => void;
}) => {
  let socket: WebSocket | undefined;
  let retryMs = firstRetryMs;
  let abandonTimer: number | undefined;

  const lost = () => {
    options.onLost();
    abandonTimer ??= window.setTimeout(options.onAbandoned, abandonAfterMs);
    window.setTimeout(connect, retryMs * (0.75 + Math.random() * 0.25));
    retryMs = Math.min(longestRetryMs, retryMs * 2);
  };

  const connect = () => {
    const opened = new WebSocket(options.url);
    socket = opened;
    opened.onopen = options.onOpen;
    opened.onmessage = ({ data }: MessageEvent<string>) => {
      try {
        options.onFrame(JSON.parse(data) as OverlayServerFrame);
      } catch (reason) {
        // What a frame should have taken off may still be there: a new connection begins with the whole state.
        opened.close();
        throw reason;
      }
      retryMs = firstRetryMs;
      window.clearTimeout(abandonTimer);
      abandonTimer = undefined;
    };
    opened.onclose = lost;
  };

  connect();
  return {
    send: (frame: OverlayPageFrame): void => {
      if (socket?.readyState === WebSocket.OPEN) socket.send(JSON.stringify(frame));
    },
  };
};
