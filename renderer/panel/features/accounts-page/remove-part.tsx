import { useEffect, useRef } from 'react';
import type { Account } from '../../../../main/contract/models/account.ts';
import { useText } from '../../i18n/index.ts';
import { usePanel } from '../../panel-context.tsx';

/** Asks once more, in place and with what it means, before an account is forgotten. */
export const RemovePart = ({ account }: { readonly account: Account }) => {
  const { t } = useText();
  const { accounts } = usePanel();
  const cancel = useRef<HTMLButtonElement>(null);
  useEffect(() => cancel.current?.focus(), []);
  return (
    <section className="account-part" aria-label={t('accounts.removeThis', { account: account.label })}>
      <h3>{t('accounts.removeTitle', { account: account.label })}</h3>
      <p className="part-text">
        {t(account.kind === 'key-holder' ? 'accounts.removeText' : 'accounts.removePlain')}
      </p>
      <div className="part-buttons">
        <button
          ref={cancel}
          type="button"
          className="btn"
          onClick={() => accounts.toggle(account.id, 'remove')}
        >
          {t('common.cancel')}
        </button>
        <button type="button" className="btn danger loud" onClick={() => accounts.remove(account)}>
          {t('accounts.removeYes')}
        </button>
      </div>
    </section>
  );
};
