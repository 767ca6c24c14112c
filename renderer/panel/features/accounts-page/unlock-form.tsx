import { type FormEvent, useRef, useState } from 'react';
import type { Account } from '../../../../main/contract/models/account.ts';
import { useText } from '../../i18n/index.ts';
import { usePanel } from '../../panel-context.tsx';
import type { AccountsView } from './accounts.ts';
import { ErrorNote } from './error-note.tsx';
import { SecretField } from './secret-field.tsx';
import { useTask } from './use-task.ts';

/** Opens what a passphrase keeps. The passphrase leaves the page as soon as it was sent. */
export const Unlock = ({ account }: { readonly account: Account }) => {
  const { t } = useText();
  const { bridge } = usePanel();
  const field = useRef<HTMLInputElement>(null);
  const [empty, setEmpty] = useState(false);
  const task = useTask();
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const passphrase = field.current?.value ?? '';
    setEmpty(passphrase === '');
    if (passphrase === '') return;
    void task.run(() => bridge.call('account:unlock', { accountId: account.id, passphrase }));
    if (field.current !== null) field.current.value = '';
  };
  return (
    <>
      <form className="unlock-form" noValidate onSubmit={submit}>
        <SecretField
          field={field}
          label={t('accounts.unlockThis', { account: account.label })}
          problem={empty ? 'needed' : undefined}
        />
        <button type="submit" className="btn primary" disabled={task.busy}>
          {t('accounts.unlock')}
        </button>
      </form>
      <ErrorNote error={task.error} />
    </>
  );
};

const againView = (account: Account): AccountsView => {
  if (account.kind === 'pass') return { at: 'take-pass' };
  return { at: account.kind === 'key-holder' ? 'key-holder' : 'endpoint', again: account.id };
};

const againWords = { 'key-holder': 'accounts.again', pass: 'accounts.againPass' } as const;

/** What a locked account waits for: its passphrase, or its secret once more. */
export const LockedAccount = (props: {
  readonly account: Account;
  readonly needs: 'passphrase' | 'secret';
}) => {
  const { t } = useText();
  const { accounts } = usePanel();
  const { account, needs } = props;
  if (needs === 'passphrase') return <Unlock account={account} />;
  const words =
    account.kind === 'key-holder' || account.kind === 'pass' ? againWords[account.kind] : undefined;
  return (
    <div className="unlock-form">
      <p>{t('accounts.secretGone')}</p>
      <button type="button" className="btn primary" onClick={() => accounts.show(againView(account))}>
        {t(words ?? 'accounts.againPlain')}
      </button>
    </div>
  );
};
