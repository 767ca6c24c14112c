import { LoaderCircle } from 'lucide-react';
import { type FormEvent, useRef, useState } from 'react';
import type { PassView } from '../../../../main/contract/models/pass.ts';
import { useText } from '../../i18n/index.ts';
import { usePanel, useTopic } from '../../panel-context.tsx';
import { ErrorNote } from './error-note.tsx';
import { RightsText } from './pass-facts.tsx';
import { PassField } from './pass-field.tsx';
import { firstProtection, ProtectionChoice } from './protection-choice.tsx';
import type { Problems } from './read-fields.ts';
import { SecretField } from './secret-field.tsx';
import { SubPage } from './sub-page.tsx';
import { useFirstWrong } from './use-first-wrong.ts';
import { useTask } from './use-task.ts';
import { whenText } from './when-text.ts';

const PassWords = ({ pass }: { readonly pass: PassView }) => {
  const { t, language } = useText();
  return (
    <section
      className="key-report"
      aria-labelledby="take-allows"
      data-good={pass.expired ? false : undefined}
    >
      <h2 id="take-allows">{t('take.allows')}</h2>
      {pass.expired ? <p role="alert">{t('take.expired')}</p> : null}
      <dl className="facts">
        <div>
          <dt>{t('check.user')}</dt>
          <dd>
            <bdi>{pass.nick === pass.userId ? pass.userId : `${pass.nick} (${pass.userId})`}</bdi>
          </dd>
        </div>
        <div>
          <dt>{t('check.app')}</dt>
          <dd>{pass.sdkAppId}</dd>
        </div>
        <div>
          <dt>{t('take.roomsLabel')}</dt>
          <dd>
            <bdi>{pass.rooms.join(', ')}</bdi>
          </dd>
        </div>
        <div>
          <dt>{t('take.mayLabel')}</dt>
          <dd>
            <RightsText may={pass.may} />
          </dd>
        </div>
        <div>
          <dt>{t('take.untilLabel')}</dt>
          <dd>{whenText(pass.expiresAt, language)}</dd>
        </div>
      </dl>
    </section>
  );
};

/** The moderator's side: look at a pass, then take it as an account. */
export const TakePass = () => {
  const { t } = useText();
  const { bridge, accounts } = usePanel();
  const app = useTopic('app');
  const text = useRef<HTMLTextAreaElement>(null);
  const passphrase = useRef<HTMLInputElement>(null);
  const [by, setBy] = useState(firstProtection(app?.keyProtection));
  const [problems, setProblems] = useState<Problems>({});
  const [pass, setPass] = useState<PassView>();
  const form = useFirstWrong(problems);
  const task = useTask();

  const changed = () => {
    setPass(undefined);
    task.forget();
  };
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const given = { text: text.current?.value.trim() ?? '', passphrase: passphrase.current?.value ?? '' };
    setProblems({
      ...(given.text === '' && { text: 'needed' as const }),
      ...(given.passphrase === '' && { passphrase: 'needed' as const }),
    });
    if (given.text === '' || given.passphrase === '') return;
    if (pass === undefined) return setPass(await task.run(() => bridge.call('pass:inspect', given)));
    const taken = await task.run(() => bridge.call('pass:take', { ...given, protection: by }));
    if (taken === undefined) return;
    if (passphrase.current !== null) passphrase.current.value = '';
    accounts.show({ at: 'list' });
  };
  const look = pass === undefined;

  return (
    <SubPage title={t('take.title')} text={t('accounts.wayPassText')}>
      <form ref={form} className="form" noValidate onSubmit={(event) => void submit(event)}>
        <fieldset className="form-group" onChange={changed}>
          <PassField field={text} problem={problems.text} onChanged={changed} />
          <SecretField field={passphrase} label={t('pass.passphrase')} problem={problems.passphrase} />
        </fieldset>
        {pass === undefined ? null : <PassWords pass={pass} />}
        {pass === undefined || pass.expired ? null : (
          <ProtectionChoice title={t('protect.titlePass')} value={by} onChange={setBy} />
        )}
        <ErrorNote error={task.error} />
        <div className="form-end">
          <button type="submit" className="btn primary" disabled={task.busy || pass?.expired === true}>
            {task.busy ? <LoaderCircle className="spin" aria-hidden="true" /> : null}
            {look ? t(task.busy ? 'take.looking' : 'take.look') : t(task.busy ? 'take.taking' : 'take.take')}
          </button>
        </div>
      </form>
    </SubPage>
  );
};
