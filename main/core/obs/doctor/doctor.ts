import type { Localized } from '../../../contract/app-error.ts';
import type { ObsCheck, ObsCheckId, ObsPictureTest } from '../../../contract/models/obs.ts';
import { obsCheckIds } from '../../../contract/models/obs.ts';
import type { Clock } from '../../ports.ts';
import type { ObsLink } from '../obs-link.ts';
import { runPictureTest } from '../picture/picture-test.ts';
import { password, reachable, sourceKind, version } from './connection-checks.ts';
import type { Examine, Facts, ObsFacts, PictureFacts } from './facts.ts';
import { say } from './findings.ts';
import { gatherObsFacts } from './gather.ts';
import { frames, page, pagesFor } from './page-checks.ts';
import { picture, uncovered } from './picture-checks.ts';
import { coversPicture, scene, size, visible } from './place-checks.ts';
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

const isLive = ({ status }: BeforePicture): boolean =>
  status.state === 'connected' && (status.streaming || status.recording);

/** What keeps the picture test from being made; `undefined` where nothing does. */
const whyNoPicture = (
  facts: BeforePicture,
  obs: ObsFacts | undefined,
  wish: ObsPictureTest,
): Localized | undefined => {
  const source = obs?.source;
  if (wish === 'never') return say('The picture test was left out.', '已略过画面测试。');
  if (source === undefined || pagesFor(facts, source.source.way).length === 0 || facts.page?.blank === true)
    return comesLater;
  if (!source.active.videoShowing)
    return say(
      'OBS does not show the source now, so there is no picture to test.',
      'OBS 当前未显示该来源，没有可测试的画面。',
    );
  if (wish === 'when-safe' && source.active.videoActive && isLive(facts))
    return say(
      'Left out: you are live or recording, and the audience would see the test pattern.',
      '已略过：正在直播或录制，观众会看到测试图。',
    );
  return undefined;
};

export type DoctorDeps = {
  readonly clock: Pick<Clock, 'now' | 'setTimeout'>;
  readonly link: Pick<ObsLink, 'request' | 'status' | 'version' | 'refresh'>;
  readonly showTestPattern: (overlayId: string, on: boolean) => void;
};

/** Looks at everything between Livedeck and the picture in OBS, and mends nothing. */
export const runDoctor = async (
  { clock, link, showTestPattern }: DoctorDeps,
  known: Pick<Facts, 'target' | 'settings' | 'host' | 'page'>,
  wish: ObsPictureTest,
): Promise<readonly ObsCheck[]> => {
  await link.refresh();
  const connected = link.status().state === 'connected';
  const obs = connected ? await gatherObsFacts(link.request, known.target) : undefined;
  const before: BeforePicture = { ...known, status: link.status(), version: link.version(), obs };
  const told = obs?.ok === true ? obs.value : undefined;
  const why = whyNoPicture(before, told, wish);
  const source = told?.source;
  if (why !== undefined || source === undefined)
    return examine({ ...before, picture: { taken: false, why: why ?? comesLater } });
  const taken: PictureFacts = {
    taken: true,
    result: await runPictureTest({
      request: link.request,
      clock,
      inputName: source.source.inputName,
      sourceWidth: source.transform?.sourceWidth ?? told?.canvas.width ?? 0,
      scene: told !== undefined && source.active.videoActive && coversPicture(told) ? told.scene : undefined,
      show: (on) => showTestPattern(known.target.overlayId, on),
    }),
  };
  return examine({ ...before, picture: taken });
};
