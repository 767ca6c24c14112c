export { CheatSheet } from './cheat-sheet.tsx';
export { type Commands, createCommands } from './create-commands.ts';
export { keyOf } from './keymap.ts';
export { listenToKeys } from './listen-keys.ts';
export { Palette } from './palette.tsx';
