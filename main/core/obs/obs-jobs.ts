import { appError } from '../../contract/app-error.ts';
import {
  type ObsAdded,
  type ObsCheck,
  type ObsFixId,
  type ObsPictureTest,
  type ObsWay,
  obsFixesOnlyWhenAsked,
} from '../../contract/models/obs.ts';
import { usualKeyColour } from '../../contract/models/overlay.ts';
import { err, ok, type Result } from '../../contract/result.ts';
import { addSource, resolveWay } from './add-source.ts';
import { noData } from './answers.ts';
import { isWatched, runDoctor } from './doctor/doctor.ts';
import type { ExaminationRun, Examinations, Examined } from './doctor/examinations.ts';
import { sourceFixes } from './doctor/fixes.ts';
import { pagesFor } from './doctor/page-checks.ts';
import { findSources } from './find-source.ts';
import type { ObsLink } from './obs-link.ts';
import type { AddWish, ObsServiceOptions } from './obs-service.ts';
import { createOneAtATime } from './one-at-a-time.ts';
import { pause } from './picture/pause.ts';
import type { ObsTarget } from './source-target.ts';
import { targetFor } from './targets.ts';

/** After these the page has to load before there is anything to see. */
const loadingFixes: readonly ObsFixId[] = ['add-source', 'use-window', 'repair-source', 'reload-page'];
const loadMs = 4_000;
/** A browser that starts for the overlay's window takes a while; the add call must not outlast the panel's patience. */
const windowMs = 10_000;
const lookEveryMs = 200;

const patternWouldShow = appError(
  'not-allowed',
  {
    en: 'Not done: you are live or recording, and measuring shows the test pattern on the picture.',
    'zh-CN': '未执行：正在直播或录制，测量时画面上会出现测试图。',
  },
  {
    remedy: {
      en: 'Do it after the show, or run the picture test anyway first.',
      'zh-CN': '请在下播后进行，或先选择仍然运行画面测试。',
    },
  },
);

type Report = Promise<Result<readonly ObsCheck[]>>;

export type SourceRename = { readonly overlayId: string; readonly from: string; readonly to: string };

export type ObsJobs = {
  readonly add: (wish: AddWish) => Promise<Result<ObsAdded>>;
  readonly doctor: (overlayId: string, picture: ObsPictureTest) => Report;
  readonly fix: (overlayId: string, fix: ObsFixId, picture: ObsPictureTest) => Report;
  /** Mends one thing after the other, each once, and looks again. The picture test comes last. */
  readonly mendAll: (overlayId: string, picture: ObsPictureTest) => Report;
  /** Gives the sources in OBS their new names, so that they are not taken for missing and made twice. */
  readonly rename: (renames: readonly SourceRename[]) => Promise<void>;
};

