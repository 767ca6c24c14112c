import type { ObsWindow } from '../../contract/models/obs.ts';
import { err, ok, type Result } from '../../contract/result.ts';
import { type Canvas, createdItemAnswer, defaultsAnswer, inputSettingsAnswer, noData } from './answers.ts';
import { type ChosenWay, readScenes } from './choose-way.ts';
import { type FoundSource, isSameOverlay } from './find-source.ts';
import type { ObsRequest } from './obs-session.ts';
import { placeSource } from './place-source.ts';
import { isTaken } from './request-problems.ts';
import { findItem } from './scene-items.ts';
import {
  browserSettings,
  isSameWindow,
  settingsAgree,
  type WindowKind,
  windowSettings,
} from './source-kinds.ts';
import { nameTaken, noSuchWindow } from './source-problems.ts';
import type { ObsTarget } from './source-target.ts';
import { listWindows, pickWindow } from './windows.ts';

export type SourceJob = {
  readonly request: ObsRequest;
  readonly target: ObsTarget;
  readonly chosen: ChosenWay;
  readonly canvas: Canvas;
  /** Leaves a source that is there as large as it is, for it is as large in every scene. */
  readonly keepSize?: boolean;
  readonly scene: string;
  readonly window?: ObsWindow['value'] | undefined;
};

/** The window that was named, the one that the source has if it is still there, or the one with the overlay's title. */
const windowFor = async (
  { request, target, window }: SourceJob,
  kind: WindowKind,
  inputName: string,
  current: unknown,
): Promise<Result<ObsWindow['value']>> => {
  const windows = await listWindows(request, inputName, kind);
  if (!windows.ok) return windows;
  const wanted = window ?? current;
  const found =
    windows.value.find(({ value }) => isSameWindow(value, wanted)) ??
    pickWindow(windows.value, target.windowTitle);
  return found === undefined ? err(noSuchWindow(target.windowTitle)) : ok(found.value);
};

/** Brings an input's settings to what they should be; answers whether they were not. */
const mendSettings = async (job: SourceJob, inputName: string): Promise<Result<boolean>> => {
  const { request, chosen, target, canvas, keepSize } = job;
  const there = await request('GetInputSettings', { inputName }, inputSettingsAnswer);
  if (!there.ok) return there;
  const { inputSettings } = there.value;
  let wanted: ReturnType<typeof browserSettings>;
  if (chosen.way === 'browser') wanted = browserSettings(target.url, keepSize ? undefined : canvas);
  else if (chosen.window === undefined) return ok(false);
  else {
    const { window: kind } = chosen;
    const window = await windowFor(job, kind, inputName, inputSettings[kind.property]);
    if (!window.ok) return window;
    wanted = windowSettings(kind, window.value);
  }
  const defaults = await request('GetInputDefaultSettings', { inputKind: chosen.kind }, defaultsAnswer);
  const known = defaults.ok ? defaults.value.defaultInputSettings : {};
  if (settingsAgree(inputSettings, wanted, known)) return ok(false);
  const set = await request('SetInputSettings', { inputName, inputSettings: { ...wanted } }, noData);
  return set.ok ? ok(true) : set;
};

/** More than there are overlays. */
const mostNames = 100;

/** The overlay's name in OBS, numbered where another overlay's source has it, e.g. from before that was renamed. */
const freeName = async ({ request, target }: SourceJob): Promise<string> => {
  for (let count = 1; count < mostNames; count += 1) {
    const inputName = count === 1 ? target.inputName : `${target.inputName} ${count}`;
    const there = await request('GetInputSettings', { inputName }, inputSettingsAnswer);
    const shown = there.ok ? there.value.inputSettings.url : undefined;
    if (!target.otherUrls.some((url) => isSameOverlay(shown, url))) return inputName;
  }
  return target.inputName;
};

/** Makes the input, switched off in its scene until everything about it is right; answers its name. */
const createSource = async (job: SourceJob): Promise<Result<string>> => {
  const { request, target, chosen, canvas, scene } = job;
  const inputName = await freeName(job);
  const inputSettings =
    chosen.way === 'browser' ? browserSettings(target.url, canvas) : { ...chosen.window?.settings };
  const made = await request(
    'CreateInput',
    { sceneName: scene, inputName, inputKind: chosen.kind, inputSettings, sceneItemEnabled: false },
    createdItemAnswer,
  );
  if (!made.ok) return isTaken(made.error) ? err(nameTaken(inputName)) : made;
  if (chosen.way === 'browser') return ok(inputName);
  const pointed = await mendSettings(job, inputName);
  if (pointed.ok) return ok(inputName);
  await request('RemoveInput', { inputName }, noData);
  return pointed;
};

/** Scenes besides the chosen one in which the source is switched on. */
const otherScenesWith = async (
  { request, scene }: SourceJob,
  inputName: string,
): Promise<Result<readonly string[]>> => {
  const all = await readScenes(request);
  if (!all.ok) return all;
  const found: string[] = [];
  for (const name of all.value.scenes) {
    if (name === scene) continue;
    const there = await findItem(request, name, inputName);
    if (!there.ok) return there;
    if (there.value?.item.sceneItemEnabled === true) found.push(name);
  }
  return ok(found);
};

/**
 * Puts another kind of source in the place of ours, in every scene, and answers its name. The old one goes only when the
 * new one is there.
 */
const replaceSource = async (job: SourceJob, old: FoundSource): Promise<Result<string>> => {
  const { request, chosen, canvas } = job;
  const scenes = await otherScenesWith(job, old.inputName);
  if (!scenes.ok) return scenes;
  // OBS frees a removed source's name only later, so the old one steps aside first.
  const aside = `${old.inputName} (old)`;
  const renamed = await request('SetInputName', { inputName: old.inputName, newInputName: aside }, noData);
  if (!renamed.ok) return renamed;
  const made = await createSource(job);
  if (!made.ok) {
    await request('SetInputName', { inputName: aside, newInputName: old.inputName }, noData);
    return made;
  }
  for (const scene of scenes.value) {
    const source = { inputName: made.value, way: chosen.way, canvas };
    const placed = await placeSource(request, scene, source);
    if (!placed.ok) return placed;
  }
  const removed = await request('RemoveInput', { inputName: aside }, noData);
  return removed.ok ? made : removed;
};

export type WrittenSource = {
  readonly inputName: string;
  readonly made: 'created' | 'repaired' | 'unchanged';
};

/** Sees to it that the overlay's input is there once, of the right kind and with the right settings. */
export const writeSource = async (
  job: SourceJob,
  found: FoundSource | undefined,
): Promise<Result<WrittenSource>> => {
  if (found === undefined) {
    const made = await createSource(job);
    return made.ok ? ok({ inputName: made.value, made: 'created' }) : made;
  }
  if (found.kind !== job.chosen.kind) {
    const made = await replaceSource(job, found);
    return made.ok ? ok({ inputName: made.value, made: 'repaired' }) : made;
  }
  const mended = await mendSettings(job, found.inputName);
  if (!mended.ok) return mended;
  return ok({ inputName: found.inputName, made: mended.value ? 'repaired' : 'unchanged' });
};
