import { CloudOff, RotateCcw } from 'lucide-react';
import { useEffect } from 'react';
import { useStore } from 'zustand';
import { useText } from '../../i18n/index.ts';
import { usePanel } from '../../panel-context.tsx';
import type { LazyPage } from './page-sources.ts';

/** Bars where the page's words will stand. Shown only after a moment, so that a quick page does not flash. */
const PageLoading = ({ name }: { readonly name: string }) => {
  const { t } = useText();
  return (
    <main className="page page-loading" aria-busy="true" aria-label={name}>
      <p className="unseen" role="status">
        {t('page.loading', { page: name })}
      </p>
      <div className="page-bars" aria-hidden="true">
        <span />
        <span />
        <span />
        <span />
      </div>
    </main>
  );
};

const PageMissing = (props: { readonly page: LazyPage; readonly name: string }) => {
  const { t } = useText();
  const { pageLoads } = usePanel();
  return (
    <main className="page page-missing" aria-label={props.name}>
      <CloudOff className="page-missing-sign" aria-hidden="true" />
      <div role="alert">
        <h1>{t('page.missingTitle', { page: props.name })}</h1>
        <p>{t('page.missingText')}</p>
      </div>
      <div className="page-missing-ways">
        <button type="button" className="btn primary" onClick={() => void pageLoads.want(props.page)}>
          <RotateCcw aria-hidden="true" />
          {t('page.missingAgain')}
        </button>
        <button type="button" className="btn" onClick={() => window.location.reload()}>
          {t('bug.reload')}
        </button>
      </div>
    </main>
  );
};

/** A page whose script comes when it is wanted: here, on its way, or not to be had. */
export const PageSlot = ({ page }: { readonly page: LazyPage }) => {
  const { t } = useText();
  const { pageLoads, bridge } = usePanel();
  const load = useStore(pageLoads.state, (loads) => loads[page]);
  const hostUp = useStore(bridge.link, (link) => link.state === 'up');
  useEffect(() => {
    // Also when the host comes back: it was probably what kept the script away.
    if (hostUp || pageLoads.state.getState()[page] === undefined) void pageLoads.want(page);
  }, [pageLoads, page, hostUp]);
  if (load?.state === 'ready') return <load.View />;
  const name = t(`page.${page}`);
  return load?.state === 'failed' ? <PageMissing page={page} name={name} /> : <PageLoading name={name} />;
};
