import type { FeedEvent } from '../contract/feed-port.ts';
import { createBrowserTimers } from './browser-timers.ts';
import { createFeedProcess } from './feed-process.ts';

/** Electron's `utilityProcess` gives its child `process.parentPort`; a forked Node child has `process.send`. */
type UtilityPort = {
  readonly postMessage: (message: unknown) => void;
  readonly on: (event: 'message', listener: (message: { readonly data: unknown }) => void) => void;
};

const utilityPort = (process as { readonly parentPort?: UtilityPort }).parentPort;

const emit = (event: FeedEvent): void => {
  if (utilityPort !== undefined) utilityPort.postMessage(event);
  // A write that fails without a listener ends the process as a crash: the main process may be gone and not yet known to be.
  else if (process.connected) process.send?.(event, undefined, undefined, () => undefined);
};

Object.assign(globalThis, createBrowserTimers().timers);

const feed = createFeedProcess(emit);

// The SDK leaves rejections of its own requests unhandled (sdk-wire 4, 14); they carry a numeric code. Anything else is
// a bug of ours: the process ends, is started again, and the gap is marked.
process.on('unhandledRejection', (reason) => {
  if (typeof (reason as { readonly code?: unknown } | null)?.code !== 'number') throw reason;
});

if (utilityPort !== undefined) utilityPort.on('message', (message) => feed.handle(message.data));
else {
  process.on('message', (message) => feed.handle(message));
  // The main process is gone: nothing is left to feed.
  process.on('disconnect', () => void feed.close());
}
process.on('SIGTERM', () => void feed.close());
// Ctrl-C reaches every process of the terminal; the main process decides when this one ends.
process.on('SIGINT', () => undefined);
emit({ type: 'started' });
