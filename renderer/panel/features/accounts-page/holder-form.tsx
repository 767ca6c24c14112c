import { LoaderCircle } from 'lucide-react';
import { type FormEvent, useRef, useState } from 'react';
import { useText } from '../../i18n/index.ts';
import { usePanel, useTopic } from '../../panel-context.tsx';
import { ErrorNote } from './error-note.tsx';
import { TextField } from './field.tsx';
import { IdentityFields, MoreFields } from './identity-fields.tsx';
import { KeyField, type KeyFieldHandle } from './key-field.tsx';
import { isGood, type KeyReport, KeyReportView } from './key-report.tsx';
import { firstProtection, ProtectionChoice } from './protection-choice.tsx';
import { type Problems, readHolder, textsOf } from './read-fields.ts';
import type { KeyInput } from './read-key.ts';
import { SubPage } from './sub-page.tsx';
import { takeProtection } from './take-protection.ts';
import { useFirstWrong } from './use-first-wrong.ts';
import { useTask } from './use-task.ts';

/** Adds the account of a key holder: the key is tried first, and nothing is kept of one that does not work. */
export const HolderForm = ({ againId }: { readonly againId: string | undefined }) => {
  const { t } = useText();
  const { bridge, accounts } = usePanel();
  const app = useTopic('app');
  const again = useTopic('accounts')?.[againId ?? ''];
  const key = useRef<KeyFieldHandle>(null);
  const passphrase = useRef<HTMLInputElement>(null);
  const [by, setBy] = useState(again?.keptBy ?? firstProtection(app?.keyProtection));
  const [problems, setProblems] = useState<Problems>({});
  const [report, setReport] = useState<KeyReport>();
  const place = useFirstWrong(problems);
  const task = useTask();

  const connect = async (
    secret: KeyInput,
    protection: NonNullable<ReturnType<typeof takeProtection>['protection']>,
    form: Extract<ReturnType<typeof readHolder>, { ok: true }>['value'],
  ) => {
    const user = form.adminUserId === undefined ? {} : { userId: form.adminUserId };
    const checked = await task.run(() =>
      bridge.call('account:check-key', { sdkAppId: form.sdkAppId, ...user, key: secret }),
    );
    if (checked === undefined) return;
    if (!isGood(checked)) return setReport(checked);
    const id = againId === undefined ? {} : { accountId: againId };
    const added = await task.run(() =>
      bridge.call('account:add', { kind: 'key-holder', ...form, ...id, protection, key: secret }),
    );
    if (added !== undefined) accounts.show({ at: 'list' });
  };

  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const read = readHolder(textsOf(event.currentTarget));
    const secret = await key.current?.read();
    const { protection, problem } = takeProtection(by, passphrase.current);
    const found: Problems = {
      ...(read.ok ? {} : read.problems),
      ...(secret === undefined && { key: 'needed' as const }),
      ...(problem !== undefined && { passphrase: problem }),
    };
    setProblems(found);
    setReport(undefined);
    if (!read.ok || secret === undefined || protection === undefined) return;
    const connecting = connect(secret, protection, read.value);
    key.current?.clear();
    if (passphrase.current !== null) passphrase.current.value = '';
    await connecting;
  };

  return (
    <SubPage title={t('accounts.formKey')} text={t('accounts.safe')}>
      <form ref={place} className="form" noValidate onSubmit={(event) => void submit(event)}>
        <fieldset className="form-group">
          <h2>{t('accounts.theApp')}</h2>
          <TextField
            name="sdkAppId"
            label={t('accounts.sdkAppId')}
            hint={t('accounts.sdkAppIdHint')}
            problem={problems.sdkAppId}
            value={again === undefined ? '' : String(again.sdkAppId)}
            numeric
          />
          <KeyField handle={key} problem={problems.key} />
          {report === undefined ? null : <KeyReportView report={report} inSight />}
        </fieldset>
        <IdentityFields problems={problems} again={again} />
        <ProtectionChoice
          title={t('protect.title')}
          value={by}
          onChange={setBy}
          passphrase={passphrase}
          problem={problems.passphrase}
        />
        <MoreFields problems={problems} again={again} holdsKey />
        <ErrorNote error={task.error} more={t('accounts.keyCleared')} />
        <div className="form-end">
          <button type="submit" className="btn primary" disabled={task.busy}>
            {task.busy ? <LoaderCircle className="spin" aria-hidden="true" /> : null}
            {t(task.busy ? 'accounts.connecting' : 'accounts.connect')}
          </button>
        </div>
      </form>
    </SubPage>
  );
};
