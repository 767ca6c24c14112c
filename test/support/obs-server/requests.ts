import {
  addItem,
  type FakeInput,
  type FakeItem,
  isActive,
  isShowing,
  kindDefaults,
  type ObsWorld,
  type Settings,
  transformOf,
} from './world.ts';

/** obs-websocket's own codes (protocol.md, "RequestStatus"). */
export class Refusal extends Error {
  readonly code: number;
  constructor(code: number, comment: string) {
    super(comment);
    this.code = code;
  }
}

type Data = Readonly<Record<string, unknown>>;
type Emit = (intent: number, eventType: string, eventData: Data) => void;
type Handle = (world: ObsWorld, data: Data, emit: Emit) => Data | undefined;

const scenesIntent = 1 << 2;
const inputsIntent = 1 << 3;
const itemsIntent = 1 << 7;
const activeIntent = 1 << 17;

const text = (data: Data, field: string): string => {
  const value = data[field];
  if (typeof value !== 'string' || value === '')
    throw new Refusal(300, `Your request is missing the \`${field}\` field.`);
  return value;
};

const notFound = (what: string): Refusal => new Refusal(600, `No ${what} was found.`);

const inputOf = (world: ObsWorld, data: Data): FakeInput => {
  const input = world.inputs.get(text(data, 'inputName'));
  if (input === undefined) throw notFound('source');
  return input;
};

const itemsOf = (world: ObsWorld, data: Data): FakeItem[] => {
  const name = text(data, 'sceneName');
  const items = world.scenes.get(name) ?? world.groups.get(name);
  if (items === undefined) throw notFound('source');
  return items;
};

const itemOf = (world: ObsWorld, data: Data): FakeItem => {
  const item = itemsOf(world, data).find(({ id }) => id === data.sceneItemId);
  if (item === undefined) throw notFound('scene item');
  return item;
};

const sourceInput = (world: ObsWorld, data: Data): FakeInput => {
  const input = world.inputs.get(text(data, 'sourceName'));
  if (input === undefined) throw notFound('source');
  return input;
};

const isTaken = (world: ObsWorld, name: string): boolean =>
  world.inputs.has(name) || world.scenes.has(name) || world.groups.has(name);

const describeItems = (items: readonly FakeItem[]): Data => ({
  sceneItems: items.map(({ id, source, enabled, isGroup }, index) => ({
    sceneItemId: id,
    sceneItemIndex: index,
    sceneItemEnabled: enabled,
    sourceName: source,
    isGroup: isGroup ? true : null,
  })),
});

/** Tells who listens that a source came on the program picture or left it. */
const tellActive = (world: ObsWorld, source: string, before: boolean, emit: Emit): void => {
  const now = isActive(world, source);
  if (now !== before) emit(activeIntent, 'InputActiveStateChanged', { inputName: source, videoActive: now });
};

const removeFrom = (lists: Map<string, FakeItem[]>, source: string): void => {
  for (const [name, items] of lists)
    lists.set(
      name,
      items.filter((item) => item.source !== source),
    );
};

const rename = (lists: Map<string, FakeItem[]>, from: string, to: string): void => {
  for (const items of lists.values()) for (const item of items) if (item.source === from) item.source = to;
};

