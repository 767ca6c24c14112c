import { Switch } from '@base-ui/react/switch';
import { LoaderCircle } from 'lucide-react';
import { type FormEvent, useId, useRef, useState } from 'react';
import { useText } from '../../i18n/index.ts';
import { usePanel } from '../../panel-context.tsx';
import { ErrorNote } from './error-note.tsx';
import { TextField } from './field.tsx';
import { KeyField, type KeyFieldHandle } from './key-field.tsx';
import { type KeyReport, KeyReportView } from './key-report.tsx';
import { appIdProblem, type Problems, problemsOf, textsOf, userIdProblem } from './read-fields.ts';
import { SubPage } from './sub-page.tsx';
import { useFirstWrong } from './use-first-wrong.ts';
import { useTask } from './use-task.ts';

/** Says what a key is and whether it works, and keeps nothing. */
export const CheckPage = () => {
  const { t } = useText();
  const { bridge } = usePanel();
  const key = useRef<KeyFieldHandle>(null);
  const clockId = useId();
  const [clock, setClock] = useState(false);
  const [problems, setProblems] = useState<Problems>({});
  const [report, setReport] = useState<KeyReport>();
  const form = useFirstWrong(problems);
  const task = useTask();

  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const { sdkAppId = '', userId = '' } = textsOf(event.currentTarget);
    const secret = await key.current?.read();
    const found = problemsOf({
      sdkAppId: appIdProblem(sdkAppId.trim()),
      userId: userIdProblem(userId.trim(), false),
      key: secret === undefined ? 'needed' : undefined,
    });
    setProblems(found);
    setReport(undefined);
    if (secret === undefined || Object.keys(found).length > 0) return;
    const user = userId.trim() === '' ? {} : { userId: userId.trim() };
    const asked = task.run(() =>
      bridge.call('account:check-key', {
        sdkAppId: Number(sdkAppId.trim()),
        ...user,
        key: secret,
        compareClock: clock,
      }),
    );
    key.current?.clear();
    setReport(await asked);
  };

  return (
    <SubPage title={t('check.title')} text={t('check.text')}>
      <form ref={form} className="form" noValidate onSubmit={(event) => void submit(event)}>
        <TextField name="sdkAppId" label={t('accounts.sdkAppId')} problem={problems.sdkAppId} numeric />
        <KeyField handle={key} problem={problems.key} />
        <TextField
          name="userId"
          label={t('accounts.userId')}
          placeholder="administrator"
          optional
          problem={problems.userId}
        />
        <div className="switch-line">
          <Switch.Root
            className="switch"
            aria-labelledby={clockId}
            checked={clock}
            onCheckedChange={setClock}
          >
            <Switch.Thumb />
          </Switch.Root>
          <span id={clockId}>{t('check.clock')}</span>
        </div>
        <ErrorNote error={task.error} more={t('accounts.keyCleared')} />
        <div className="form-end">
          <button type="submit" className="btn primary" disabled={task.busy}>
            {task.busy ? <LoaderCircle className="spin" aria-hidden="true" /> : null}
            {t(task.busy ? 'check.running' : 'check.run')}
          </button>
        </div>
      </form>
      {report === undefined ? null : <KeyReportView report={report} />}
    </SubPage>
  );
};
