import { TriangleAlert } from 'lucide-react';
import { type FormEvent, useRef, useState } from 'react';
import { obsPatchSchema } from '../../../../main/contract/models/obs.ts';
import type { ObsState } from '../../../../main/contract/models/obs-state.ts';
import { useText } from '../../i18n/index.ts';
import { usePanel, useTopic } from '../../panel-context.tsx';
import {
  ErrorNote,
  Field,
  type FieldProblem,
  type Protection,
  ProtectionChoice,
  SecretField,
  TextField,
  takeProtection,
  textsOf,
  useTask,
} from '../accounts-page/index.ts';
import { leavesComputer } from './obs-view.ts';

type Problems = { readonly address?: true; readonly port?: true; readonly passphrase?: FieldProblem };

const readPlace = (form: HTMLFormElement) => {
  const { address = '', port = '' } = textsOf(form);
  const read = {
    address: obsPatchSchema.shape.address.safeParse(address),
    port: obsPatchSchema.shape.port.safeParse(/^\d+$/.test(port.trim()) ? Number(port) : undefined),
  };
  return {
    patch: { address: read.address.data, port: read.port.data },
    problems: {
      ...(read.address.success && address.trim() !== '' ? {} : { address: true as const }),
      ...(read.port.success && read.port.data !== undefined ? {} : { port: true as const }),
    },
  };
};

/** Address, port and password. The password leaves the page as soon as it was sent. */
export const ConnectForm = ({ obs }: { readonly obs: ObsState }) => {
  const { t } = useText();
  const { obs: obsControl } = usePanel();
  const canSeal = useTopic('app')?.keyProtection === 'os';
  const password = useRef<HTMLInputElement>(null);
  const passphrase = useRef<HTMLInputElement>(null);
  const [by, setBy] = useState<Protection>(canSeal ? 'os' : 'memory');
  const [typed, setTyped] = useState<string>();
  const address = typed ?? obs.settings.address;
  const [problems, setProblems] = useState<Problems>({});
  const task = useTask();
  const kept = obs.passwordKept !== 'none';

  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const place = readPlace(event.currentTarget);
    const text = password.current?.value ?? '';
    const { protection, problem } = takeProtection(by, passphrase.current);
    const found: Problems = {
      ...place.problems,
      ...(text !== '' && problem !== undefined ? { passphrase: problem } : {}),
    };
    setProblems(found);
    if (Object.keys(found).length > 0) return;
    const secret = text === '' || protection === undefined ? undefined : { password: text, protection };
    const sent = await task.run(() => obsControl.setUp(place.patch, secret));
    if (sent === undefined) return;
    for (const field of [password.current, passphrase.current]) if (field !== null) field.value = '';
    setTyped(undefined);
  };

  return (
    <form className="form obs-form" noValidate onSubmit={(event) => void submit(event)}>
      <h2>{t('obs.connectTitle')}</h2>
      <div className="obs-place">
        <Field
          label={t('obs.address')}
          problemText={problems.address === true ? t('obs.addressWrong') : undefined}
        >
          {(ids) => (
            <input
              {...ids}
              className="field"
              name="address"
              value={address}
              maxLength={253}
              autoComplete="off"
              spellCheck={false}
              onChange={(event) => setTyped(event.currentTarget.value)}
            />
          )}
        </Field>
        <TextField
          // Another window may have set another one.
          key={obs.settings.port}
          name="port"
          label={t('obs.port')}
          value={String(obs.settings.port)}
          numeric
          maxLength={5}
          problemText={problems.port === true ? t('obs.portWrong') : undefined}
        />
      </div>
      {leavesComputer(address) ? (
        <p className="obs-warning">
          <TriangleAlert aria-hidden="true" />
          {t('obs.overNetwork')}
        </p>
      ) : null}
      <SecretField
        field={password}
        label={t('obs.password')}
        hint={kept ? t(`obs.kept.${obs.passwordKept}`) : t('obs.passwordHint')}
      />
      {canSeal ? (
        <p className="form-note">{t('obs.sealed')}</p>
      ) : (
        <ProtectionChoice
          title={t('obs.protect')}
          value={by}
          onChange={setBy}
          passphrase={passphrase}
          problem={problems.passphrase}
        />
      )}
      <ErrorNote error={task.error} />
      <div className="form-end">
        {kept ? <ForgetPassword /> : null}
        <button type="submit" className="btn primary" disabled={task.busy}>
          {t('obs.connect')}
        </button>
      </div>
    </form>
  );
};

const ForgetPassword = () => {
  const { t } = useText();
  const { obs } = usePanel();
  return (
    <button type="button" className="btn quiet" onClick={obs.forgetPassword}>
      {t('obs.forget')}
    </button>
  );
};
