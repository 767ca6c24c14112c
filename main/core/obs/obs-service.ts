import type { z } from 'zod';
import type { ObsSettings, ObsState, ObsWay, ObsWindow, obsPatchSchema } from '../../contract/models/obs.ts';
import { ok, type Result } from '../../contract/result.ts';
import type { Clock, HostInfo, Log } from '../ports.ts';
import type { Document } from '../settings/documents.ts';
import { readScenes, type Scenes } from './choose-way.ts';
import { findSources } from './find-source.ts';
import { createObsJobs, type ObsJobs } from './obs-jobs.ts';
import { createObsLink } from './obs-link.ts';
import type { ObsRequest } from './obs-session.ts';
import type { ObsSecretPort, OverlaysForObs } from './overlay-port.ts';
import { createPageWaker } from './page-waker.ts';
import type { OverlaySource } from './program-watch.ts';
import { allTargets, targetFor } from './targets.ts';
import { windowsNow } from './windows-now.ts';

export type ObsServiceOptions = {
  readonly clock: Pick<Clock, 'now' | 'setTimeout' | 'clearTimeout'>;
  readonly log: Log;
  /** Only the desktop's overlay window can be clear; a browser's is filled with a key colour. */
  readonly host: HostInfo['host'];
  readonly document: Document<ObsSettings>;
  readonly secret: ObsSecretPort;
  readonly overlays: OverlaysForObs;
  readonly onState: (state: ObsState) => void;
};

export type AddWish = {
  readonly overlayId: string;
  readonly scene?: string | undefined;
  readonly way?: ObsWay | undefined;
  readonly window?: ObsWindow['value'] | undefined;
};

export type ObsService = ObsJobs & {
  readonly state: () => ObsState;
  /** Connects if the settings say so. */
  readonly start: () => void;
  readonly configure: (patch: z.output<typeof obsPatchSchema>) => ObsState;
  readonly setPassword: (password: string | null) => Promise<Result<{ hasPassword: boolean }>>;
  readonly connect: () => ObsState;
  readonly disconnect: () => ObsState;
  readonly scenes: () => Promise<Result<Scenes>>;
  readonly windows: () => Promise<Result<readonly ObsWindow[]>>;
  readonly dispose: () => void;
};

/** Zod leaves a key that came as `undefined` in place; it changes nothing. */
const namedIn = (patch: z.output<typeof obsPatchSchema>): Partial<ObsSettings> =>
  Object.fromEntries(Object.entries(patch).filter(([, value]) => value !== undefined));

/** OBS as the rest of Livedeck knows it: a connection, "Add to OBS", and the doctor. */
export const createObsService = (options: ObsServiceOptions): ObsService => {
  const { clock, log, document, secret, overlays } = options;

  const findOverlays = async (request: ObsRequest): Promise<readonly OverlaySource[]> => {
    const targets = allTargets(overlays, document.get());
    const found = await findSources(request, targets);
    if (!found.ok) return [];
    return targets.flatMap(({ overlayId }, index) => {
      const source = found.value[index];
      return source === undefined ? [] : [{ overlayId, inputName: source.inputName }];
    });
  };

  let wasConnected = false;
  const link = createObsLink({
    clock,
    log,
    connectTo: document.get,
    password: secret.get,
    findSources: findOverlays,
    onStatus: ({ state: name }) => {
      if (name === 'connected' && !wasConnected) waker.watch();
      wasConnected = name === 'connected';
      options.onState(state());
    },
  });
  const waker = createPageWaker({
    clock,
    request: link.request,
    targets: () => allTargets(overlays, document.get()),
    hasPage: (overlayId) => (overlays.status()[overlayId]?.clients ?? []).some(({ obs }) => obs),
  });

  const state = (): ObsState => ({
    status: link.status(),
    settings: document.get(),
    hasPassword: secret.get() !== undefined,
  });

  const change = (patch: Partial<ObsSettings>): ObsState => {
    document.set({ ...document.get(), ...patch });
    options.onState(state());
    return state();
  };

  const connect = (): ObsState => {
    document.set({ ...document.get(), enabled: true });
    link.connect();
    return state();
  };

  const jobs = createObsJobs({
    ...options,
    link,
    connect,
    setWay: (way) => {
      change({ way });
    },
  });

  return {
    ...jobs,
    state,
    start: () => {
      if (document.get().enabled) link.connect();
    },
    configure: (patch) => {
      const before = document.get();
      change(namedIn(patch));
      const { enabled, address, port, inputName } = document.get();
      const moved = address !== before.address || port !== before.port;
      if (enabled && moved) link.connect();
      else if (inputName !== before.inputName) void jobs.rename(before);
      return state();
    },
    setPassword: async (password) => {
      const kept = await secret.set(password ?? undefined);
      if (!kept.ok) return kept;
      options.onState(state());
      const { state: now } = link.status();
      if (document.get().enabled && now !== 'connected') link.connect();
      return ok({ hasPassword: secret.get() !== undefined });
    },
    connect,
    disconnect: () => {
      document.set({ ...document.get(), enabled: false });
      link.disconnect();
      return state();
    },
    scenes: () => readScenes(link.request),
    windows: async () => {
      const target = targetFor(overlays, document.get(), 'main');
      return target.ok ? windowsNow(link.request, target.value) : target;
    },
    dispose: () => {
      waker.dispose();
      link.dispose();
    },
  };
};
