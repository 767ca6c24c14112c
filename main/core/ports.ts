import type { Display, GlobalKeyState } from '../contract/models/desktop.ts';
import type { Bounds } from '../contract/models/overlay-window.ts';
import type { OfferedUpdate } from '../contract/models/update.ts';
import type { Result } from '../contract/result.ts';
import type { SealPort } from './accounts/sealing.ts';
import type { Wakefulness } from './desktop/air-state.ts';
import type { MenuItem } from './desktop/menu-item.ts';
import type { TrayModel } from './desktop/tray-model.ts';
import type { StartCheckpointer } from './history/checkpoints.ts';

/** What the core needs from the machine it runs on. Each host supplies these; nothing here knows which. */

export type Clock = {
  /** ms since the epoch; jumps when the computer's clock is set. */
  readonly now: () => number;
  /** ms since some moment of this run; goes on evenly whatever the clock is set to, so lengths of time are taken by it. */
  readonly monotonic: () => number;
  readonly setTimeout: (run: () => void, ms: number) => NodeJS.Timeout;
  readonly clearTimeout: (timer: NodeJS.Timeout) => void;
  readonly setInterval: (run: () => void, ms: number) => NodeJS.Timeout;
  readonly clearInterval: (timer: NodeJS.Timeout) => void;
};

export const systemClock: Clock = {
  now: Date.now,
  monotonic: () => performance.now(),
  setTimeout,
  clearTimeout,
  setInterval,
  clearInterval,
};

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

/** A line as it went to the log, already without secrets. */
export type LogLine = {
  /** ms since the epoch. */
  readonly at: number;
  readonly level: 'debug' | 'info' | 'warn' | 'error';
  readonly message: string;
  readonly details: Readonly<Record<string, unknown>>;
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
} & (
  | {
      /** Opens the overlay's window, or brings the open one to front. */
      readonly open: (request: OverlayWindowRequest) => Promise<Result<null>>;
      readonly placed?: never;
    }
  | {
      /** The host can place windows and keep them: they are opened through this. */
      readonly placed: PlacedWindowPort;
      readonly open?: never;
    }
);

/** An overlay's window to be made. `keyColour` = opaque, in this colour; `null` = transparent. */
export type PlacedWindow = {
  readonly overlayId: string;
  /** Fixed: capture tools find the window by it. */
  readonly title: string;
  /** Leads to the page once. */
  readonly url: string;
  readonly bounds: Bounds;
  readonly alwaysOnTop: boolean;
  readonly clickThrough: boolean;
  readonly keyColour: string | null;
};
export type PlacedWindowChange = Partial<
  Pick<PlacedWindow, 'url' | 'bounds' | 'alwaysOnTop' | 'clickThrough'>
>;

/** Overlays' windows that stay where they are put. Told what to do; decides nothing. */
export type PlacedWindowPort = {
  readonly open: (window: PlacedWindow) => void;
  readonly change: (overlayId: string, change: PlacedWindowChange) => void;
  /** Starts its page again, after that has ended by itself. */
  readonly reload: (overlayId: string) => void;
  /** Ends a page that hangs; `gone` follows. */
  readonly kill: (overlayId: string) => void;
  readonly close: (overlayId: string) => void;
  readonly displays: () => readonly Display[];
  readonly listen: (listener: {
    readonly moved: (overlayId: string, bounds: Bounds) => void;
    /** By a person or the system, not by us. */
    readonly closed: (overlayId: string) => void;
    /** Its page's process ended. */
    readonly gone: (overlayId: string) => void;
    /** Its page does not answer, or answers again. */
    readonly hung: (overlayId: string, hung: boolean) => void;
    /** A display came, went or changed. */
    readonly displays: () => void;
  }) => void;
};

/** A notification of the system; a click on it brings the panel to front. */
export type DesktopNote = { readonly title: string; readonly body: string };

/** The desktop around the windows: tray, menus, keys, notifications. Told what to do; decides nothing. */
export type DesktopPort = {
  /** `taken`: another program has it. `refused`: the system does not know such a key. */
  readonly takeKey: (
    accelerator: string,
    run: () => void,
  ) => Extract<GlobalKeyState, 'on' | 'taken' | 'refused'>;
  readonly releaseKeys: () => void;
  readonly setTray: (tray: TrayModel) => void;
  readonly setMenu: (items: readonly MenuItem[]) => void;
  /** Number on the Dock or the taskbar; 0 = none. `text` says it for screen readers. */
  readonly setBadge: (count: number, text: string) => void;
  readonly keepAwake: (level: Wakefulness) => void;
  /** Whether a window of ours has the focus. */
  readonly hasFocus: () => boolean;
  readonly notify: (note: DesktopNote) => void;
  readonly showPanel: () => void;
  readonly hidePanel: () => void;
  readonly reloadPanel: () => void;
  /** Ends a panel that hangs; the host then tells that it is gone. */
  readonly killPanel: () => void;
  /** Keeps the panel out of screen captures. */
  readonly hideFromCapture: (on: boolean) => void;
  /** A question outside of the panel, for when there is no panel to ask in; the index of the answer. */
  readonly ask: (question: {
    readonly title: string;
    readonly detail: string;
    readonly answers: readonly string[];
  }) => Promise<number>;
  readonly quit: () => void;
  /** Developer tools are there: never in a packaged copy. */
  readonly devTools: boolean;
};

/** Where new versions come from. */
export type UpdaterPort = {
  /** Why this copy cannot be updated by itself; absent where it can. */
  readonly hindrance?: 'from-sources' | 'portable' | 'no-signature';
  /** A newer version that this copy may have now, or `null`. Rejects where the feed cannot be had. */
  readonly check: () => Promise<OfferedUpdate | null>;
  /** Fetches the version found last and checks its signature; rejects where either fails. */
  readonly download: (onPercent: (percent: number) => void) => Promise<void>;
  /** Ends the program in good order and starts the installer. */
  readonly install: () => void;
};

export type Ports = {
  readonly clock: Clock;
  readonly log: Log;
  /** The last lines of the log, oldest first. */
  readonly recentLog: () => readonly LogLine[];
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
  /** Absent where no thread is at hand. */
  readonly startCheckpointer?: StartCheckpointer;
  /** Absent in the browser host. */
  readonly desktop?: DesktopPort;
  /** Absent in the browser host. */
  readonly updater?: UpdaterPort;
  /** This user's languages, the preferred one first, as BCP 47 tags. */
  readonly systemLanguages: () => readonly string[];
};
