export { Frame } from './frame.tsx';
export {
  createShell,
  followAddress,
  type Page,
  pageOfHash,
  type ShellState,
  type ShellStore,
} from './shell.ts';
export { useLook } from './use-look.ts';
