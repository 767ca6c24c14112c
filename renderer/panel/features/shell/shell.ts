import { createStore, type StoreApi } from 'zustand/vanilla';

export const pages = [
  'deck',
  'words',
  'overlay',
  'obs',
  'journal',
  'settings',
  'accounts',
  'rooms',
  'search',
] as const;
export type Page = (typeof pages)[number];

/** What the frame shows: the page, and what lies over it. */
export type ShellState = {
  readonly page: Page;
  readonly over: 'none' | 'palette' | 'cheat-sheet';
  /** Reports of the host that were read and put away. */
  readonly readReports: ReadonlySet<string>;
};

export type ShellStore = StoreApi<ShellState>;

/** The page that an address names: `#journal`. Anything else is the deck. */
export const pageOfHash = (hash: string): Page => pages.find((page) => `#${page}` === hash) ?? 'deck';

export const createShell = (page: Page): ShellStore =>
  createStore<ShellState>(() => ({ page, over: 'none', readReports: new Set() }));

/** Keeps the address and the page together, so that a reload comes back to where it was. */
export const followAddress = (shell: ShellStore, host: Window): (() => void) => {
  const fromAddress = () => shell.setState({ page: pageOfHash(host.location.hash) });
  const stop = shell.subscribe((state, before) => {
    if (state.page !== before.page && pageOfHash(host.location.hash) !== state.page)
      host.history.pushState(null, '', `#${state.page}`);
  });
  host.addEventListener('popstate', fromAddress);
  host.addEventListener('hashchange', fromAddress);
  return () => {
    stop();
    host.removeEventListener('popstate', fromAddress);
    host.removeEventListener('hashchange', fromAddress);
  };
};
