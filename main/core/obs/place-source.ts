import type { ObsWay } from '../../contract/models/obs.ts';
import { ok, type Result } from '../../contract/result.ts';
import { type Canvas, createdItemAnswer } from './answers.ts';
import { fitItem } from './fit.ts';
import type { ObsRequest } from './obs-session.ts';
import { findItem, type Placed, removeItem, setEnabled } from './scene-items.ts';

/** Each step answers whether it had to change anything. */
type Step = Promise<Result<boolean>>;

const showItem = async (
  request: ObsRequest,
  { container, item }: Pick<Placed, 'container' | 'item'>,
): Step => {
  if (item.sceneItemEnabled) return ok(false);
  const shown = await setEnabled(request, { container, item }, true);
  return shown.ok ? ok(true) : shown;
};

/** A second item of the same source would show every comment twice. */
const removeDoubles = async (request: ObsRequest, { container, doubles }: Placed): Step => {
  for (const { sceneItemId } of doubles) {
    const removed = await removeItem(request, container, sceneItemId);
    if (!removed.ok) return removed;
  }
  return ok(doubles.length > 0);
};

/** Finds the item, or makes one that stays unseen until it has its place. */
const itemIn = async (
  request: ObsRequest,
  scene: string,
  inputName: string,
): Promise<Result<{ readonly placed: Placed; readonly made: boolean }>> => {
  const there = await findItem(request, scene, inputName);
  if (!there.ok) return there;
  if (there.value !== undefined) return ok({ placed: there.value, made: false });
  const created = await request(
    'CreateSceneItem',
    { sceneName: scene, sourceName: inputName, sceneItemEnabled: false },
    createdItemAnswer,
  );
  if (!created.ok) return created;
  const { sceneItemId } = created.value;
  const item = { sceneItemId, sceneItemIndex: 0, sceneItemEnabled: false, sourceName: inputName };
  return ok({ placed: { container: scene, inGroup: false, item, doubles: [], among: 1 }, made: true });
};

/** Lets the source stand in the scene once, over the whole picture, and seen. In a group only the last is done. */
export const placeSource = async (
  request: ObsRequest,
  scene: string,
  source: { readonly inputName: string; readonly way: ObsWay; readonly canvas: Canvas },
): Step => {
  const there = await itemIn(request, scene, source.inputName);
  if (!there.ok) return there;
  const { placed, made } = there.value;
  if (placed.inGroup) return showItem(request, placed);
  const single = await removeDoubles(request, placed);
  if (!single.ok) return single;
  const place = { container: placed.container, sceneItemId: placed.item.sceneItemId };
  const fitted = await fitItem(request, place, source.way, source.canvas);
  if (!fitted.ok) return fitted;
  const shown = await showItem(request, placed);
  if (!shown.ok) return shown;
  return ok(made || single.value || fitted.value || shown.value);
};
