import type { ObsFixId } from '../../../contract/models/obs.ts';
import { usualKeyColour } from '../../../contract/models/overlay.ts';
import { err, ok, type Result } from '../../../contract/result.ts';
import type { Clock } from '../../ports.ts';
import { repairSource } from '../add-source.ts';
import { noData, programSceneAnswer, transitionAnswer } from '../answers.ts';
import { setColourKey } from '../colour-key.ts';
import { findSource } from '../find-source.ts';
import { cropItem, fitItem } from '../fit.ts';
import type { ObsRequest } from '../obs-session.ts';
import type { OverlaysForObs } from '../overlay-port.ts';
import { measureMargins } from '../picture/measure-margins.ts';
import { pause } from '../picture/pause.ts';
import { placeSource } from '../place-source.ts';
import { reloadPages } from '../reload-pages.ts';
import { bringToFront, findItem, type Placed, setEnabled } from '../scene-items.ts';
import { noSourceYet, notInScene } from '../source-problems.ts';
import type { ObsTarget } from '../source-target.ts';

/** What a fix may use. Fixes that are more than a request or two to OBS (`reconnect`, adding) are the service's. */
export type FixContext = {
  readonly request: ObsRequest;
  readonly clock: Pick<Clock, 'monotonic' | 'setTimeout'>;
  readonly target: ObsTarget;
  readonly overlays: Pick<OverlaysForObs, 'setKeyColour' | 'showTestPattern'>;
};

type Fix = (context: FixContext) => Promise<Result<unknown>>;

/** The overlay's item in the scene on air. */
const placedNow = async ({
  request,
  target,
}: FixContext): Promise<Result<{ readonly placed: Placed; readonly inputName: string }>> => {
  const found = await findSource(request, target);
  if (!found.ok) return found;
  if (found.value === undefined) return err(noSourceYet);
  const scene = await request('GetCurrentProgramScene', undefined, programSceneAnswer);
  if (!scene.ok) return scene;
  const { inputName } = found.value;
  const placed = await findItem(request, scene.value.currentProgramSceneName, inputName);
  if (!placed.ok) return placed;
  return placed.value === undefined ? err(notInScene) : ok({ placed: placed.value, inputName });
};

const fitSize: Fix = async (context) => {
  const repaired = await repairSource(context.request, context.target, 'canvas');
  if (!repaired.ok) return repaired;
  const there = await placedNow(context);
  // Not in this scene: then there is nothing to fit.
  if (!there.ok || there.value.placed.inGroup) return ok(null);
  const { container, item } = there.value.placed;
  const { way, canvas } = repaired.value;
  return fitItem(context.request, { container, sceneItemId: item.sceneItemId }, way, canvas);
};

const addToScene: Fix = async ({ request, target }) => {
  const repaired = await repairSource(request, target);
  if (!repaired.ok) return repaired;
  const scene = await request('GetCurrentProgramScene', undefined, programSceneAnswer);
  if (!scene.ok) return scene;
  return placeSource(request, scene.value.currentProgramSceneName, repaired.value);
};

const showSource: Fix = async (context) => {
  const there = await placedNow(context);
  return there.ok ? setEnabled(context.request, there.value.placed, true) : there;
};

const toFront: Fix = async (context) => {
  const there = await placedNow(context);
  return there.ok ? bringToFront(context.request, there.value.placed) : there;
};

const setKey: Fix = async ({ request, target, overlays }) => {
  const found = await findSource(request, target);
  if (!found.ok) return found;
  if (found.value === undefined) return err(noSourceYet);
  const colour = target.windowKeyColour ?? usualKeyColour;
  const filled = target.windowKeyColour === null ? overlays.setKeyColour(target.overlayId, colour) : ok(null);
  return filled.ok ? setColourKey(request, found.value.inputName, colour) : filled;
};

const cropWindow: Fix = async (context) => {
  const { request, clock, target, overlays } = context;
  const there = await placedNow(context);
  if (!there.ok) return there;
  const { placed, inputName } = there.value;
  const margins = await measureMargins({
    request,
    clock,
    inputName,
    show: (on) => overlays.showTestPattern(target.overlayId, on),
  });
  if (!margins.ok) return margins;
  return cropItem(
    request,
    { container: placed.container, sceneItemId: placed.item.sceneItemId },
    margins.value,
  );
};

/** For a transition without a length of its own, and more than anybody waits for. */
const usualTransitionMs = 300;
const longestTransitionMs = 10_000;

/** Studio mode's button. Whoever looks while scenes change would see both. */
const transition: Fix = async ({ request, clock }) => {
  const chosen = await request('GetCurrentSceneTransition', undefined, transitionAnswer);
  const pressed = await request('TriggerStudioModeTransition', undefined, noData);
  if (!pressed.ok) return pressed;
  const takes = (chosen.ok ? chosen.value.transitionDuration : undefined) ?? usualTransitionMs;
  await pause(clock, Math.min(takes, longestTransitionMs) + usualTransitionMs);
  return pressed;
};

export const sourceFixes: Readonly<
  Record<Exclude<ObsFixId, 'reconnect' | 'add-source' | 'use-window' | 'open-window'>, Fix>
> = {
  'repair-source': ({ request, target }) => repairSource(request, target),
  'fit-size': fitSize,
  'set-colour-key': setKey,
  'clear-colour-key': async ({ target, overlays }) => overlays.setKeyColour(target.overlayId, null),
  'add-to-scene': addToScene,
  transition,
  'show-source': showSource,
  'bring-to-front': toFront,
  'reload-page': ({ request, target }) => reloadPages(request, target),
  'crop-window': cropWindow,
};
