/** What a stand-in OBS holds: scenes from bottom to top, inputs with their settings as set, filters and windows. */
export type Settings = Record<string, unknown>;

export type FakeFilter = {
  filterName: string;
  filterKind: string;
  filterEnabled: boolean;
  filterSettings: Settings;
};
export type FakeInput = { kind: string; settings: Settings; filters: FakeFilter[] };

export type FakeTransform = Record<string, number | string>;
export type FakeItem = {
  id: number;
  source: string;
  enabled: boolean;
  isGroup: boolean;
  transform: FakeTransform;
};

export type FakeWindow = { name: string | null; value: string | number; enabled?: boolean };

export type ObsWorld = {
  kinds: string[];
  canvas: { width: number; height: number };
  programScene: string;
  scenes: Map<string, FakeItem[]>;
  groups: Map<string, FakeItem[]>;
  inputs: Map<string, FakeInput>;
  windows: FakeWindow[];
  streaming: boolean;
  recording: boolean;
  virtualCamera: boolean;
  studioMode: boolean;
  /** The scene of studio mode's preview. */
  previewScene: string;
  /** Buttons that were pressed in input properties, as `input/button`. */
  pressed: string[];
  /** The picture of a source or scene, as PNG; throws where OBS could not render it. */
  screenshot: (name: string, width: number | undefined) => Buffer;
  nextId: number;
};

export const everyKind = ['browser_source', 'color_source_v3', 'image_source', 'window_capture'];

/** What OBS leaves out of an input's settings until they are changed. */
export const kindDefaults: Readonly<Record<string, Settings>> = {
  browser_source: {
    css: 'body { background-color: rgba(0, 0, 0, 0); margin: 0px auto; overflow: hidden; }',
    fps: 30,
    fps_custom: false,
    height: 600,
    is_local_file: false,
    reroute_audio: false,
    restart_when_active: false,
    shutdown: false,
    url: 'https://obsproject.com/browser-source',
    webpage_control_level: 1,
    width: 800,
  },
  xcomposite_input: {
    cut_bot: 0,
    cut_left: 0,
    cut_right: 0,
    cut_top: 0,
    exclude_alpha: false,
    show_cursor: true,
  },
  window_capture: { method: 0, priority: 2, cursor: true, client_area: true, compatibility: false },
};

export const createWorld = (more: Partial<ObsWorld> = {}): ObsWorld => ({
  kinds: [...everyKind],
  canvas: { width: 1280, height: 720 },
  programScene: 'Scene',
  scenes: new Map([['Scene', []]]),
  groups: new Map(),
  inputs: new Map(),
  windows: [],
  streaming: false,
  recording: false,
  virtualCamera: false,
  studioMode: false,
  previewScene: 'Scene',
  pressed: [],
  screenshot: () => {
    throw new Error('This OBS has no picture');
  },
  nextId: 1,
  ...more,
});

/** Size of a source in pixels: a browser source's own, everything else the canvas's. */
const sizeOf = (world: ObsWorld, source: string): { width: number; height: number } => {
  const input = world.inputs.get(source);
  if (input?.kind !== 'browser_source') return world.canvas;
  const { width, height } = { ...kindDefaults.browser_source, ...input.settings };
  return { width: Number(width), height: Number(height) };
};

export const addItem = (world: ObsWorld, scene: string, source: string, enabled: boolean): FakeItem => {
  const item: FakeItem = {
    id: world.nextId,
    source,
    enabled,
    isGroup: false,
    transform: {
      positionX: 0,
      positionY: 0,
      rotation: 0,
      scaleX: 1,
      scaleY: 1,
      alignment: 5,
      boundsType: 'OBS_BOUNDS_NONE',
      boundsAlignment: 0,
      boundsWidth: 1,
      boundsHeight: 1,
      cropLeft: 0,
      cropRight: 0,
      cropTop: 0,
      cropBottom: 0,
    },
  };
  world.nextId += 1;
  world.scenes.get(scene)?.push(item);
  return item;
};

export const transformOf = (world: ObsWorld, item: FakeItem): FakeTransform => {
  const { width, height } = sizeOf(world, item.source);
  return { sourceWidth: width, sourceHeight: height, ...item.transform };
};

/** Whether a source is to be seen in a scene, directly or in a group there. */
const isIn = (world: ObsWorld, scene: string, source: string): boolean => {
  const items = world.scenes.get(scene) ?? [];
  return items.some(
    (item) =>
      item.enabled &&
      (item.source === source ||
        (world.groups.get(item.source) ?? []).some((inner) => inner.enabled && inner.source === source)),
  );
};

/** Whether a source is on the program picture. */
export const isActive = (world: ObsWorld, source: string): boolean => isIn(world, world.programScene, source);

/** Whether OBS renders a source for anybody: on air, or in studio mode's preview. */
export const isShowing = (world: ObsWorld, source: string): boolean =>
  isActive(world, source) || (world.studioMode && isIn(world, world.previewScene, source));
