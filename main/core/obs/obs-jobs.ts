import type {
  ObsAdded,
  ObsCheck,
  ObsFixId,
  ObsPictureTest,
  ObsSettings,
  ObsWay,
} from '../../contract/models/obs.ts';
import { usualKeyColour } from '../../contract/models/overlay.ts';
import { ok, type Result } from '../../contract/result.ts';
import { addSource, resolveWay } from './add-source.ts';
import { noData } from './answers.ts';
import { runDoctor } from './doctor/doctor.ts';
import { sourceFixes } from './doctor/fixes.ts';
import { pagesFor } from './doctor/page-checks.ts';
import type { ObsLink } from './obs-link.ts';
import type { AddWish, ObsServiceOptions } from './obs-service.ts';
import { createOneAtATime } from './one-at-a-time.ts';
import { pause } from './picture/pause.ts';
import type { ObsTarget } from './source-target.ts';
import { allTargets, targetFor } from './targets.ts';

/** After these the page has to load before there is anything to see. */
const loadingFixes: readonly ObsFixId[] = ['add-source', 'use-window', 'repair-source', 'reload-page'];
const loadMs = 4_000;
const lookEveryMs = 200;

export type ObsJobs = {
  readonly add: (wish: AddWish) => Promise<Result<ObsAdded>>;
  readonly doctor: (overlayId: string, picture: ObsPictureTest) => Promise<Result<readonly ObsCheck[]>>;
  readonly fix: (
    overlayId: string,
    fix: ObsFixId,
    picture: ObsPictureTest,
  ) => Promise<Result<readonly ObsCheck[]>>;
  /** Gives the sources in OBS their new names, so that they are not taken for missing and made twice. */
  readonly rename: (before: ObsSettings) => Promise<void>;
};

/** What changes things in OBS or looks at them closely, one job after the other. */
export const createObsJobs = (
  options: Pick<ObsServiceOptions, 'clock' | 'host' | 'document' | 'overlays'> & {
    readonly link: ObsLink;
    readonly connect: () => void;
    readonly setWay: (way: ObsWay) => void;
  },
): ObsJobs => {
  const { clock, host, document, overlays, link } = options;
  const inTurn = createOneAtATime();
  const settings = document.get;
  const targetOf = (overlayId: string) => targetFor(overlays, settings(), overlayId);

  /** A browser's window needs a colour to be taken out before it may go over anybody's picture. */
  const readyForWindow = (target: ObsTarget): Result<ObsTarget> => {
    if (host === 'desktop' || target.keyColour !== null) return ok(target);
    const filled = overlays.setKeyColour(target.overlayId, usualKeyColour);
    return filled.ok ? targetOf(target.overlayId) : filled;
  };

  const add = async ({ overlayId, scene, way, window }: AddWish): Promise<Result<ObsAdded>> => {
    const target = targetOf(overlayId);
    if (!target.ok) return target;
    const wished = way ?? settings().way;
    const chosen = await resolveWay(link.request, target.value, wished);
    if (!chosen.ok) return chosen;
    const ready = chosen.value === 'window' ? readyForWindow(target.value) : target;
    if (!ready.ok) return ready;
    const added = await addSource(link.request, ready.value, {
      scene: scene ?? settings().scene,
      way: chosen.value,
      ...(window === undefined ? {} : { window }),
    });
    await link.refresh();
    return added;
  };

  const doctor = async (overlayId: string, picture: ObsPictureTest): Promise<Result<readonly ObsCheck[]>> => {
    const target = targetOf(overlayId);
    if (!target.ok) return target;
    // Whoever asks the doctor has just changed something, most likely in OBS.
    if (['unreachable', 'refused'].includes(link.status().state)) link.connect();
    await link.settled();
    const known = { target: target.value, settings: settings(), host, page: overlays.status()[overlayId] };
    return ok(await runDoctor({ clock, link, showTestPattern: overlays.showTestPattern }, known, picture));
  };

  const pageArrived = async (overlayId: string): Promise<void> => {
    const end = clock.now() + loadMs;
    const there = () => {
      const facts = { page: overlays.status()[overlayId] };
      return pagesFor(facts, 'browser').length + pagesFor(facts, 'window').length > 0;
    };
    while (!there() && clock.now() < end) await pause(clock, lookEveryMs);
  };

  const mend = async (overlayId: string, fix: ObsFixId): Promise<Result<unknown>> => {
    if (fix === 'reconnect') {
      options.connect();
      return ok(null);
    }
    if (fix === 'add-source') return add({ overlayId });
    if (fix === 'use-window') {
      options.setWay('window');
      return add({ overlayId, way: 'window' });
    }
    const target = targetOf(overlayId);
    if (!target.ok) return target;
    return sourceFixes[fix]({ request: link.request, clock, target: target.value, overlays });
  };

  const rename = async (before: ObsSettings): Promise<void> => {
    const now = allTargets(overlays, settings());
    for (const { overlayId, inputName } of allTargets(overlays, before)) {
      const newInputName = now.find((target) => target.overlayId === overlayId)?.inputName;
      // OBS refuses where there is no such source; then there is nothing to rename.
      if (newInputName !== undefined) await link.request('SetInputName', { inputName, newInputName }, noData);
    }
  };

  return {
    rename: (before) => inTurn(() => rename(before)),
    add: (wish) => inTurn(() => add(wish)),
    doctor: (overlayId, picture) => inTurn(() => doctor(overlayId, picture)),
    fix: (overlayId, fix, picture) =>
      inTurn(async () => {
        const mended = await mend(overlayId, fix);
        if (!mended.ok) return mended;
        if (loadingFixes.includes(fix)) await pageArrived(overlayId);
        return doctor(overlayId, picture);
      }),
  };
};
