import { type Account, regionNames } from '../../../../main/contract/models/account.ts';
import { useText } from '../../i18n/index.ts';
import { Field, TextField } from './field.tsx';
import type { Problems } from './read-fields.ts';

/** Who speaks, and what this account is called here. */
export const IdentityFields = (props: {
  readonly problems: Problems;
  readonly again: Account | undefined;
}) => {
  const { t } = useText();
  const { problems, again } = props;
  return (
    <fieldset className="form-group">
      <h2>{t('accounts.who')}</h2>
      <TextField
        name="userId"
        label={t('accounts.userId')}
        hint={t('accounts.userIdHint')}
        problem={problems.userId}
        value={again?.userId ?? ''}
      />
      <div className="form-pair">
        <TextField
          name="nick"
          label={t('accounts.nick')}
          optional
          maxLength={100}
          value={again?.nick ?? ''}
        />
        <TextField
          name="label"
          label={t('accounts.label')}
          hint={t('accounts.labelHint')}
          optional
          maxLength={60}
          value={again?.label ?? ''}
        />
      </div>
    </fieldset>
  );
};

const SocketField = ({
  problems,
  again,
}: {
  readonly problems: Problems;
  readonly again: Account | undefined;
}) => {
  const { t } = useText();
  return (
    <TextField
      name="socket"
      label={t('accounts.socket')}
      hint={t('accounts.addressHint')}
      optional
      placeholder="wss://"
      problem={problems.socket}
      value={again?.address?.socket ?? ''}
    />
  );
};

const AdminFields = ({
  problems,
  again,
}: {
  readonly problems: Problems;
  readonly again: Account | undefined;
}) => {
  const { t } = useText();
  return (
    <div className="form-pair">
      <TextField
        name="adminUserId"
        label={t('accounts.adminUser')}
        hint={t('accounts.adminUserHint')}
        placeholder="administrator"
        optional
        problem={problems.adminUserId}
        value={again?.adminUserId ?? ''}
      />
      <Field label={t('accounts.region')}>
        {(ids) => (
          <select {...ids} className="field" name="region" defaultValue={again?.region ?? ''}>
            <option value="">{t('accounts.regionAuto')}</option>
            {regionNames.map((name) => (
              <option key={name} value={name}>
                {t(`accounts.region.${name}`)}
              </option>
            ))}
          </select>
        )}
      </Field>
    </div>
  );
};

/** What most people never need. It opens by itself where something in it is wrong. */
export const MoreFields = (props: {
  readonly problems: Problems;
  readonly again: Account | undefined;
  readonly holdsKey: boolean;
}) => {
  const { t } = useText();
  const { problems, again, holdsKey } = props;
  const wrong = problems.adminUserId !== undefined || problems.socket !== undefined;
  const address = again?.address;
  return (
    <details className="form-more" open={wrong || address !== undefined || undefined}>
      <summary>{t(holdsKey ? 'accounts.more' : 'accounts.morePlain')}</summary>
      {holdsKey ? <AdminFields problems={problems} again={again} /> : null}
      {holdsKey ? (
        <TextField
          name="rest"
          label={t('accounts.rest')}
          optional
          placeholder="https://"
          value={address?.rest ?? ''}
        />
      ) : null}
      <SocketField problems={problems} again={again} />
    </details>
  );
};
