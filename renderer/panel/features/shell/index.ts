export { Frame } from './frame.tsx';
export { createPageLoads, type PageLoads } from './page-loads.ts';
export { pageSources } from './page-sources.ts';
export {
  createShell,
  followAddress,
  type Page,
  pageOfHash,
  type ShellState,
  type ShellStore,
} from './shell.ts';
export { useLook } from './use-look.ts';
