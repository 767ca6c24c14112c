import { type ObsSettings, type ObsStatus, obsSettingsSchema } from '../../../main/contract/models/obs.ts';
import type { ObsState } from '../../../main/contract/models/obs-state.ts';
import type { OverlayClient } from '../../../main/contract/models/overlay.ts';
import { ok } from '../../../main/contract/result.ts';
import {
  createObsService,
  type ObsService,
  type ObsServiceOptions,
} from '../../../main/core/obs/obs-service.ts';
import { type Log, systemClock } from '../../../main/core/ports.ts';

export type LogLine = { readonly level: string; readonly message: string; readonly details: unknown };

export const createLogBook = (): { readonly log: Log; readonly lines: LogLine[] } => {
  const lines: LogLine[] = [];
  const write = (level: string) => (message: string, details?: unknown) => {
    lines.push({ level, message, details });
  };
  return {
    lines,
    log: { info: write('info'), warn: write('warn'), error: write('error'), debug: write('debug') },
  };
};

export const obsPage: OverlayClient = {
  id: 'page-1',
  width: 1280,
  height: 720,
  fps: 0,
  chromium: 103,
  obs: true,
  onScreen: 0,
  preview: false,
};
export const windowPage: OverlayClient = { ...obsPage, id: 'page-2', chromium: 156, obs: false };

/** The overlays as the OBS part sees them, with pages that a test opens and closes. */
export const createOverlaysDouble = () => {
  const state = {
    url: 'http://127.0.0.1:21657/o/c2VjcmV0LXNlY3JldC1zZWNyZXQ/',
    keyColour: null as string | null,
    canvas: { width: 1920, height: 1080 },
    clients: [] as OverlayClient[],
    blank: false,
    port: 21_657,
    pattern: false,
    patterns: [] as boolean[],
    /** The pages that there are once the overlay's window was opened. */
    inWindow: [] as OverlayClient[],
    /** Overlays besides the main one, without pages. */
    others: [] as { readonly id: string; name: string; readonly url: string }[],
  };
  const other = (overlayId: string) => state.others.find(({ id }) => id === overlayId);
  return {
    state,
    port: {
      status: () => ({
        main: {
          id: 'main',
          name: 'Main',
          clients: state.clients,
          blank: state.blank,
          port: state.port,
        },
        ...Object.fromEntries(
          state.others.map(({ id, name }) => [id, { id, name, clients: [], blank: false, port: state.port }]),
        ),
      }),
      url: (overlayId: string) => ok(other(overlayId)?.url ?? state.url),
      settings: () => ok({ keyColour: state.keyColour, canvas: state.canvas }),
      setKeyColour: (_overlayId: string, colour: string | null) => {
        state.keyColour = colour;
        return ok(null);
      },
      showTestPattern: (_overlayId: string, on: boolean) => {
        state.pattern = on;
        state.patterns.push(on);
      },
      windowTitle: () => 'Livedeck overlay',
      windowKeyColour: null,
      openWindow: async () => {
        state.clients = [...state.clients, ...state.inWindow];
        return ok(null);
      },
    },
  };
};

export type ObsRig = {
  readonly service: ObsService;
  readonly overlays: ReturnType<typeof createOverlaysDouble>['state'];
  readonly states: readonly ObsState[];
  readonly lines: readonly LogLine[];
  readonly stored: () => ObsSettings;
  /** Resolves with the first status, now or later, that fits. */
  readonly until: <S extends ObsStatus>(fits: (status: ObsStatus) => status is S) => Promise<S>;
  /** The same among the statuses of a connection that is up. */
  readonly connected: (fits?: (status: Connected) => boolean) => Promise<Connected>;
  readonly dispose: () => void;
};
type Connected = Extract<ObsStatus, { state: 'connected' }>;

export const is =
  <S extends ObsStatus['state']>(state: S) =>
  (status: ObsStatus): status is Extract<ObsStatus, { state: S }> =>
    status.state === state;

/** The OBS service over real sockets, with its document, its password and the overlays in memory. */
export const createObsRig = (
  options: {
    readonly port?: number;
    readonly password?: string;
    readonly settings?: Partial<ObsSettings>;
    readonly host?: 'desktop' | 'browser';
    readonly clock?: ObsServiceOptions['clock'];
    readonly overlaysPort?: ObsServiceOptions['overlays'];
  } = {},
): ObsRig => {
  let stored = obsSettingsSchema.parse({ port: options.port ?? 4455, ...options.settings });
  let password = options.password;
  const overlays = createOverlaysDouble();
  const { log, lines } = createLogBook();
  const states: ObsState[] = [];
  const waiting = new Set<() => void>();

  const service = createObsService({
    clock: options.clock ?? systemClock,
    log,
    host: options.host ?? 'desktop',
    document: {
      get: () => stored,
      set: (next) => {
        stored = next;
      },
    },
    password: {
      get: () => password,
      state: () => (password === undefined ? 'none' : 'memory'),
      open: async () => ok(null),
      set: async (next) => {
        password = next;
        return ok(null);
      },
      forget: () => {
        password = undefined;
        return ok(null);
      },
      unlock: async () => ok(null),
    },
    overlays: options.overlaysPort ?? overlays.port,
    onState: (state) => {
      states.push(state);
      for (const look of waiting) look();
    },
  });

  const until = <S extends ObsStatus>(fits: (status: ObsStatus) => status is S): Promise<S> =>
    new Promise((resolve) => {
      const look = (): void => {
        const { status } = service.state();
        if (!fits(status)) return;
        waiting.delete(look);
        resolve(status);
      };
      waiting.add(look);
      look();
    });

  return {
    service,
    overlays: overlays.state,
    states,
    lines,
    stored: () => stored,
    until,
    connected: (fits = () => true) =>
      until((status): status is Connected => status.state === 'connected' && fits(status)),
    dispose: service.dispose,
  };
};
