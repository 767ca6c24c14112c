import { Switch } from '@base-ui/react/switch';
import { LoaderCircle } from 'lucide-react';
import { type FormEvent, type Ref, useId, useRef, useState } from 'react';
import { useText } from '../../i18n/index.ts';
import { usePanel, useTopic } from '../../panel-context.tsx';
import { ErrorNote } from './error-note.tsx';
import { TextField } from './field.tsx';
import { IdentityFields, MoreFields } from './identity-fields.tsx';
import { firstProtection, type Protection, ProtectionChoice } from './protection-choice.tsx';
import { type Problems, problemsOf, readEndpoint, textsOf } from './read-fields.ts';
import { SecretField } from './secret-field.tsx';
import { SubPage } from './sub-page.tsx';
import { takeProtection } from './take-protection.ts';
import { useFirstWrong } from './use-first-wrong.ts';
import { useTask } from './use-task.ts';

const HeaderFields = (props: {
  readonly problems: Problems;
  readonly value: Ref<HTMLInputElement>;
  readonly name: string;
}) => {
  const { t } = useText();
  const { problems } = props;
  return (
    <div className="form-pair">
      <TextField
        name="headerName"
        label={t('accounts.headerName')}
        placeholder="Authorization"
        maxLength={100}
        problem={problems.headerName}
        value={props.name}
      />
      <SecretField field={props.value} label={t('accounts.headerValue')} problem={problems.headerValue} />
    </div>
  );
};

/** The header and how it is kept. Without a header there is nothing to keep. */
const readSecrets = (
  withHeader: boolean,
  by: Protection,
  field: HTMLInputElement | null,
  passphrase: HTMLInputElement | null,
) => {
  if (!withHeader) return { header: undefined, protection: { by: 'memory' } as const, problems: {} };
  const header = field?.value ?? '';
  const { protection, problem } = takeProtection(by, passphrase);
  const problems = problemsOf({
    headerValue: header === '' ? 'needed' : undefined,
    passphrase: problem,
  });
  return { header, protection, problems };
};

/** Adds an account that asks the person's own backend for its UserSigs. */
export const EndpointForm = ({ againId }: { readonly againId: string | undefined }) => {
  const { t } = useText();
  const { bridge, accounts } = usePanel();
  const app = useTopic('app');
  const again = useTopic('accounts')?.[againId ?? ''];
  const kept = again?.endpoint?.address;
  const headerId = useId();
  const value = useRef<HTMLInputElement>(null);
  const passphrase = useRef<HTMLInputElement>(null);
  const [withHeader, setWithHeader] = useState(again?.endpoint?.headerName !== undefined);
  const [by, setBy] = useState(again?.keptBy ?? firstProtection(app?.keyProtection));
  const [problems, setProblems] = useState<Problems>({});
  const place = useFirstWrong(problems);
  const task = useTask();

  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const read = readEndpoint(textsOf(event.currentTarget), withHeader, again !== undefined);
    const {
      header,
      protection,
      problems: wrong,
    } = readSecrets(withHeader, by, value.current, passphrase.current);
    setProblems({ ...(read.ok ? {} : read.problems), ...wrong });
    if (!read.ok || protection === undefined || header === '') return;
    const { headerName, ...form } = read.value;
    const id = againId === undefined ? {} : { accountId: againId };
    const secret = header === undefined ? {} : { header: { name: headerName, value: header } };
    const adding = task.run(() =>
      bridge.call('account:add', { kind: 'usersig-endpoint', ...form, ...id, ...secret, protection }),
    );
    for (const field of [value.current, passphrase.current]) if (field !== null) field.value = '';
    if ((await adding) !== undefined) accounts.show({ at: 'list' });
  };

  return (
    <SubPage title={t('accounts.formEndpoint')} text={t('accounts.wayEndpointText')}>
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
          <TextField
            name="url"
            label={t('accounts.url')}
            hint={t(kept === undefined ? 'accounts.urlHint' : 'accounts.urlKept')}
            placeholder={kept ?? 'https://'}
            maxLength={1000}
            problem={problems.url}
          />
          <div className="switch-line">
            <Switch.Root
              className="switch"
              aria-labelledby={headerId}
              checked={withHeader}
              onCheckedChange={setWithHeader}
            >
              <Switch.Thumb />
            </Switch.Root>
            <span id={headerId}>{t('accounts.withHeader')}</span>
          </div>
          {withHeader ? (
            <HeaderFields problems={problems} value={value} name={again?.endpoint?.headerName ?? ''} />
          ) : null}
        </fieldset>
        <IdentityFields problems={problems} again={again} />
        {withHeader ? (
          <ProtectionChoice
            title={t('protect.titleHeader')}
            value={by}
            onChange={setBy}
            passphrase={passphrase}
            problem={problems.passphrase}
          />
        ) : null}
        <MoreFields problems={problems} again={again} holdsKey={false} />
        <ErrorNote error={task.error} {...(withHeader && { more: t('accounts.secretCleared') })} />
        <div className="form-end">
          <button type="submit" className="btn primary" disabled={task.busy}>
            {task.busy ? <LoaderCircle className="spin" aria-hidden="true" /> : null}
            {t(task.busy ? 'accounts.connecting' : 'accounts.connectPlain')}
          </button>
        </div>
      </form>
    </SubPage>
  );
};
