import type { ObsWay, ObsWindow } from '../../contract/models/obs.ts';

/** OBS's input kinds that can carry an overlay, with the settings of each (obs-electron-performance 1.4). */
export const browserKind = 'browser_source';

type InputSettings = Readonly<Record<string, string | number | boolean>>;

export type WindowKind = {
  readonly kind: string;
  /** The setting that names the window, and the property that lists the windows to choose from. */
  readonly property: string;
  readonly settings: InputSettings;
};

const windowKinds: readonly WindowKind[] = [
  // Linux, X11.
  {
    kind: 'xcomposite_input',
    property: 'capture_window',
    settings: { show_cursor: false, exclude_alpha: false, cut_top: 0, cut_left: 0, cut_right: 0, cut_bot: 0 },
  },
  // macOS. Before `window_capture`, which the Mac has too and has given up. Type 1 = a window.
  {
    kind: 'screen_capture',
    property: 'window',
    settings: { type: 1, show_cursor: false, show_empty_names: false, show_hidden_windows: true },
  },
  // Windows. Method 2 = Windows Graphics Capture, the one with alpha; priority 1 = the title decides.
  {
    kind: 'window_capture',
    property: 'window',
    settings: {
      method: 2,
      priority: 1,
      cursor: false,
      client_area: true,
      force_sdr: false,
      compatibility: false,
      capture_audio: false,
    },
  },
];

/** Wayland: the system asks in a dialog of its own which window it is, so a person has to make this one. */
const kindsMadeByHand = ['pipewire-window-capture-source', 'pipewire-screen-capture-source'];

export const isMadeByHand = (kind: string): boolean => kindsMadeByHand.includes(kind);

export const windowKindOf = (kind: string): WindowKind | undefined =>
  windowKinds.find((one) => one.kind === kind);

/** The window capture that this build of OBS has and that can be set up from here. */
export const chooseWindowKind = (kinds: readonly string[]): WindowKind | undefined =>
  windowKinds.find(({ kind }) => kinds.includes(kind));

/** How an input of this kind shows the overlay; `undefined` where it cannot. */
export const wayOf = (kind: string): ObsWay | undefined => {
  if (kind === browserKind) return 'browser';
  return windowKindOf(kind) !== undefined || isMadeByHand(kind) ? 'window' : undefined;
};

/** Without a size the source keeps its own. */
export const browserSettings = (
  url: string,
  size?: { readonly width: number; readonly height: number },
): InputSettings => ({
  url,
  is_local_file: false,
  ...(size === undefined ? {} : { width: size.width, height: size.height }),
  fps_custom: true,
  fps: 60,
  shutdown: false,
  restart_when_active: false,
  reroute_audio: false,
  // 0 = the page learns nothing of OBS and can do nothing to it.
  webpage_control_level: 0,
});

export const windowSettings = (kind: WindowKind, window: ObsWindow['value']): InputSettings => ({
  ...kind.settings,
  [kind.property]: window,
});

/**
 * Whether two of OBS's keys mean one window. On X11 the first line is a number that each opening of the window changes,
 * and OBS finds it again by the other two, its title and its class.
 */
export const isSameWindow = (one: unknown, other: unknown): boolean => {
  if (one === other) return true;
  if (typeof one !== 'string' || typeof other !== 'string') return false;
  const lasting = (key: string): string | undefined => /^\d+\r\n([\s\S]+)$/.exec(key)?.[1];
  return lasting(one) !== undefined && lasting(one) === lasting(other);
};

/** Whether the settings already say all that; OBS keeps others beside them, and leaves out those at their default. */
export const settingsAgree = (
  there: Readonly<Record<string, unknown>>,
  wanted: Readonly<Record<string, unknown>>,
  defaults: Readonly<Record<string, unknown>> = {},
): boolean => Object.entries(wanted).every(([key, value]) => (there[key] ?? defaults[key]) === value);