/** What changes things in OBS or looks at them closely, one job after the other. */
export const createObsJobs = (
  options: Pick<ObsServiceOptions, 'clock' | 'host' | 'document' | 'overlays'> & {
    readonly link: ObsLink;
    readonly examinations: Examinations;
    readonly connect: () => void;
    readonly setWay: (way: ObsWay) => void;
  },
): ObsJobs => {
  const { clock, host, document, overlays, link, examinations } = options;
  const inTurn = createOneAtATime();
  const settings = document.get;
  const targetOf = (overlayId: string) => targetFor(overlays, settings(), overlayId);

  const waitFor = async (isSo: () => boolean, ms: number): Promise<void> => {
    const end = clock.monotonic() + ms;
    while (!isSo() && clock.monotonic() < end) await pause(clock, lookEveryMs);
  };

  /** A browser's window needs a colour to be taken out before it may go over anybody's picture. */
  const readyForWindow = (target: ObsTarget): Result<ObsTarget> => {
    if (host === 'desktop' || target.windowKeyColour !== null) return ok(target);
    const filled = overlays.setKeyColour(target.overlayId, usualKeyColour);
    return filled.ok ? targetOf(target.overlayId) : filled;
  };

  /** Opens the overlay's window unless a page of it is there, and waits until its page is. */
  const windowReady = async (overlayId: string): Promise<Result<unknown>> => {
    const isThere = () => pagesFor({ page: overlays.status()[overlayId] }, 'window').length > 0;
    if (isThere()) return ok(null);
    const opened = await overlays.openWindow(overlayId);
    if (!opened.ok) return opened;
    await waitFor(isThere, windowMs);
    return ok(null);
  };

  const add = async ({ overlayId, scene, way, window }: AddWish): Promise<Result<ObsAdded>> => {
    const target = targetOf(overlayId);
    if (!target.ok) return target;
    const wish = { scene: scene ?? settings().scene, way: way ?? settings().way };
    const chosen = await resolveWay(link.request, target.value, wish);
    if (!chosen.ok) return chosen;
    const ready = chosen.value === 'window' ? readyForWindow(target.value) : target;
    if (!ready.ok) return ready;
    // OBS can only be shown a window that is there; one that somebody picked is.
    if (chosen.value === 'window' && window === undefined) {
      const opened = await windowReady(overlayId);
      if (!opened.ok) return opened;
    }
    const added = await addSource(link.request, ready.value, {
      scene: wish.scene,
      way: chosen.value,
      ...(window === undefined ? {} : { window }),
    });
    await link.refresh();
    return added;
  };

  const look = async (
    overlayId: string,
    picture: ObsPictureTest,
    run: ExaminationRun,
  ): Promise<Result<Examined>> => {
    const target = targetOf(overlayId);
    if (!target.ok) return target;
    run.tell('connecting');
    // Whoever asks the doctor has just changed something, most likely in OBS.
    if (['unreachable', 'refused'].includes(link.status().state)) link.connect();
    await link.settled();
    const known = { target: target.value, settings: settings(), host, page: overlays.status()[overlayId] };
    const deps = { clock, link, showTestPattern: overlays.showTestPattern };
    return ok(await runDoctor(deps, known, picture, run));
  };

  const pageArrived = async (overlayId: string, { signal }: ExaminationRun): Promise<void> => {
    const facts = () => ({ page: overlays.status()[overlayId] });
    const isThere = () => pagesFor(facts(), 'browser').length + pagesFor(facts(), 'window').length > 0;
    await waitFor(() => signal.aborted || isThere(), loadMs);
  };

  const mend = async (overlayId: string, fix: ObsFixId): Promise<Result<unknown>> => {
    if (fix === 'reconnect') {
      options.connect();
      return ok(null);
    }
    if (fix === 'add-source') return add({ overlayId });
    if (fix === 'open-window') {
      const opened = await windowReady(overlayId);
      return opened.ok ? mend(overlayId, 'repair-source') : opened;
    }
    if (fix === 'use-window') {
      options.setWay('window');
      return add({ overlayId, way: 'window' });
    }
    const target = targetOf(overlayId);
    if (!target.ok) return target;
    return sourceFixes[fix]({ request: link.request, clock, target: target.value, overlays });
  };

  type Wish = { readonly overlayId: string; readonly picture: ObsPictureTest; readonly run: ExaminationRun };

  /** Mends one thing and waits until it can be looked at. */
  const mendOne = async ({ overlayId, picture, run }: Wish, fix: ObsFixId): Promise<Result<unknown>> => {
    if (fix === 'crop-window' && picture !== 'always' && isWatched(link.status()))
      return err(patternWouldShow);
    run.tell('mending');
    const mended = await mend(overlayId, fix);
    if (!mended.ok || !loadingFixes.includes(fix)) return mended;
    run.tell('loading');
    await pageArrived(overlayId, run);
    return ok(null);
  };

  const fixAndLook = async (wish: Wish, fix: ObsFixId): Promise<Result<Examined>> => {
    const mended = await mendOne(wish, fix);
    return mended.ok ? look(wish.overlayId, wish.picture, wish.run) : mended;
  };

  /** Mends and looks until nothing is left that has not been tried; what was tried is added to `tried`. */
  const mendRound = async (wish: Wish, tried: Set<ObsFixId>): Promise<Result<Examined>> => {
    const { overlayId, picture, run } = wish;
    for (;;) {
      const looked = await look(overlayId, picture, run);
      if (!looked.ok || run.signal.aborted) return looked;
      const next = looked.value.checks.flatMap(({ state, fix }) =>
        state === 'problem' && fix !== undefined && !tried.has(fix) && !obsFixesOnlyWhenAsked.includes(fix)
          ? [fix]
          : [],
      )[0];
      if (next === undefined) return looked;
      tried.add(next);
      const mended = await mendOne(wish, next);
      if (!mended.ok) return ok({ ...looked.value, error: mended.error });
    }
  };

  const mendEverything = async (wish: Wish): Promise<Result<Examined>> => {
    const tried = new Set<ObsFixId>();
    const quick = await mendRound({ ...wish, picture: 'never' }, tried);
    const isEnough = !quick.ok || quick.value.error !== undefined || wish.run.signal.aborted;
    return isEnough || wish.picture === 'never' ? quick : mendRound(wish, tried);
  };

  const rename: ObsJobs['rename'] = async (renames) => {
    for (const { overlayId, from, to } of renames) {
      const target = targetOf(overlayId);
      if (from === to || !target.ok) continue;
      const found = await findSources(link.request, [{ ...target.value, inputName: from }]);
      const isOurs = found.ok && found.value[0]?.some(({ inputName }) => inputName === from);
      // Where something in OBS has the new name already, OBS refuses and the old one stays.
      if (isOurs) await link.request('SetInputName', { inputName: from, newInputName: to }, noData);
    }
  };

  return {
    rename: (renames) => inTurn(() => rename(renames)),
    add: (wish) => inTurn(() => add(wish)),
    doctor: (overlayId, picture) =>
      examinations.run(overlayId, (run) => inTurn(() => look(overlayId, picture, run))),
    fix: (overlayId, fix, picture) =>
      examinations.run(overlayId, (run) => inTurn(() => fixAndLook({ overlayId, picture, run }, fix))),
    mendAll: (overlayId, picture) =>
      examinations.run(overlayId, (run) => inTurn(() => mendEverything({ overlayId, picture, run }))),
  };
};
