import { unzipSync } from 'node:zlib';
import WebSocket from 'ws';

/** A poll answered with an error is small, also where its whole head comes back; bigger frames are not looked into. Bytes. */
const SMALL_FRAME = 2048;
/** A connection that is not made by then is given up, so that the SDK may try another. ms. */
const HANDSHAKE_MS = 6000;

const poll = /long_polling_http(?:_noauth)?_svc\.get_msg/;
const failedPoll =
  /long_polling_http(?:_noauth)?_svc\.get_msg.*?"ErrorCode"\s*:\s*([1-9]\d*)|"ErrorCode"\s*:\s*([1-9]\d*).*?long_polling_http(?:_noauth)?_svc\.get_msg/s;

/** The text of a small frame; the service may send it plain, or as `COMP` + zlib or gzip (sdk-wire 1, tencent-im C9). */
const smallFrameText = (data: unknown): string => {
  if (typeof data === 'string') return data.length <= SMALL_FRAME ? data : '';
  if (!(data instanceof ArrayBuffer) && !Buffer.isBuffer(data)) return '';
  const bytes = Buffer.isBuffer(data) ? data : Buffer.from(data);
  if (bytes.length > SMALL_FRAME) return '';
  if (bytes.toString('latin1', 0, 4) !== 'COMP') return bytes.toString('utf8');
  try {
    return unzipSync(bytes.subarray(4), { maxOutputLength: SMALL_FRAME }).toString('utf8');
  } catch {
    // It holds more than a refusal would, or cannot be read; the SDK decodes it itself and reports that.
    return '';
  }
};

export type SocketTap = {
  /** The WebSocket class to give to the SDK. */
  readonly Socket: new (
    address: string | URL,
    protocols?: string | string[],
  ) => WebSocket;
  readonly isOpen: () => boolean;
  /** ms since the epoch of the last sign of life on the newest socket (opening counts). */
  readonly lastSign: () => number;
  /**
   * ms since then. The longer of two clocks: one jumps when the computer's clock is set, the other stands still on some
   * systems while a laptop sleeps, and a line that slept is soon seen to be dead.
   */
  readonly silence: () => number;
  /** Whether anything at all came in since the newest socket opened. */
  readonly heard: () => boolean;
  /** Cuts the line, so that the SDK makes a new one. */
  readonly cut: () => void;
};

/**
 * The SDK says nothing of failing polls and believes a silent line is a good one (sdk-wire 5.2, 7.1, 11). The socket
 * class that it is given tells: when frames come, and with which code a poll was refused.
 */
export const createSocketTap = (options: {
  readonly now: () => number;
  readonly monotonic: () => number;
  readonly onFailedPoll: (code: number) => void;
  /** A poll was answered well. A frame that is too big to be a refusal, or packed so, is taken for its messages. */
  readonly onGoodPoll: () => void;
  readonly handshakeMs?: number;
}): SocketTap => {
  let newest: WebSocket | undefined;
  let sign = { at: 0, monotonic: 0 };
  let heard = false;

  const signNow = () => {
    sign = { at: options.now(), monotonic: options.monotonic() };
  };

  const note = (data: unknown) => {
    signNow();
    heard = true;
    const text = smallFrameText(data);
    const failure = failedPoll.exec(text);
    if (failure !== null) options.onFailedPoll(Number(failure[1] ?? failure[2]));
    else if (text === '' || poll.test(text)) options.onGoodPoll();
  };

  class TappedSocket extends WebSocket {
    constructor(address: string | URL, protocols?: string | string[]) {
      // `ws` by itself waits for ever for a server that takes the connection and says nothing.
      super(address, protocols, { handshakeTimeout: options.handshakeMs ?? HANDSHAKE_MS });
      newest = this;
      heard = false;
      // The SDK drops its own handlers and closes sockets that are still connecting; without a listener `ws` would
      // end the process (sdk-wire 14). A failed connection also shows as `isOpen() === false`.
      this.on('error', () => undefined);
      this.on('open', () => {
        if (newest === this) signNow();
      });
      this.addEventListener('message', (event) => {
        if (newest === this) note(event.data);
      });
    }
  }

  return {
    Socket: TappedSocket,
    isOpen: () => newest?.readyState === WebSocket.OPEN,
    lastSign: () => sign.at,
    silence: () => Math.max(options.now() - sign.at, options.monotonic() - sign.monotonic),
    heard: () => heard,
    cut: () => newest?.terminate(),
  };
};
