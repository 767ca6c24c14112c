import type { ObsWay } from '../../contract/models/obs.ts';
import { err, ok, type Result } from '../../contract/result.ts';
import { type Canvas, kindsAnswer, scenesAnswer, videoAnswer } from './answers.ts';
import type { ObsRequest } from './obs-session.ts';
import { browserKind, chooseWindowKind, type WindowKind } from './source-kinds.ts';
import { noBrowserSource, noSceneYet, noSuchScene, noWindowCapture } from './source-problems.ts';

export type ChosenWay =
  | { readonly way: 'browser'; readonly kind: typeof browserKind }
  /** Without `window` it was made by hand and its settings are not ours. */
  | { readonly way: 'window'; readonly kind: string; readonly window?: WindowKind };

/** The way that is wished, or the best that this build of OBS offers. */
export const wayAmong = (kinds: readonly string[], wished: ObsWay | null): Result<ChosenWay> => {
  const hasBrowser = kinds.includes(browserKind);
  if (wished !== 'window' && hasBrowser) return ok({ way: 'browser', kind: browserKind });
  if (wished === 'browser') return err(noBrowserSource);
  const window = chooseWindowKind(kinds);
  return window === undefined ? err(noWindowCapture) : ok({ way: 'window', kind: window.kind, window });
};

export const readKinds = async (request: ObsRequest): Promise<Result<readonly string[]>> => {
  const answer = await request('GetInputKindList', {}, kindsAnswer);
  return answer.ok ? ok(answer.value.inputKinds) : answer;
};

export const readCanvas = async (request: ObsRequest): Promise<Result<Canvas>> => {
  const answer = await request('GetVideoSettings', undefined, videoAnswer);
  return answer.ok ? ok({ width: answer.value.baseWidth, height: answer.value.baseHeight }) : answer;
};

type Scenes = { readonly scenes: readonly string[]; readonly current: string };

/** All scenes from top to bottom, as OBS shows them, and the one on air. */
export const readScenes = async (request: ObsRequest): Promise<Result<Scenes>> => {
  const answer = await request('GetSceneList', {}, scenesAnswer);
  if (!answer.ok) return answer;
  const { scenes, currentProgramSceneName } = answer.value;
  // OBS counts from the bottom.
  const fromTop = [...scenes].sort((one, other) => other.sceneIndex - one.sceneIndex);
  return ok({ scenes: fromTop.map(({ sceneName }) => sceneName), current: currentProgramSceneName ?? '' });
};

/** The scene that is wished, if OBS still has it, or the one on air. */
export const chooseScene = async (request: ObsRequest, wished: string | null): Promise<Result<string>> => {
  const scenes = await readScenes(request);
  if (!scenes.ok) return scenes;
  const scene = wished ?? scenes.value.current;
  if (scene === '') return err(noSceneYet);
  return scenes.value.scenes.includes(scene) ? ok(scene) : err(noSuchScene(scene));
};
