import { ArrowLeft } from 'lucide-react';
import { useText } from '../../i18n/index.ts';
import { usePanel } from '../../panel-context.tsx';

/** Says plainly that accounts are the next thing to come, and what to have at hand for it. */
export const AccountsNext = () => {
  const { t } = useText();
  const { shell } = usePanel();
  return (
    <main className="page accounts-next">
      <h1>{t('accounts.title')}</h1>
      <p>{t('accounts.text')}</p>
      <h2>{t('accounts.needTitle')}</h2>
      <ul>
        <li>{t('accounts.needId')}</li>
        <li>{t('accounts.needKey')}</li>
        <li>{t('accounts.needRoom')}</li>
      </ul>
      <p>{t('accounts.safe')}</p>
      <button type="button" className="btn" onClick={() => shell.setState({ page: 'deck' })}>
        <ArrowLeft aria-hidden="true" />
        {t('accounts.back')}
      </button>
    </main>
  );
};
