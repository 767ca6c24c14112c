import { useStore } from 'zustand';
import type { Account } from '../../../../main/contract/models/account.ts';
import { useText } from '../../i18n/index.ts';
import { usePanel } from '../../panel-context.tsx';
import type { AccountPart } from './accounts.ts';
import { ErrorNote } from './error-note.tsx';
import { RightsText } from './pass-facts.tsx';
import { PassesPart } from './passes-part.tsx';
import { RemovePart } from './remove-part.tsx';
import { SessionSign } from './session-sign.tsx';
import { TestPart } from './test-part.tsx';
import { LockedAccount } from './unlock-form.tsx';
import { whenText } from './when-text.ts';

const Meta = ({ account }: { readonly account: Account }) => {
  const { t, language } = useText();
  const { clock } = usePanel();
  const { key, pass, keptBy, region } = account;
  const facts: readonly (string | undefined)[] = [
    t('accounts.as', { user: account.nick }),
    t('accounts.app', { id: account.sdkAppId }),
    region === undefined ? undefined : t(`accounts.region.${region}`),
    key === undefined ? undefined : key.version === 'v1' ? `${key.algorithm}, ${key.curve}` : key.algorithm,
    account.kind === 'key-holder' && keptBy !== undefined ? t(`accounts.kept.${keptBy}`) : undefined,
  ];
  return (
    <>
      <p className="account-meta">
        {facts
          .filter((fact) => fact !== undefined)
          .map((fact) => (
            <bdi key={fact}>{fact}</bdi>
          ))}
      </p>
      {pass === undefined ? null : (
        <p className="account-meta">
          <bdi>{pass.rooms.join(', ')}</bdi>
          <span>
            <RightsText may={pass.may} />
          </span>
          <span data-over={pass.expiresAt <= clock.now()}>
            {t(pass.expiresAt <= clock.now() ? 'accounts.passOver' : 'accounts.passUntil', {
              when: whenText(pass.expiresAt, language),
            })}
          </span>
        </p>
      )}
    </>
  );
};

const PartButton = (props: {
  readonly account: Account;
  readonly part: AccountPart;
  readonly text: string;
  readonly onOpen?: () => void;
}) => {
  const { accounts } = usePanel();
  const { account, part } = props;
  const open = useStore(accounts.state, (state) => state.parts[account.id] === part);
  return (
    <button
      type="button"
      className="btn small quiet"
      aria-expanded={open}
      onClick={() => {
        accounts.toggle(account.id, part);
        if (!open) props.onOpen?.();
      }}
    >
      {props.text}
    </button>
  );
};

const Buttons = ({ account }: { readonly account: Account }) => {
  const { t } = useText();
  const { accounts, roomsPage, shell } = usePanel();
  const { session, kind } = account;
  const toRooms = () => {
    roomsPage.choose(account.id);
    shell.setState({ page: 'rooms' });
  };
  const rehearsal = kind === 'rehearsal';
  const off = session.state === 'closed' || session.state === 'failed';
  return (
    <div className="account-buttons">
      {rehearsal || session.state === 'locked' ? null : (
        <PartButton
          account={account}
          part="test"
          text={t('test.run')}
          onOpen={() => accounts.test(account.id)}
        />
      )}
      {kind === 'key-holder' && session.state !== 'locked' ? (
        <PartButton account={account} part="passes" text={t('pass.title')} />
      ) : null}
      {session.state === 'ready' ? (
        <button type="button" className="btn small quiet" onClick={toRooms}>
          {t('accounts.openRooms')}
        </button>
      ) : null}
      {off ? (
        <button type="button" className="btn small" onClick={() => accounts.open(account)}>
          {t('accounts.open')}
        </button>
      ) : null}
      {off || session.state === 'locked' ? null : (
        <button type="button" className="btn small quiet" onClick={() => accounts.close(account)}>
          {t('accounts.close')}
        </button>
      )}
      {rehearsal ? null : <PartButton account={account} part="remove" text={t('accounts.remove')} />}
    </div>
  );
};

const parts = { test: TestPart, passes: PassesPart, remove: RemovePart } as const;

/** One account: who it is, how it stands, and what can be done with it. */
export const AccountLine = ({ account }: { readonly account: Account }) => {
  const { t } = useText();
  const { accounts } = usePanel();
  const part = useStore(accounts.state, (state) => state.parts[account.id]);
  const Part = part === undefined ? undefined : parts[part];
  const { session } = account;
  return (
    <li className="account" data-account={account.id}>
      <div className="account-head">
        <h2>
          <bdi>{account.label}</bdi>
        </h2>
        <span className="account-kind">{t(`accounts.kind.${account.kind}`)}</span>
        <SessionSign session={session} />
      </div>
      <Meta account={account} />
      <ErrorNote error={session.state === 'failed' ? session.error : undefined} />
      {session.state === 'locked' ? <LockedAccount account={account} needs={session.needs} /> : null}
      <Buttons account={account} />
      {Part === undefined ? null : <Part account={account} />}
    </li>
  );
};
