import { RotateCcw } from 'lucide-react';
import { useText } from '../../i18n/index.ts';

/** What stands in place of a page that met a bug. */
export const BugNote = () => {
  const { t } = useText();
  return (
    <main className="page">
      <h1>{t('bug.title')}</h1>
      <p>{t('bug.text')}</p>
      <button type="button" className="btn bug-reload" onClick={() => window.location.reload()}>
        <RotateCcw aria-hidden="true" />
        {t('bug.reload')}
      </button>
    </main>
  );
};
