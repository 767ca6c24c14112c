import type { ObsWindow } from '../../contract/models/obs.ts';
import { ok, type Result } from '../../contract/result.ts';
import { listItemsAnswer, noData, programSceneAnswer } from './answers.ts';
import type { ObsRequest } from './obs-session.ts';
import type { WindowKind } from './source-kinds.ts';

const isKey = (value: unknown): value is ObsWindow['value'] =>
  typeof value === 'number' || (typeof value === 'string' && value !== '' && value.length <= 2000);

/** The windows that an input of this kind could show now, as OBS lists them. */
export const listWindows = async (
  request: ObsRequest,
  inputName: string,
  { property }: WindowKind,
): Promise<Result<readonly ObsWindow[]>> => {
  const list = await request(
    'GetInputPropertiesListPropertyItems',
    { inputName, propertyName: property },
    listItemsAnswer,
  );
  if (!list.ok) return list;
  return ok(
    // OBS keeps a window that is no longer there on the list, switched off.
    list.value.propertyItems.flatMap(({ itemName, itemValue, itemEnabled }) =>
      itemName && isKey(itemValue) && itemEnabled !== false ? [{ name: itemName, value: itemValue }] : [],
    ),
  );
};

/**
 * The same without an input to ask for: OBS lists windows only for an input that is there, so one is made for the
 * question, unseen, and taken away again.
 */
export const listWindowsUnplaced = async (
  request: ObsRequest,
  kind: WindowKind,
  inputName: string,
): Promise<Result<readonly ObsWindow[]>> => {
  const scene = await request('GetCurrentProgramScene', undefined, programSceneAnswer);
  if (!scene.ok) return scene;
  const made = await request(
    'CreateInput',
    {
      sceneName: scene.value.currentProgramSceneName,
      inputName,
      inputKind: kind.kind,
      inputSettings: { ...kind.settings },
      sceneItemEnabled: false,
    },
    noData,
  );
  if (!made.ok) return made;
  const windows = await listWindows(request, inputName, kind);
  await request('RemoveInput', { inputName }, noData);
  return windows;
};

/**
 * The window with this title. OBS writes the program before it on Windows (`[msedge.exe]: title`) and macOS
 * (`[App] title`); a browser that shows the page in a tab writes its own name after it.
 */
export const pickWindow = (windows: readonly ObsWindow[], title: string): ObsWindow | undefined =>
  windows.find(({ name }) => name === title) ??
  windows.find(({ name }) => name.endsWith(` ${title}`)) ??
  windows.find(({ name }) => name.includes(title));
