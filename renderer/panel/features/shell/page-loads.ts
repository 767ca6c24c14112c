import type { ComponentType } from 'react';
import { createStore, type StoreApi } from 'zustand/vanilla';
import type { LazyPage, PageSources } from './page-sources.ts';

export type PageLoad =
  | { readonly state: 'loading' }
  | { readonly state: 'failed' }
  | { readonly state: 'ready'; readonly View: ComponentType };

type Loads = Readonly<Partial<Record<LazyPage, PageLoad>>>;

export type PageLoads = {
  readonly state: StoreApi<Loads>;
  /** Brings a page in unless it is here or on its way; one that failed is tried again. */
  readonly want: (page: LazyPage) => Promise<void>;
  /** Brings in the pages that are missing, one at a time, whenever `idle` says that there is time for it. */
  readonly prefetch: (idle: (task: () => void) => void) => void;
};

/**
 * The scripts of the pages. A store instead of `React.lazy`: a page that is here is drawn in the same frame, without the
 * flash of a fallback, and one that could not be fetched can be asked for again.
 */
export const createPageLoads = (sources: PageSources): PageLoads => {
  const state = createStore<Loads>(() => ({}));
  const put = (page: LazyPage, load: PageLoad) => state.setState({ [page]: load });

  const want = async (page: LazyPage): Promise<void> => {
    const known = state.getState()[page]?.state;
    if (known === 'ready' || known === 'loading') return;
    put(page, { state: 'loading' });
    try {
      put(page, { state: 'ready', View: await sources[page]() });
    } catch {
      // Whatever kept the script away, a person can only try again; the page says so.
      put(page, { state: 'failed' });
    }
  };

  const prefetch = (idle: (task: () => void) => void) => {
    const missing = (Object.keys(sources) as LazyPage[]).filter(
      (page) => state.getState()[page] === undefined,
    );
    const next = (): void => {
      const page = missing.shift();
      if (page !== undefined) idle(() => void want(page).then(next));
    };
    next();
  };

  return { state, want, prefetch };
};
