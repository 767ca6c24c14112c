/** What a menu or the tray asks the core to do. */
export const deskCommands = [
  'show',
  'hidePanel',
  'panic',
  'blank',
  'undo',
  'clickThrough',
  'settings',
  'checkUpdates',
  'reload',
  'quit',
] as const;
export type DeskCommand = (typeof deskCommands)[number];

/** What the system itself knows how to do; the names are Electron's. */
export type MenuRole =
  | 'undo'
  | 'redo'
  | 'cut'
  | 'copy'
  | 'paste'
  | 'selectAll'
  | 'resetZoom'
  | 'zoomIn'
  | 'zoomOut'
  | 'togglefullscreen'
  | 'minimize'
  | 'close'
  | 'zoom'
  | 'front'
  | 'about'
  | 'services'
  | 'hide'
  | 'hideOthers'
  | 'unhide'
  | 'toggleDevTools';

/** One line of a menu, as data: the host makes the system's own menu of it. */
export type MenuItem =
  | { readonly kind: 'separator' }
  /** Says something and can't be chosen. */
  | { readonly kind: 'note'; readonly label: string }
  | { readonly kind: 'role'; readonly role: MenuRole; readonly label: string; readonly enabled?: boolean }
  | {
      readonly kind: 'command';
      readonly command: DeskCommand;
      readonly label: string;
      readonly checked?: boolean;
      /** Only the system's own habits, e.g. quitting; the panel's keys are the panel's. */
      readonly accelerator?: string;
    }
  | {
      readonly kind: 'submenu';
      readonly label: string;
      readonly role?: 'window' | 'help';
      readonly items: readonly MenuItem[];
    };
