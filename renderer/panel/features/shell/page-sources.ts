import type { ComponentType } from 'react';
import type { Page } from './shell.ts';

/** Pages that come when they are wanted, or when nothing else is going on. The deck is in the first load. */
export type LazyPage = Exclude<Page, 'deck'>;

export type PageSources = Readonly<Record<LazyPage, () => Promise<ComponentType>>>;

/** Where the script of each page is. A page without a line here does not compile. */
export const pageSources: PageSources = {
  search: () => import('../search-page/page.ts').then((page) => page.SearchPage),
  words: () => import('../words-page/page.ts').then((page) => page.WordsPage),
  obs: () => import('../obs-page/page.ts').then((page) => page.ObsPage),
  overlay: () => import('../overlay-page/page.ts').then((page) => page.OverlayPage),
  journal: () => import('../journal-page/page.ts').then((page) => page.JournalPage),
  rooms: () => import('../rooms-page/page.ts').then((page) => page.RoomsPage),
  accounts: () => import('../accounts-page/page.ts').then((page) => page.AccountsPage),
  settings: () => import('../settings/page.ts').then((page) => page.SettingsPage),
};
