import { type FormEvent, useRef, useState } from 'react';
import { useText } from '../../i18n/index.ts';
import { usePanel } from '../../panel-context.tsx';
import { ErrorNote, SecretField, useTask } from '../accounts-page/index.ts';

/** Opens a password that a passphrase keeps. The passphrase leaves the page as soon as it was sent. */
export const PasswordUnlock = () => {
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
    void task.run(() => bridge.call('obs:unlock', { passphrase }));
    if (field.current !== null) field.current.value = '';
  };
  return (
    <section className="obs-unlock" aria-label={t('obs.unlockTitle')}>
      <form className="unlock-form" noValidate onSubmit={submit}>
        <SecretField
          field={field}
          label={t('obs.unlockTitle')}
          hint={t('obs.unlockHint')}
          problem={empty ? 'needed' : undefined}
        />
        <button type="submit" className="btn primary" disabled={task.busy}>
          {t('accounts.unlock')}
        </button>
      </form>
      <ErrorNote error={task.error} />
    </section>
  );
};
