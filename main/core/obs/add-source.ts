import type { ObsAdded, ObsWay } from '../../contract/models/obs.ts';
import { err, ok, type Result } from '../../contract/result.ts';
import type { Canvas } from './answers.ts';
import { type ChosenWay, chooseScene, readCanvas, readKinds, wayAmong } from './choose-way.ts';
import { setColourKey } from './colour-key.ts';
import { type FoundSource, findSource } from './find-source.ts';
import type { ObsRequest } from './obs-session.ts';
import { placeSource } from './place-source.ts';
import { isMadeByHand } from './source-kinds.ts';
import { noSourceYet } from './source-problems.ts';
import type { ObsTarget, SourceWish } from './source-target.ts';
import { writeSource } from './write-source.ts';

/** What is wished, else what is there already, else what suits this build of OBS. */
const chooseFor = async (
  request: ObsRequest,
  wished: ObsWay | null,
  found: FoundSource | undefined,
): Promise<Result<ChosenWay>> => {
  if (found !== undefined && isMadeByHand(found.kind) && wished !== 'browser')
    return ok({ way: 'window', kind: found.kind });
  const kinds = await readKinds(request);
  return kinds.ok ? wayAmong(kinds.value, wished ?? found?.way ?? null) : kinds;
};

/** How this overlay gets, or would get, into this OBS. */
export const resolveWay = async (
  request: ObsRequest,
  target: ObsTarget,
  { scene, way }: Pick<SourceWish, 'scene' | 'way'>,
): Promise<Result<ObsWay>> => {
  const found = await findSource(request, target, scene);
  if (!found.ok) return found;
  const chosen = await chooseFor(request, way, found.value);
  return chosen.ok ? ok(chosen.value.way) : chosen;
};

const keySource = async (
  request: ObsRequest,
  { windowKeyColour }: ObsTarget,
  inputName: string,
  way: ObsWay,
): Promise<Result<boolean>> =>
  way === 'window' && windowKeyColour !== null
    ? setColourKey(request, inputName, windowKeyColour)
    : ok(false);

/**
 * Makes the overlay's source in OBS or mends the one that is there: right kind, address or window, colour key, one item
 * in the scene, over the whole canvas. Running it again changes nothing.
 */
export const addSource = async (
  request: ObsRequest,
  target: ObsTarget,
  wish: SourceWish,
): Promise<Result<ObsAdded>> => {
  const found = await findSource(request, target, wish.scene);
  if (!found.ok) return found;
  const chosen = await chooseFor(request, wish.way, found.value);
  if (!chosen.ok) return chosen;
  const scene = await chooseScene(request, wish.scene);
  if (!scene.ok) return scene;
  const canvas = await readCanvas(request);
  if (!canvas.ok) return canvas;

  const job = { request, target, chosen: chosen.value, canvas: canvas.value, scene: scene.value };
  const written = await writeSource({ ...job, window: wish.window }, found.value);
  if (!written.ok) return written;
  const { inputName, made } = written.value;
  const { way } = chosen.value;

  const keyed = await keySource(request, target, inputName, way);
  if (!keyed.ok) return keyed;
  const placed = await placeSource(request, scene.value, { inputName, way, canvas: canvas.value });
  if (!placed.ok) return placed;
  const changed = keyed.value || placed.value;
  return ok({
    made: made === 'unchanged' && changed ? 'repaired' : made,
    way,
    inputName,
    scene: scene.value,
  });
};

/**
 * Mends the settings of the source that is there, and its colour key; where it stands stays as it is, and its size too
 * unless it is to have the canvas's.
 */
export const repairSource = async (
  request: ObsRequest,
  target: ObsTarget,
  size: 'its-own' | 'canvas' = 'its-own',
): Promise<Result<{ readonly inputName: string; readonly way: ObsWay; readonly canvas: Canvas }>> => {
  const found = await findSource(request, target);
  if (!found.ok) return found;
  if (found.value === undefined) return err(noSourceYet);
  const chosen = await chooseFor(request, found.value.way, found.value);
  if (!chosen.ok) return chosen;
  const canvas = await readCanvas(request);
  if (!canvas.ok) return canvas;
  const { inputName, way } = found.value;
  const job = { request, target, chosen: chosen.value, canvas: canvas.value, scene: '' };
  const written = await writeSource({ ...job, keepSize: size === 'its-own' }, found.value);
  if (!written.ok) return written;
  const keyed = await keySource(request, target, inputName, way);
  return keyed.ok ? ok({ inputName, way, canvas: canvas.value }) : keyed;
};
