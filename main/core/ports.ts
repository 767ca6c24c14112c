import type { Result } from '../contract/result.ts';
import type { SealPort } from './accounts/sealing.ts';

/** What the core needs from the machine it runs on. Each host supplies these; nothing here knows which. */

export type Clock = {
  /** ms since the epoch. */
  readonly now: () => number;
  readonly setTimeout: (run: () => void, ms: number) => NodeJS.Timeout;
  readonly clearTimeout: (timer: NodeJS.Timeout) => void;
  readonly setInterval: (run: () => void, ms: number) => NodeJS.Timeout;
  readonly clearInterval: (timer: NodeJS.Timeout) => void;
};

export const systemClock: Clock = { now: Date.now, setTimeout, clearTimeout, setInterval, clearInterval };

/** A child process that speaks in messages. */
export type Channel = {
  readonly post: (message: unknown) => void;
  readonly onMessage: (listener: (message: unknown) => void) => void;
  /** `code` is null where a signal ended it. Called once, also when the process could not be started. */
  readonly onExit: (listener: (code: number | null) => void) => void;
  readonly kill: () => void;
  readonly pid: () => number | undefined;
};

/** A child process that says one line when it is ready and then serves. */
export type ServiceProcess = {
  /** The first line of its standard output; rejects when it ends before. */
  readonly ready: Promise<string>;
  readonly onExit: (listener: (code: number | null) => void) => void;
  readonly stop: () => Promise<void>;
};

/** A stored JSON document. Reading a damaged one throws; the core then sets it aside. */
export type DocumentFile = {
  readonly path: string;
  readonly read: () => unknown;
  readonly write: (value: Readonly<Record<string, unknown>>) => void;
};

export type Log = {
  readonly info: (message: string, details?: Readonly<Record<string, unknown>>) => void;
  readonly warn: (message: string, details?: Readonly<Record<string, unknown>>) => void;
  readonly error: (message: string, details?: Readonly<Record<string, unknown>>) => void;
  readonly debug: (message: string, details?: Readonly<Record<string, unknown>>) => void;
};

export type HostInfo = {
  readonly version: string;
  readonly host: 'desktop' | 'browser';
  readonly platform: string;
};

/** An overlay to be shown in a window of its own, for tools that capture windows. */
export type OverlayWindowRequest = {
  readonly overlayId: string;
  /** Fixed and unique: capture tools find the window by it. */
  readonly title: string;
  /** Leads to the page once and within a minute; the overlay's secret is not in it. */
  readonly address: string;
  /** Of the page, CSS px. */
  readonly width: number;
  readonly height: number;
  /** True while a window of it is open and connected. */
  readonly alreadyOpen: boolean;
};

export type OverlayWindows = {
  /** True where a window can be see-through; elsewhere the page fills itself with a key colour. */
  readonly transparent: boolean;
  /** Opens the overlay's window, or brings the open one to front. */
  readonly open: (request: OverlayWindowRequest) => Promise<Result<null>>;
};

export type Ports = {
  readonly clock: Clock;
  readonly log: Log;
  readonly info: HostInfo;
  readonly randomBytes: (size: number) => Buffer;
  readonly fetch: typeof fetch;
  /** The system's own protection for keys. */
  readonly seal: SealPort;
  /** Folder that holds everything Livedeck stores. */
  readonly dataDir: string;
  /** Folder of the built overlay page. */
  readonly overlayAssets: string;
  readonly openDocument: (name: string) => DocumentFile;
  readonly startFeedProcess: () => Channel;
  readonly overlayWindows: OverlayWindows;
  readonly startRehearsal: (args: readonly string[]) => ServiceProcess;
};
