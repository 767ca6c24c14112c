import type { Localized } from '../../main/contract/app-error.ts';
import type { Display } from '../../main/contract/models/desktop.ts';
import type { Topic, TopicValue } from '../../main/contract/state.ts';
import type {
  DesktopPort,
  Log,
  PlacedWindow,
  PlacedWindowChange,
  PlacedWindowPort,
  UpdaterPort,
} from '../../main/core/ports.ts';
import { createMirror, type Publish } from '../../main/core/state/mirror.ts';
import { emptyValues } from './panel-host/world.ts';

export const silentLog: Log = {
  info: () => undefined,
  warn: () => undefined,
  error: () => undefined,
  debug: () => undefined,
};

/** A mirror with nothing in it, and everything that it published. */
export const deskMirror = (change: { readonly [T in Topic]?: TopicValue<T> } = {}) => {
  const published: Parameters<Publish>[] = [];
  const publish: Publish = (event, payload) => void published.push([event, payload]);
  return { mirror: createMirror({ ...emptyValues(), ...change }, publish), published, publish };
};

export const mainDisplay: Display = {
  id: '1',
  name: 'Main',
  bounds: { x: 0, y: 0, width: 1920, height: 1080 },
  workArea: { x: 0, y: 0, width: 1920, height: 1040 },
  primary: true,
};

/** Windows that are only written down. */
export const overlayWindowDouble = () => {
  const windows = new Map<string, PlacedWindow>();
  const done: string[] = [];
  const displays: Display[] = [mainDisplay];
  let listener: Parameters<PlacedWindowPort['listen']>[0] | undefined;
  const port: PlacedWindowPort = {
    open: (spec) => void windows.set(spec.overlayId, spec),
    change: (overlayId, change: PlacedWindowChange) => {
      const window = windows.get(overlayId);
      if (window !== undefined) windows.set(overlayId, { ...window, ...change });
    },
    reload: (overlayId) => void done.push(`reload ${overlayId}`),
    kill: (overlayId) => void done.push(`kill ${overlayId}`),
    close: (overlayId) => void windows.delete(overlayId),
    displays: () => displays,
    listen: (next) => {
      listener = next;
    },
  };
  const tell = () => {
    if (listener === undefined) throw new Error('Nobody listens to the windows.');
    return listener;
  };
  return { port, windows, done, displays, tell };
};

/** A desktop that only writes down what it is told. `taken` and `unknown` are shortcuts that it refuses. */
export const desktopDouble = () => {
  const keys = new Map<string, () => void>();
  const notes: { title: string; body: string }[] = [];
  const done: string[] = [];
  const state = { focus: false, answer: 0, taken: new Set<string>(), unknown: new Set<string>() };
  const shown: {
    tray?: Parameters<DesktopPort['setTray']>[0];
    badge: number;
    awake: string;
    hidden: boolean;
  } = {
    badge: 0,
    awake: 'none',
    hidden: false,
  };
  const port: DesktopPort = {
    takeKey: (accelerator, run) => {
      if (state.unknown.has(accelerator)) return 'refused';
      if (state.taken.has(accelerator)) return 'taken';
      keys.set(accelerator, run);
      return 'on';
    },
    releaseKeys: () => keys.clear(),
    setTray: (tray) => {
      shown.tray = tray;
    },
    setMenu: (items) => void done.push(`menu ${items.length}`),
    setBadge: (count) => {
      shown.badge = count;
    },
    keepAwake: (level) => {
      done.push(`awake ${level}`);
      shown.awake = level;
    },
    hasFocus: () => state.focus,
    notify: (note) => void notes.push(note),
    showPanel: () => void done.push('show'),
    hidePanel: () => void done.push('hide'),
    reloadPanel: () => void done.push('reload'),
    killPanel: () => void done.push('kill'),
    hideFromCapture: (on) => {
      shown.hidden = on;
    },
    ask: async () => state.answer,
    quit: () => void done.push('quit'),
    devTools: false,
  };
  return { port, keys, notes, done, state, shown };
};

/** An updater whose feed and downloads are what the test says. */
export const updaterDouble = (hindrance?: UpdaterPort['hindrance']) => {
  const done: string[] = [];
  const feed: {
    found: Awaited<ReturnType<UpdaterPort['check']>>;
    failure: Error | undefined;
    download: () => Promise<void>;
  } = { found: null, failure: undefined, download: async () => undefined };
  const port: UpdaterPort = {
    ...(hindrance !== undefined && { hindrance }),
    check: async () => {
      done.push('check');
      if (feed.failure !== undefined) throw feed.failure;
      return feed.found;
    },
    download: async (onPercent) => {
      onPercent(40);
      await feed.download();
    },
    install: () => void done.push('install'),
  };
  return { port, done, feed };
};

export const reportsDouble = () => {
  const reports: Localized[] = [];
  return { reports, report: (text: Localized) => void reports.push(text) };
};

/** An overlay's window as the core asks the desktop host for it. */
export const overlayWindowSpec: PlacedWindow = {
  overlayId: 'main',
  title: 'Livedeck overlay main',
  url: 'http://127.0.0.1:5/w/main?x',
  bounds: { x: 10, y: 20, width: 1920, height: 1080 },
  alwaysOnTop: false,
  clickThrough: true,
  keyColour: null,
};
