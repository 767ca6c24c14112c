import type { z } from 'zod';
import type {
  ObsSettings,
  ObsSource,
  ObsStatus,
  ObsWay,
  ObsWindow,
  obsPatchSchema,
} from '../../contract/models/obs.ts';
import type { ObsState } from '../../contract/models/obs-state.ts';
import type { Result } from '../../contract/result.ts';
import type { Protection } from '../accounts/sealing.ts';
import type { Clock, HostInfo, Log } from '../ports.ts';
import type { Document } from '../settings/documents.ts';
import { createExaminations, type Examinations } from './doctor/examinations.ts';
import { findSources } from './find-source.ts';
import { createObsJobs, type ObsJobs, type SourceRename } from './obs-jobs.ts';
import { createObsLink } from './obs-link.ts';
import type { ObsPassword } from './obs-password.ts';
import type { ObsRequest } from './obs-session.ts';
import type { OverlayAtHand, OverlaysForObs } from './overlay-port.ts';
import { createPageWaker } from './page-waker.ts';
import { inputNameFor } from './source-target.ts';
import { allTargets, targetFor } from './targets.ts';
import { windowsNow } from './windows-now.ts';

export type ObsServiceOptions = {
  readonly clock: Pick<Clock, 'now' | 'monotonic' | 'setTimeout' | 'clearTimeout'>;
  readonly log: Log;
  /** Only the desktop's overlay window can be clear; a browser's is filled with a key colour. */
  readonly host: HostInfo['host'];
  readonly document: Document<ObsSettings>;
  readonly password: ObsPassword;
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
  /** Opens the password and connects if the settings say so. */
  readonly start: () => Promise<Result<unknown>>;
  /** An overlay has another name than this now; its source in OBS follows where OBS is connected. */
  readonly overlayRenamed: (before: Pick<OverlayAtHand, 'id' | 'name'>) => void;
  readonly configure: (patch: z.output<typeof obsPatchSchema>) => void;
  readonly setPassword: (password: string, protection: Protection) => Promise<Result<null>>;
  readonly forgetPassword: () => Result<null>;
  readonly unlock: (passphrase: string) => Promise<Result<unknown>>;
  readonly connect: () => void;
  readonly disconnect: () => void;
  readonly windows: (overlayId: string) => Promise<Result<readonly ObsWindow[]>>;
  readonly stopDoctor: Examinations['stop'];
  readonly picture: Examinations['picture'];
  readonly dispose: () => void;
};

/** Zod leaves a key that came as `undefined` in place; it changes nothing. */
const namedIn = (patch: z.output<typeof obsPatchSchema>): Partial<ObsSettings> =>
  Object.fromEntries(Object.entries(patch).filter(([, value]) => value !== undefined));

/** What the doctor's reports go by, of the status alone. */
const reportedOn = (status: ObsStatus): string =>
  status.state === 'connected'
    ? JSON.stringify([status.scene, status.sources, status.onAir, status.studioMode])
    : ['connecting', 'unreachable'].includes(status.state)
      ? 'away'
      : status.state;

/** OBS as the rest of Livedeck knows it: a connection, "Add to OBS", and the doctor. */
export const createObsService = (options: ObsServiceOptions): ObsService => {
  const { clock, log, document, password, overlays } = options;
  let disposed = false;

  const findOverlays = async (request: ObsRequest): Promise<readonly ObsSource[]> => {
    const targets = allTargets(overlays, document.get());
    const found = await findSources(request, targets);
    if (!found.ok) return [];
    return targets.flatMap(({ overlayId }, index) =>
      (found.value[index] ?? []).map(({ inputName, way }) => ({ overlayId, inputName, way })),
    );
  };

  const tell = (): void => options.onState(state());
  const examinations = createExaminations({ clock, onChange: tell });

  let wasConnected = false;
  let reported = '';
  const link = createObsLink({
    clock,
    log,
    connectTo: document.get,
    password: password.get,
    findSources: findOverlays,
    onStatus: (status) => {
      const isConnected = status.state === 'connected';
      if (isConnected && !wasConnected) waker.watch();
      wasConnected = isConnected;
      // The doctor's own changes are in its next look.
      const now = reportedOn(status);
      if (now !== reported && examinations.state().examination === undefined) examinations.outdate();
      reported = now;
      tell();
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
    passwordKept: password.state(),
    ...examinations.state(),
  });

  const change = (patch: Partial<ObsSettings>): void => {
    document.set({ ...document.get(), ...patch });
    tell();
  };

  const connect = (): void => {
    document.set({ ...document.get(), enabled: true });
    link.connect();
  };

  /** A password that came in is tried at once where the connection waits for it. */
  const withNewPassword = <T>(kept: Result<T>): Result<T> => {
    if (!kept.ok) return kept;
    tell();
    if (document.get().enabled && link.status().state !== 'connected') link.connect();
    return kept;
  };

  /** From the name that an overlay's source had, going by the overlay's name and the settings then. */
  const renameOf = (overlay: Pick<OverlayAtHand, 'id' | 'name'>, settings: ObsSettings): SourceRename => ({
    overlayId: overlay.id,
    from: inputNameFor(settings, overlay),
    to: inputNameFor(document.get(), overlays.status()[overlay.id] ?? overlay),
  });

  const jobs = createObsJobs({
    ...options,
    link,
    examinations,
    connect,
    setWay: (way) => change({ way }),
  });

  return {
    ...jobs,
    state,
    start: async () => {
      const opened = await password.open();
      tell();
      if (document.get().enabled && !disposed) link.connect();
      return opened;
    },
    configure: (patch) => {
      const before = document.get();
      change(namedIn(patch));
      const { enabled, address, port, inputName } = document.get();
      const moved = address !== before.address || port !== before.port;
      if (enabled && moved) link.connect();
      else if (inputName !== before.inputName)
        void jobs.rename(Object.values(overlays.status()).map((overlay) => renameOf(overlay, before)));
    },
    overlayRenamed: (before) => void jobs.rename([renameOf(before, document.get())]),
    setPassword: async (text, protection) => withNewPassword(await password.set(text, protection)),
    forgetPassword: () => {
      const forgotten = password.forget();
      tell();
      return forgotten;
    },
    unlock: async (passphrase) => withNewPassword(await password.unlock(passphrase)),
    connect,
    disconnect: () => {
      document.set({ ...document.get(), enabled: false });
      link.disconnect();
    },
    windows: async (overlayId) => {
      const target = targetFor(overlays, document.get(), overlayId);
      return target.ok ? windowsNow(link.request, target.value) : target;
    },
    stopDoctor: examinations.stop,
    picture: examinations.picture,
    dispose: () => {
      disposed = true;
      examinations.stop();
      waker.dispose();
      link.dispose();
    },
  };
};