export const requests: Readonly<Record<string, Handle>> = {
  GetCurrentProgramScene: (world) => ({
    sceneName: world.programScene,
    currentProgramSceneName: world.programScene,
  }),
  SetCurrentProgramScene: (world, data, emit) => {
    const name = text(data, 'sceneName');
    if (!world.scenes.has(name)) throw notFound('source');
    world.programScene = name;
    emit(scenesIntent, 'CurrentProgramSceneChanged', { sceneName: name });
    return undefined;
  },
  GetSceneList: (world) => ({
    currentProgramSceneName: world.programScene,
    currentPreviewSceneName: null,
    scenes: [...world.scenes.keys()].map((sceneName, sceneIndex) => ({ sceneName, sceneIndex })),
  }),
  GetVideoSettings: ({ canvas }) => ({
    baseWidth: canvas.width,
    baseHeight: canvas.height,
    outputWidth: canvas.width,
    outputHeight: canvas.height,
    fpsNumerator: 30,
    fpsDenominator: 1,
  }),
  GetStreamStatus: ({ streaming }) => ({ outputActive: streaming, outputBytes: 0 }),
  GetRecordStatus: ({ recording }) => ({ outputActive: recording, outputPaused: false }),
  GetVirtualCamStatus: ({ virtualCamera }) => ({ outputActive: virtualCamera }),
  GetStudioModeEnabled: ({ studioMode }) => ({ studioModeEnabled: studioMode }),
  GetCurrentPreviewScene: ({ studioMode, previewScene }) => {
    if (!studioMode) throw new Refusal(506, 'Studio mode is not active.');
    return { sceneName: previewScene, currentPreviewSceneName: previewScene };
  },
  GetCurrentSceneTransition: () => ({ transitionName: 'Fade', transitionDuration: 300 }),
  TriggerStudioModeTransition: (world, _data, emit) => {
    if (!world.studioMode) throw new Refusal(506, 'Studio mode is not active.');
    const before = world.programScene;
    [world.programScene, world.previewScene] = [world.previewScene, before];
    emit(scenesIntent, 'CurrentProgramSceneChanged', { sceneName: world.programScene });
    return undefined;
  },
  GetInputKindList: ({ kinds }) => ({ inputKinds: kinds }),
  GetInputList: (world, { inputKind }) => ({
    inputs: [...world.inputs]
      .filter(([, { kind }]) => inputKind === undefined || kind === inputKind)
      .map(([inputName, { kind }]) => ({
        inputName,
        inputKind: kind,
        unversionedInputKind: kind.replace(/_v\d+$/, ''),
      })),
  }),
  GetInputSettings: (world, data) => {
    const { kind, settings } = inputOf(world, data);
    return { inputKind: kind, inputSettings: settings };
  },
  GetInputDefaultSettings: (world, data) => {
    const kind = text(data, 'inputKind');
    if (!world.kinds.includes(kind)) throw new Refusal(605, 'The specified kind is not supported.');
    return { defaultInputSettings: kindDefaults[kind] ?? {} };
  },
  SetInputSettings: (world, data) => {
    const input = inputOf(world, data);
    const next = data.inputSettings as Settings;
    input.settings = data.overlay === false ? { ...next } : { ...input.settings, ...next };
    return undefined;
  },
  CreateInput: (world, data, emit) => {
    const [scene, name, kind] = [text(data, 'sceneName'), text(data, 'inputName'), text(data, 'inputKind')];
    if (!world.scenes.has(scene)) throw notFound('source');
    if (isTaken(world, name)) throw new Refusal(601, 'A source already exists by that input name.');
    if (!world.kinds.includes(kind)) throw new Refusal(605, 'The specified kind is not supported.');
    const settings = { ...(data.inputSettings as Settings | undefined) };
    world.inputs.set(name, { kind, settings, filters: [] });
    const item = addItem(world, scene, name, data.sceneItemEnabled !== false);
    emit(inputsIntent, 'InputCreated', { inputName: name, inputKind: kind });
    tellActive(world, name, false, emit);
    return { sceneItemId: item.id };
  },
  RemoveInput: (world, data, emit) => {
    inputOf(world, data);
    const name = text(data, 'inputName');
    world.inputs.delete(name);
    removeFrom(world.scenes, name);
    removeFrom(world.groups, name);
    emit(inputsIntent, 'InputRemoved', { inputName: name });
    return undefined;
  },
  SetInputName: (world, data, emit) => {
    const input = inputOf(world, data);
    const [from, to] = [text(data, 'inputName'), text(data, 'newInputName')];
    if (isTaken(world, to)) throw new Refusal(601, 'A source already exists by that new input name.');
    world.inputs.delete(from);
    world.inputs.set(to, input);
    rename(world.scenes, from, to);
    rename(world.groups, from, to);
    emit(inputsIntent, 'InputNameChanged', { oldInputName: from, inputName: to });
    return undefined;
  },
  GetInputPropertiesListPropertyItems: (world, data) => {
    const { kind } = inputOf(world, data);
    const property = kind === 'xcomposite_input' ? 'capture_window' : 'window';
    if (data.propertyName !== property) throw new Refusal(600, 'Unable to find a property by that name.');
    return {
      propertyItems: world.windows.map(({ name, value, enabled }) => ({
        itemName: name,
        itemValue: value,
        itemEnabled: enabled ?? true,
      })),
    };
  },
  PressInputPropertiesButton: (world, data) => {
    inputOf(world, data);
    world.pressed.push(`${text(data, 'inputName')}/${text(data, 'propertyName')}`);
    return undefined;
  },
  GetSourceActive: (world, data) => {
    const name = text(data, 'sourceName');
    if (!isTaken(world, name)) throw notFound('source');
    return { videoActive: isActive(world, name), videoShowing: isShowing(world, name) };
  },
  GetSceneItemList: (world, data) => describeItems(itemsOf(world, data)),
  GetGroupSceneItemList: (world, data) => describeItems(itemsOf(world, data)),
  CreateSceneItem: (world, data, emit) => {
    itemsOf(world, data);
    const source = text(data, 'sourceName');
    if (!isTaken(world, source)) throw notFound('source');
    const item = addItem(world, text(data, 'sceneName'), source, data.sceneItemEnabled !== false);
    emit(itemsIntent, 'SceneItemCreated', { sceneName: text(data, 'sceneName'), sourceName: source });
    return { sceneItemId: item.id };
  },
  RemoveSceneItem: (world, data, emit) => {
    const item = itemOf(world, data);
    const items = itemsOf(world, data);
    items.splice(items.indexOf(item), 1);
    emit(itemsIntent, 'SceneItemRemoved', { sceneItemId: item.id, sourceName: item.source });
    return undefined;
  },
  SetSceneItemEnabled: (world, data, emit) => {
    const item = itemOf(world, data);
    const before = isActive(world, item.source);
    item.enabled = data.sceneItemEnabled === true;
    emit(itemsIntent, 'SceneItemEnableStateChanged', {
      sceneItemId: item.id,
      sceneItemEnabled: item.enabled,
    });
    tellActive(world, item.source, before, emit);
    return undefined;
  },
  SetSceneItemIndex: (world, data) => {
    const item = itemOf(world, data);
    const items = itemsOf(world, data);
    items.splice(items.indexOf(item), 1);
    items.splice(Number(data.sceneItemIndex), 0, item);
    return undefined;
  },
  GetSceneItemTransform: (world, data) => ({ sceneItemTransform: transformOf(world, itemOf(world, data)) }),
  SetSceneItemTransform: (world, data) => {
    Object.assign(itemOf(world, data).transform, data.sceneItemTransform);
    return undefined;
  },
  GetSourceFilterList: (world, data) => ({ filters: sourceInput(world, data).filters }),
  CreateSourceFilter: (world, data) => {
    const filterSettings = { ...(data.filterSettings as Settings | undefined) };
    sourceInput(world, data).filters.push({
      filterName: text(data, 'filterName'),
      filterKind: text(data, 'filterKind'),
      filterEnabled: true,
      filterSettings,
    });
    return undefined;
  },
  SetSourceFilterSettings: (world, data) => {
    const filter = sourceInput(world, data).filters.find(({ filterName }) => filterName === data.filterName);
    if (filter === undefined) throw notFound('filter');
    Object.assign(filter.filterSettings, data.filterSettings);
    return undefined;
  },
  SetSourceFilterEnabled: (world, data) => {
    const filter = sourceInput(world, data).filters.find(({ filterName }) => filterName === data.filterName);
    if (filter === undefined) throw notFound('filter');
    filter.filterEnabled = data.filterEnabled === true;
    return undefined;
  },
  GetSourceScreenshot: (world, data) => {
    const name = text(data, 'sourceName');
    if (!isTaken(world, name)) throw notFound('source');
    const width = typeof data.imageWidth === 'number' ? data.imageWidth : undefined;
    try {
      const png = world.screenshot(name, width);
      return { imageData: `data:image/png;base64,${png.toString('base64')}` };
    } catch (error) {
      throw new Refusal(702, `Failed to render screenshot. ${String(error)}`);
    }
  },
};
