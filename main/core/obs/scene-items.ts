import { ok, type Result } from '../../contract/result.ts';
import { noData, type SceneItem, sceneItemsAnswer } from './answers.ts';
import type { ObsRequest } from './obs-session.ts';

/** Where a source stands in a scene. */
export type Placed = {
  /** The scene, or the group in it. */
  readonly container: string;
  /** Inside a group the place is the group's business, so it is left as it is. */
  readonly inGroup: boolean;
  readonly item: SceneItem;
  /** Further items of the same source directly in the scene. */
  readonly doubles: readonly SceneItem[];
  /** How many items the container has. */
  readonly among: number;
};

const topFirst = (items: readonly SceneItem[]): readonly SceneItem[] =>
  [...items].sort((one, other) => other.sceneItemIndex - one.sceneItemIndex);

/** Looks for a source in a scene and in the groups of it. */
export const findItem = async (
  request: ObsRequest,
  scene: string,
  inputName: string,
): Promise<Result<Placed | undefined>> => {
  const list = await request('GetSceneItemList', { sceneName: scene }, sceneItemsAnswer);
  if (!list.ok) return list;
  const { sceneItems } = list.value;
  const [item, ...doubles] = topFirst(sceneItems.filter(({ sourceName }) => sourceName === inputName));
  if (item !== undefined)
    return ok({ container: scene, inGroup: false, item, doubles, among: sceneItems.length });
  for (const group of sceneItems) {
    if (group.isGroup !== true) continue;
    const inside = await request('GetGroupSceneItemList', { sceneName: group.sourceName }, sceneItemsAnswer);
    if (!inside.ok) continue;
    const [grouped] = inside.value.sceneItems.filter(({ sourceName }) => sourceName === inputName);
    if (grouped !== undefined)
      return ok({
        container: group.sourceName,
        inGroup: true,
        item: grouped,
        doubles: [],
        among: inside.value.sceneItems.length,
      });
  }
  return ok(undefined);
};

export const setEnabled = (
  request: ObsRequest,
  { container, item }: Pick<Placed, 'container' | 'item'>,
  enabled: boolean,
) =>
  request(
    'SetSceneItemEnabled',
    { sceneName: container, sceneItemId: item.sceneItemId, sceneItemEnabled: enabled },
    noData,
  );

export const bringToFront = (request: ObsRequest, { container, item, among }: Placed) =>
  request(
    'SetSceneItemIndex',
    { sceneName: container, sceneItemId: item.sceneItemId, sceneItemIndex: Math.max(0, among - 1) },
    noData,
  );

export const removeItem = (request: ObsRequest, container: string, sceneItemId: number) =>
  request('RemoveSceneItem', { sceneName: container, sceneItemId }, noData);
