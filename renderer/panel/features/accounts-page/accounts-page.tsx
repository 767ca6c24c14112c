import { KeyRound, Plus } from 'lucide-react';
import { useStore } from 'zustand';
import { useText } from '../../i18n/index.ts';
import { usePanel, useTopic } from '../../panel-context.tsx';
import { AccountLine } from './account-line.tsx';
import { inOrder } from './accounts.ts';
import { CheckPage } from './check-page.tsx';
import { EndpointForm } from './endpoint-form.tsx';
import { HolderForm } from './holder-form.tsx';
import { SubPage } from './sub-page.tsx';
import { TakePass } from './take-pass.tsx';
import { Ways } from './ways.tsx';

const AccountList = () => {
  const { t } = useText();
  const { accounts: control } = usePanel();
  const accounts = useTopic('accounts');
  const list = inOrder(Object.values(accounts ?? {}));
  const own = list.some(({ kind }) => kind !== 'rehearsal');
  return (
    <main className="page accounts-page">
      <div className="page-head">
        <h1>{t('accounts.title')}</h1>
        <div className="head-buttons">
          <button type="button" className="btn" onClick={() => control.show({ at: 'check' })}>
            <KeyRound aria-hidden="true" />
            {t('accounts.check')}
          </button>
          {own ? (
            <button type="button" className="btn" onClick={() => control.show({ at: 'ways' })}>
              <Plus aria-hidden="true" />
              {t('accounts.add')}
            </button>
          ) : null}
        </div>
      </div>
      {list.length === 0 ? null : (
        <ul className="account-list">
          {list.map((account) => (
            <AccountLine key={account.id} account={account} />
          ))}
        </ul>
      )}
      {accounts === undefined || own ? null : (
        <section className="connect-app" aria-labelledby="connect-app">
          <h2 id="connect-app">{t('accounts.waysTitle')}</h2>
          <p className="page-text">{t('accounts.waysText')}</p>
          <Ways />
        </section>
      )}
    </main>
  );
};

/** Accounts and how to come by them: the first start leads here. */
export const AccountsPage = () => {
  const { t } = useText();
  const view = useStore(usePanel().accounts.state, (state) => state.view);
  if (view.at === 'check') return <CheckPage />;
  if (view.at === 'take-pass') return <TakePass />;
  if (view.at === 'key-holder') return <HolderForm againId={view.again} />;
  if (view.at === 'endpoint') return <EndpointForm againId={view.again} />;
  if (view.at === 'ways')
    return (
      <SubPage title={t('accounts.waysTitle')} text={t('accounts.waysText')}>
        <Ways />
      </SubPage>
    );
  return <AccountList />;
};
