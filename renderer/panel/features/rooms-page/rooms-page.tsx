import { Plus, RotateCcw } from 'lucide-react';
import { type FormEvent, useEffect, useState } from 'react';
import { useStore } from 'zustand';
import type { Account } from '../../../../main/contract/models/account.ts';
import { useText } from '../../i18n/index.ts';
import { usePanel, useTopic } from '../../panel-context.tsx';
import { inOrder, TextField, textsOf } from '../accounts-page/index.ts';
import { NewRoom } from './new-room.tsx';
import { roomIdProblem } from './read-room.ts';
import { useProblemText } from './room-fields.tsx';
import { OpenButton } from './room-row.tsx';
import { RoomTable } from './room-table.tsx';

/** Opens any room by its ID: also one that is in no list. */
const OpenById = ({ accountId }: { readonly accountId: string }) => {
  const { t } = useText();
  const { roomsPage, shell } = usePanel();
  const problemText = useProblemText();
  const [problem, setProblem] = useState<ReturnType<typeof roomIdProblem>>();
  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const roomId = (textsOf(event.currentTarget).roomId ?? '').trim();
    const wrong = roomIdProblem(roomId, false);
    setProblem(wrong);
    if (wrong !== undefined) return;
    if (await roomsPage.open(accountId, roomId)) shell.setState({ page: 'deck' });
  };
  return (
    <form className="line-form open-by-id" noValidate onSubmit={(event) => void submit(event)}>
      <TextField name="roomId" label={t('rooms.openById')} problemText={problemText(problem)} />
      <button type="submit" className="btn">
        {t('rooms.openRoom')}
      </button>
    </form>
  );
};

const PassRooms = ({ account }: { readonly account: Account }) => {
  const { t } = useText();
  const rooms = account.pass?.rooms;
  if (rooms === undefined) return <p className="page-text">{t('rooms.noAdmin')}</p>;
  return (
    <>
      <p className="page-text">{t('rooms.noAdminPass')}</p>
      <ul className="pass-rooms">
        {rooms.map((roomId) => (
          <li key={roomId}>
            <code>{roomId}</code>
            <OpenButton accountId={account.id} roomId={roomId} name={roomId} />
          </li>
        ))}
      </ul>
    </>
  );
};

const NotReady = ({ account }: { readonly account: Account }) => {
  const { t } = useText();
  const { shell } = usePanel();
  return (
    <>
      <p className="page-text">{t('rooms.notReady', { account: account.label })}</p>
      <button type="button" className="btn" onClick={() => shell.setState({ page: 'accounts' })}>
        {t('rooms.toAccounts')}
      </button>
    </>
  );
};

const AccountRooms = ({ account }: { readonly account: Account }) => {
  const { t } = useText();
  const { roomsPage } = usePanel();
  const [making, setMaking] = useState(false);
  const admin = account.admin === true;
  const ready = account.session.state === 'ready';
  const { id } = account;
  useEffect(() => {
    if (admin && ready) roomsPage.load(id);
  }, [admin, ready, id, roomsPage]);
  if (!ready) return <NotReady account={account} />;
  return (
    <>
      <div className="room-tools">
        <OpenById accountId={id} />
        {admin && !making ? (
          <div className="head-buttons">
            <button type="button" className="btn quiet" onClick={() => roomsPage.load(id)}>
              <RotateCcw aria-hidden="true" />
              {t('rooms.reload')}
            </button>
            <button type="button" className="btn primary" onClick={() => setMaking(true)}>
              <Plus aria-hidden="true" />
              {t('rooms.new')}
            </button>
          </div>
        ) : null}
      </div>
      {making ? <NewRoom accountId={id} onDone={() => setMaking(false)} /> : null}
      {admin ? <RoomTable accountId={id} /> : <PassRooms account={account} />}
    </>
  );
};

const NoAccount = () => {
  const { t } = useText();
  const { shell } = usePanel();
  return (
    <>
      <p className="page-text">{t('rooms.noAccount')}</p>
      <button type="button" className="btn primary" onClick={() => shell.setState({ page: 'accounts' })}>
        {t('rooms.toAccounts')}
      </button>
    </>
  );
};

/** The account whose rooms are shown: the one chosen, else the first that can list rooms, else the first. */
export const shownAccount = (accounts: readonly Account[], chosen: string | null): Account | undefined =>
  accounts.find(({ id }) => id === chosen) ??
  accounts.find(({ admin, session }) => admin === true && session.state === 'ready') ??
  accounts[0];

/** All rooms of an app, and the way from them into the deck. */
export const RoomsPage = () => {
  const { t } = useText();
  const { roomsPage } = usePanel();
  const known = useTopic('accounts');
  const chosen = useStore(roomsPage.state, (state) => state.chosen);
  const accounts = inOrder(Object.values(known ?? {}));
  const account = shownAccount(accounts, chosen);
  return (
    <main className="page rooms-page">
      <div className="page-head">
        <h1>{t('rooms.title')}</h1>
        {accounts.length < 2 || account === undefined ? null : (
          <select
            className="field account-choice"
            aria-label={t('rooms.account')}
            value={account.id}
            onChange={(event) => roomsPage.choose(event.currentTarget.value)}
          >
            {accounts.map(({ id, label, nick }) => (
              <option key={id} value={id}>
                {t('status.as', { nick, account: label })}
              </option>
            ))}
          </select>
        )}
      </div>
      {known !== undefined && account === undefined ? <NoAccount /> : null}
      {account === undefined ? null : <AccountRooms key={account.id} account={account} />}
    </main>
  );
};
