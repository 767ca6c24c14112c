import type { ObsWindow } from '../../../contract/models/obs.ts';
import { ok, type Result } from '../../../contract/result.ts';
import {
  activeAnswer,
  defaultsAnswer,
  inputSettingsAnswer,
  previewSceneAnswer,
  programSceneAnswer,
  studioModeAnswer,
  type Transform,
} from '../answers.ts';
import { readCanvas, readKinds } from '../choose-way.ts';
import { readFilters } from '../colour-key.ts';
import { type FoundSource, findSource } from '../find-source.ts';
import { readTransform } from '../fit.ts';
import type { ObsRequest } from '../obs-session.ts';
import { isNotFound } from '../request-problems.ts';
import { findItem, type Placed } from '../scene-items.ts';
import { windowKindOf } from '../source-kinds.ts';
import type { ObsTarget } from '../source-target.ts';
import { listWindows } from '../windows.ts';
import type { ObsFacts, SourceFacts } from './facts.ts';

const readSettings = async (
  request: ObsRequest,
  { inputName, kind }: FoundSource,
): Promise<Result<Readonly<Record<string, unknown>>>> => {
  const own = await request('GetInputSettings', { inputName }, inputSettingsAnswer);
  if (!own.ok) return own;
  // OBS leaves out what is at its default.
  const defaults = await request('GetInputDefaultSettings', { inputKind: kind }, defaultsAnswer);
  return ok({ ...(defaults.ok ? defaults.value.defaultInputSettings : {}), ...own.value.inputSettings });
};

const readWindows = async (
  request: ObsRequest,
  { inputName, kind }: FoundSource,
): Promise<Result<readonly ObsWindow[] | undefined>> => {
  const windowKind = windowKindOf(kind);
  return windowKind === undefined ? ok(undefined) : listWindows(request, inputName, windowKind);
};

const readPlace = async (
  request: ObsRequest,
  scene: string,
  inputName: string,
): Promise<Result<{ readonly placed: Placed | undefined; readonly transform: Transform | undefined }>> => {
  if (scene === '') return ok({ placed: undefined, transform: undefined });
  const placed = await findItem(request, scene, inputName);
  if (!placed.ok) return placed;
  if (placed.value === undefined) return ok({ placed: undefined, transform: undefined });
  const { container, item } = placed.value;
  const transform = await readTransform(request, { container, sceneItemId: item.sceneItemId });
  return transform.ok ? ok({ placed: placed.value, transform: transform.value }) : transform;
};

/** Studio mode's other scene. That OBS does not tell keeps nothing else from being looked at. */
const readPreview = async (request: ObsRequest): Promise<string | undefined> => {
  const studio = await request('GetStudioModeEnabled', undefined, studioModeAnswer);
  if (!studio.ok || !studio.value.studioModeEnabled) return undefined;
  const preview = await request('GetCurrentPreviewScene', undefined, previewSceneAnswer);
  return preview.ok ? preview.value.currentPreviewSceneName : undefined;
};

const isPreviewed = async (
  request: ObsRequest,
  preview: string | undefined,
  inputName: string,
): Promise<boolean> => {
  if (preview === undefined) return false;
  const placed = await findItem(request, preview, inputName);
  return placed.ok && placed.value?.item.sceneItemEnabled === true;
};

const gatherSource = async (
  request: ObsRequest,
  source: FoundSource,
  scene: string,
  preview: string | undefined,
): Promise<Result<SourceFacts>> => {
  const { inputName } = source;
  const settings = await readSettings(request, source);
  if (!settings.ok) return settings;
  const windows = await readWindows(request, source);
  if (!windows.ok) return windows;
  const filters = await readFilters(request, inputName);
  if (!filters.ok) return filters;
  const active = await request('GetSourceActive', { sourceName: inputName }, activeAnswer);
  if (!active.ok) return active;
  const place = await readPlace(request, scene, inputName);
  if (!place.ok) return place;
  const previewed = await isPreviewed(request, preview, inputName);
  return ok({
    source,
    settings: settings.value,
    windows: windows.value,
    filters: filters.value,
    active: active.value,
    ...place.value,
    previewed,
  });
};

/** Asks OBS for everything that the doctor goes by, except pictures. Changes nothing. */
export const gatherObsFacts = async (request: ObsRequest, target: ObsTarget): Promise<Result<ObsFacts>> => {
  const kinds = await readKinds(request);
  if (!kinds.ok) return kinds;
  const canvas = await readCanvas(request);
  if (!canvas.ok) return canvas;
  const scene = await request('GetCurrentProgramScene', undefined, programSceneAnswer);
  if (!scene.ok) return scene;
  const found = await findSource(request, target);
  if (!found.ok) return found;
  const sceneName = scene.value.currentProgramSceneName;
  const previewScene = await readPreview(request);
  const base = { kinds: kinds.value, canvas: canvas.value, scene: sceneName, previewScene };
  if (found.value === undefined) return ok({ ...base, source: undefined });
  const source = await gatherSource(request, found.value, sceneName, previewScene);
  // OBS lists an input for a while after it was taken out.
  if (!source.ok && isNotFound(source.error)) return ok({ ...base, source: undefined });
  return source.ok ? ok({ ...base, source: source.value }) : source;
};
