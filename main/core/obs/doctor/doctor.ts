import type { Localized } from '../../../contract/app-error.ts';
import type { ObsCheck, ObsCheckId, ObsPictureTest, ObsStatus } from '../../../contract/models/obs.ts';
import { obsCheckIds } from '../../../contract/models/obs.ts';
import type { Clock } from '../../ports.ts';
import type { ObsLink } from '../obs-link.ts';
import { runPictureTest } from '../picture/picture-test.ts';
import { password, reachable, sourceKind, version } from './connection-checks.ts';
import type { ExaminationRun, Examined } from './examinations.ts';
import type { Examine, Facts, ObsFacts, PictureFacts, SourceFacts } from './facts.ts';
import { say } from './findings.ts';
import { gatherObsFacts } from './gather.ts';
import { frames, page, pagesFor } from './page-checks.ts';
import { picture, uncovered } from './picture-checks.ts';
import { scene, visible } from './place-checks.ts';
import { coversPicture, size } from './size-checks.ts';
import { address, colourKey, input } from './source-checks.ts';

const examinations: Readonly<Record<ObsCheckId, Examine>> = {
  reachable,
  password,
  version,
  'source-kind': sourceKind,
  input,
  address,
  size,
  'colour-key': colourKey,
  scene,
  visible,
  page,
  frames,
  picture,
  uncovered,
};

/** What only the picture test tells. */
const pictureChecks: readonly ObsCheckId[] = ['frames', 'picture', 'uncovered'];

const comesLater = say(
  'Not looked at: something above has to be mended first.',
  '尚未检查：请先解决上面的问题。',
);

/** All checks, in their order, over what was gathered. */
export const examine = (facts: Facts): readonly ObsCheck[] =>
  obsCheckIds.map((id) => {
    const finding = examinations[id](facts);
    return finding === undefined ? { id, state: 'skipped', text: comesLater } : { id, ...finding };
  });

type BeforePicture = Omit<Facts, 'picture'>;

/** Whether somebody may be looking at OBS's program picture. A virtual camera goes who knows where. */
export const isWatched = (status: ObsStatus): boolean =>
  status.state === 'connected' && (status.streaming || status.recording || status.virtualCamera);

/** Whether somebody may be looking at this overlay, which may be on air from another source than this. */
const isSeen = (status: ObsStatus, overlayId: string, { active }: SourceFacts): boolean =>
  isWatched(status) &&
  (active.videoActive || (status.state === 'connected' && status.onAir.includes(overlayId)));

const stopped = say('Not looked at: the examination was stopped.', '未检查：已被停止。');

const audienceWouldSee = say(
  'Left out: you are live, recording, or sending a virtual camera, and the audience would see the test pattern.',
  '已略过：正在直播、录制或使用虚拟摄像机，观众会看到测试图。',
);

/** What keeps the picture test from being made; `undefined` where nothing does. */
const whyNoPicture = (
  facts: BeforePicture,
  obs: ObsFacts | undefined,
  wish: ObsPictureTest,
): Localized | undefined => {
  const source = obs?.source;
  if (source === undefined || pagesFor(facts, source.source.way).length === 0 || facts.page?.blank === true)
    return comesLater;
  if (wish === 'never') return say('The picture test was left out.', '已略过画面测试。');
  if (!source.active.videoShowing)
    return say(
      'OBS does not show the source now, so there is no picture to test.',
      'OBS 当前未显示该来源，没有可测试的画面。',
    );
  if (wish === 'when-safe' && isSeen(facts.status, facts.target.overlayId, source)) return audienceWouldSee;
  return undefined;
};

export type DoctorDeps = {
  readonly clock: Pick<Clock, 'monotonic' | 'setTimeout'>;
  readonly link: Pick<ObsLink, 'request' | 'status' | 'version' | 'refresh'>;
  readonly showTestPattern: (overlayId: string, on: boolean) => void;
};

const takePicture = async (
  { clock, link, showTestPattern }: DoctorDeps,
  facts: BeforePicture,
  obs: ObsFacts,
  source: SourceFacts,
  options: { readonly wish: ObsPictureTest; readonly signal: AbortSignal },
): Promise<PictureFacts> => {
  const { overlayId } = facts.target;
  // Somebody may go live, or put the preview on air, in the middle of it.
  const isOver = () =>
    options.signal.aborted || (options.wish === 'when-safe' && isSeen(link.status(), overlayId, source));
  const result = await runPictureTest({
    request: link.request,
    clock,
    inputName: source.source.inputName,
    sourceWidth: source.transform?.sourceWidth ?? obs.canvas.width,
    scene: source.active.videoActive && coversPicture(obs) ? obs.scene : undefined,
    show: (on) => showTestPattern(overlayId, on),
    isOver,
  });
  if (!isOver()) return { taken: true, result };
  return { taken: false, why: options.signal.aborted ? stopped : audienceWouldSee };
};

/** Looks at everything between Livedeck and the picture in OBS, and mends nothing. */
export const runDoctor = async (
  deps: DoctorDeps,
  known: Pick<Facts, 'target' | 'settings' | 'host' | 'page'>,
  wish: ObsPictureTest,
  run: ExaminationRun,
): Promise<Examined> => {
  const { link } = deps;
  run.tell('asking');
  await link.refresh();
  const connected = link.status().state === 'connected';
  const obs = connected ? await gatherObsFacts(link.request, known.target) : undefined;
  const before: BeforePicture = { ...known, status: link.status(), version: link.version(), obs };
  const told = obs?.ok === true ? obs.value : undefined;
  const why = run.signal.aborted ? stopped : whyNoPicture(before, told, wish);
  if (why !== undefined || told?.source === undefined) {
    const picture: PictureFacts = { taken: false, why: why ?? comesLater };
    return { checks: examine({ ...before, picture }), picture: undefined };
  }
  const soFar = examine({ ...before, picture: { taken: false, why: comesLater } });
  run.tell(
    'picture',
    soFar.filter(({ id }) => !pictureChecks.includes(id)),
  );
  const taken = await takePicture(deps, before, told, told.source, { wish, signal: run.signal });
  return {
    checks: examine({ ...before, picture: taken }),
    picture: taken.taken ? taken.result.shot : undefined,
  };
};
