import type { DeskWords } from './desk-words.ts';
import type { MenuItem, MenuRole } from './menu-item.ts';

const separator: MenuItem = { kind: 'separator' };
const role = (name: MenuRole, label: string, enabled = true): MenuItem => ({
  kind: 'role',
  role: name,
  label,
  enabled,
});

/** The system's own hiding takes every window, and with it an overlay that is captured off the picture. */
const hideItem = (words: DeskWords, overlayWindow: boolean): MenuItem =>
  overlayWindow
    ? { kind: 'command', command: 'hidePanel', label: words.hide, accelerator: 'Command+H' }
    : role('hide', words.hide);

/** macOS keeps a menu of the program's own name first. */
const macMenu = (words: DeskWords, overlayWindow: boolean): MenuItem => ({
  kind: 'submenu',
  label: 'Livedeck',
  items: [
    role('about', words.about),
    { kind: 'command', command: 'checkUpdates', label: words.checkUpdates },
    separator,
    { kind: 'command', command: 'settings', label: words.settings, accelerator: 'Command+,' },
    separator,
    role('services', words.services),
    separator,
    hideItem(words, overlayWindow),
    role('hideOthers', words.hideOthers),
    role('unhide', words.unhide),
    separator,
    { kind: 'command', command: 'quit', label: words.quit, accelerator: 'Command+Q' },
  ],
});

const fileMenu = (words: DeskWords): MenuItem => ({
  kind: 'submenu',
  label: words.file,
  items: [
    { kind: 'command', command: 'settings', label: words.settings },
    { kind: 'command', command: 'checkUpdates', label: words.checkUpdates },
    separator,
    { kind: 'command', command: 'quit', label: words.quit, accelerator: 'Control+Q' },
  ],
});

/** The program's menu. Without it, copy and paste have no keys on macOS. */
export const applicationMenu = (
  facts: {
    readonly mac: boolean;
    readonly devTools: boolean;
    /** A window of an overlay stands open. */
    readonly overlayWindow: boolean;
  },
  words: DeskWords,
): readonly MenuItem[] => [
  facts.mac ? macMenu(words, facts.overlayWindow) : fileMenu(words),
  {
    kind: 'submenu',
    label: words.edit,
    items: [
      role('undo', words.undo),
      role('redo', words.redo),
      separator,
      role('cut', words.cut),
      role('copy', words.copy),
      role('paste', words.paste),
      role('selectAll', words.selectAll),
    ],
  },
  {
    kind: 'submenu',
    label: words.live,
    items: [
      { kind: 'command', command: 'panic', label: words.panic },
      { kind: 'command', command: 'blank', label: words.blank },
      { kind: 'command', command: 'undo', label: words.undoAct },
    ],
  },
  {
    kind: 'submenu',
    label: words.view,
    items: [
      { kind: 'command', command: 'reload', label: words.reload },
      separator,
      role('resetZoom', words.resetZoom),
      role('zoomIn', words.zoomIn),
      role('zoomOut', words.zoomOut),
      separator,
      role('togglefullscreen', words.fullScreen),
      ...(facts.devTools ? [role('toggleDevTools', words.devTools)] : []),
    ],
  },
  {
    kind: 'submenu',
    label: words.window,
    role: 'window',
    items: [
      role('minimize', words.minimize),
      ...(facts.mac ? [role('zoom', words.zoom), separator, role('front', words.front)] : []),
      role('close', words.close),
    ],
  },
];

/** What was clicked on, as the page told. */
export type Clicked = {
  readonly isEditable: boolean;
  readonly selectionText: string;
  readonly editFlags: {
    readonly canUndo: boolean;
    readonly canRedo: boolean;
    readonly canCut: boolean;
    readonly canCopy: boolean;
    readonly canPaste: boolean;
    readonly canSelectAll: boolean;
  };
};

/** The menu of a right click: text fields and selected text have one, nothing else. */
export const contextMenu = (clicked: Clicked, words: DeskWords): readonly MenuItem[] => {
  const { editFlags: can } = clicked;
  if (clicked.isEditable)
    return [
      role('undo', words.undo, can.canUndo),
      role('redo', words.redo, can.canRedo),
      separator,
      role('cut', words.cut, can.canCut),
      role('copy', words.copy, can.canCopy),
      role('paste', words.paste, can.canPaste),
      separator,
      role('selectAll', words.selectAll, can.canSelectAll),
    ];
  return clicked.selectionText.trim() === '' ? [] : [role('copy', words.copy)];
};
