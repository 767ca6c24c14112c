import { Plus } from 'lucide-react';
import { useState } from 'react';
import type { CallOutput } from '../../../../main/contract/calls.ts';
import type { Account, IssuedPass } from '../../../../main/contract/models/account.ts';
import { useText } from '../../i18n/index.ts';
import { usePanel } from '../../panel-context.tsx';
import { ErrorNote } from './error-note.tsx';
import { IssueForm } from './issue-form.tsx';
import { FailedRooms, IssuedPassView } from './issued-pass.tsx';
import { RightsText } from './pass-facts.tsx';
import { useTask } from './use-task.ts';
import { whenText } from './when-text.ts';

type Failed = CallOutput<'pass:revoke'>['failed'];

const PassLine = (props: {
  readonly accountId: string;
  readonly pass: IssuedPass;
  readonly onRevoked: (failed: Failed) => void;
}) => {
  const { t, language } = useText();
  const { bridge, clock } = usePanel();
  const { pass, accountId } = props;
  const [asking, setAsking] = useState(false);
  const task = useTask();
  const when = whenText(pass.expiresAt, language);
  const over = pass.expiresAt <= clock.now();
  const revoke = async () => {
    const done = await task.run(() => bridge.call('pass:revoke', { accountId, passId: pass.id }));
    if (done !== undefined) props.onRevoked(done.failed);
  };
  return (
    <li className="pass-line" data-over={over}>
      <div className="pass-words">
        <strong>
          <bdi>{pass.nick}</bdi>
        </strong>{' '}
        <span className="quiet">
          <RightsText may={pass.may} /> · {t(over ? 'pass.over' : 'pass.until', { when })}
        </span>
        <p className="quiet">
          <bdi>{pass.rooms.join(', ')}</bdi>
        </p>
        {asking ? (
          <p>
            {t('pass.revokeTitle', { person: pass.nick })} {t('pass.revokeText')}
          </p>
        ) : null}
        <ErrorNote error={task.error} />
      </div>
      {asking ? (
        <div className="part-buttons">
          <button type="button" className="btn small" onClick={() => setAsking(false)}>
            {t('common.cancel')}
          </button>
          <button
            type="button"
            className="btn small danger loud"
            disabled={task.busy}
            onClick={() => void revoke()}
          >
            {t('pass.revoke')}
          </button>
        </div>
      ) : (
        <button
          type="button"
          className="btn small quiet"
          aria-label={t('pass.revokeThis', { person: pass.nick })}
          onClick={() => setAsking(true)}
        >
          {t('pass.revoke')}
        </button>
      )}
    </li>
  );
};

/** The passes that a key holder gave out, and a new one. */
export const PassesPart = ({ account }: { readonly account: Account }) => {
  const { t } = useText();
  const passes = account.passes ?? [];
  const [issuing, setIssuing] = useState(false);
  const [issued, setIssued] = useState<CallOutput<'pass:issue'>>();
  const [stillAdmin, setStillAdmin] = useState<Failed>([]);
  if (issued !== undefined)
    return (
      <section className="account-part" aria-label={t('pass.title')}>
        <IssuedPassView pass={issued} onDone={() => setIssued(undefined)} />
      </section>
    );
  return (
    <section className="account-part" aria-label={t('pass.title')}>
      <div className="part-head">
        <h3>{t('pass.title')}</h3>
        {issuing ? null : (
          <button type="button" className="btn small" onClick={() => setIssuing(true)}>
            <Plus aria-hidden="true" />
            {t('pass.new')}
          </button>
        )}
      </div>
      <p className="part-text">
        {t('pass.text')} {passes.length === 0 ? t('pass.none') : null}
      </p>
      <FailedRooms title={t('pass.notDismissed')} failed={stillAdmin} />
      {passes.length === 0 ? null : (
        <ul className="pass-list">
          {passes.map((pass) => (
            <PassLine key={pass.id} accountId={account.id} pass={pass} onRevoked={setStillAdmin} />
          ))}
        </ul>
      )}
      {issuing ? (
        <IssueForm
          account={account}
          onCancel={() => setIssuing(false)}
          onIssued={(pass) => {
            setIssuing(false);
            setIssued(pass);
          }}
        />
      ) : null}
    </section>
  );
};
