import { z } from 'zod';
import { boundsSchema } from './overlay-window.ts';

/** What a key can do while another program has the focus. */
export const globalKeyNames = ['panic', 'blank', 'freeze', 'undo', 'clickThrough'] as const;
export type GlobalKeyName = (typeof globalKeyNames)[number];

const modifier = '(?:CommandOrControl|Control|Command|Alt|Shift|Super)';
/** One modifier at least, or a function key: a bare letter would be taken from every program of the machine. */
const withModifier = `(?:${modifier}\\+){1,4}(?:[A-Z0-9]|F(?:[1-9]|1\\d|2[0-4])|Escape|Space|Tab|Backspace|Delete|Insert|Home|End|PageUp|PageDown|Up|Down|Left|Right|num[0-9]|[-=,./;'\\\\\`\\[\\]])`;
const functionKey = 'F(?:[1-9]|1\\d|2[0-4])';

/** A shortcut as Electron writes it, e.g. `CommandOrControl+Shift+F9`; empty = none. */
export const acceleratorSchema = z
  .string()
  .max(80)
  .regex(
    new RegExp(`^(?:|${functionKey}|${withModifier})$`),
    'a shortcut is a function key, or Ctrl, Alt, Shift or Cmd with another key',
  );

export const globalKeysSchema = z.object({
  panic: acceleratorSchema.default(''),
  blank: acceleratorSchema.default(''),
  freeze: acceleratorSchema.default(''),
  undo: acceleratorSchema.default(''),
  clickThrough: acceleratorSchema.default(''),
});
export type GlobalKeys = Readonly<z.infer<typeof globalKeysSchema>>;

/** Settings of the program as a desktop product; part of the settings document. */
export const desktopSettings = {
  globalKeys: globalKeysSchema.default(globalKeysSchema.parse({})),
  /** System notifications while no window of Livedeck has the focus. */
  notifications: z.boolean().default(true),
  /** On closing, tell the rooms of this VJ that the VJ has left. */
  sayLeft: z.boolean().default(false),
  /** The words of that notice; empty = the product's own, in the language of the screen. */
  leftText: z.string().max(200).default(''),
  /** Look for new versions. */
  updates: z.boolean().default(true),
  /** Keep the panel out of screen captures, so that it is not shown by accident. */
  hidePanelFromCapture: z.boolean().default(false),
};

export const displaySchema = z.object({
  id: z.string(),
  /** As the system names it; may be empty. */
  name: z.string(),
  bounds: boundsSchema,
  /** Without the taskbar or the Dock. */
  workArea: boundsSchema,
  primary: z.boolean(),
});
export type Display = Readonly<z.infer<typeof displaySchema>>;

/** `taken`: another program has it. `double`: another of our own keys is the same. `refused`: the system does not know it. */
export const globalKeyStates = ['off', 'on', 'taken', 'double', 'refused'] as const;
export type GlobalKeyState = (typeof globalKeyStates)[number];

/** What windows mirror of the desktop around them. */
export const desktopStateSchema = z.object({
  /** False in the browser host: no tray, no global keys, no notifications. */
  available: z.boolean().default(false),
  displays: z.array(displaySchema).default([]),
  keys: z.partialRecord(z.enum(globalKeyNames), z.enum(globalKeyStates)).default({}),
});
export type DesktopState = Readonly<z.infer<typeof desktopStateSchema>>;
