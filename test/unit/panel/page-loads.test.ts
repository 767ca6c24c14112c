import { describe, expect, it } from 'vitest';
import { createPageLoads } from '../../../renderer/panel/features/shell/page-loads.ts';
import type { LazyPage, PageSources } from '../../../renderer/panel/features/shell/page-sources.ts';

const View = () => null;

/** Sources that note what was asked of them; a page named in `away` cannot be had. */
const sourcesWith = (away: Set<LazyPage>) => {
  const asked: LazyPage[] = [];
  const source = (page: LazyPage) => async () => {
    asked.push(page);
    if (away.has(page)) throw new TypeError('Failed to fetch dynamically imported module');
    return View;
  };
  const sources: PageSources = {
    search: source('search'),
    words: source('words'),
    obs: source('obs'),
    overlay: source('overlay'),
    journal: source('journal'),
    rooms: source('rooms'),
    accounts: source('accounts'),
    settings: source('settings'),
  };
  return { asked, sources, pages: Object.keys(sources) };
};

describe('a page of the panel', () => {
  it('is fetched once, however often it is wanted', async () => {
    const { asked, sources } = sourcesWith(new Set());
    const loads = createPageLoads(sources);
    await Promise.all([loads.want('words'), loads.want('words')]);
    await loads.want('words');
    expect(asked).toEqual(['words']);
    expect(loads.state.getState().words).toEqual({ state: 'ready', View });
  });

  it('that could not be fetched says so and is fetched when it is asked for again', async () => {
    const away = new Set<LazyPage>(['journal']);
    const { sources } = sourcesWith(away);
    const loads = createPageLoads(sources);
    await loads.want('journal');
    expect(loads.state.getState().journal).toEqual({ state: 'failed' });
    away.clear();
    const again = loads.want('journal');
    expect(loads.state.getState().journal).toEqual({ state: 'loading' });
    await again;
    expect(loads.state.getState().journal?.state).toBe('ready');
  });

  it('comes by itself when there is time, one after the other, and one that is away stops no other', async () => {
    const { asked, sources, pages } = sourcesWith(new Set<LazyPage>(['words']));
    const loads = createPageLoads(sources);
    await loads.want('rooms');
    const idle: (() => void)[] = [];
    const finished = new Promise<void>((done) => {
      loads.prefetch((task) => {
        idle.push(task);
        queueMicrotask(task);
        if (idle.length === pages.length - 1) queueMicrotask(done);
      });
    });
    await finished;
    await loads.want('settings');
    expect([...asked].sort()).toEqual([...pages].sort());
    expect(loads.state.getState().words?.state).toBe('failed');
  });
});
