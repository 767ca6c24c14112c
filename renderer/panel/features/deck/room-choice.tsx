import { Plus } from 'lucide-react';
import { type FormEvent, useState } from 'react';
import type { Account } from '../../../../main/contract/models/account.ts';
import { roomIdSchema } from '../../../../main/contract/models/room.ts';
import { useText } from '../../i18n/index.ts';
import { usePanel, useTopic } from '../../panel-context.tsx';

/** Rooms that can be opened without typing: those of the rehearsal, and those that a pass names. */
const useOffered = (account: Account): readonly string[] => {
  const rooms = useTopic('rooms') ?? {};
  const rehearsal = useTopic('rehearsal')?.running;
  const known = account.kind === 'rehearsal' ? (rehearsal?.rooms ?? []) : (account.pass?.rooms ?? []);
  return known.filter((roomId) => rooms[`${account.id}/${roomId}`] === undefined);
};

const RoomsOf = ({ account, done }: { readonly account: Account; readonly done: () => void }) => {
  const { t } = useText();
  const { bridge, columns, toasts } = usePanel();
  const offered = useOffered(account);

  const openRoom = async (roomId: string) => {
    done();
    const answer = await bridge.call('room:open', { accountId: account.id, roomId });
    if (answer.ok) return columns.goTo(answer.value.roomKey);
    toasts.show({
      title: (text) => text.t('failed.openRoom', { room: roomId }),
      troubles: [{ where: undefined, error: answer.error }],
      retry: () => void openRoom(roomId),
    });
  };
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const roomId = roomIdSchema.safeParse(new FormData(event.currentTarget).get('room'));
    if (roomId.success) void openRoom(roomId.data);
  };
  return (
    <>
      {offered.length === 0 ? null : (
        <ul className="opener-list opener-rooms">
          {offered.map((roomId) => (
            <li key={roomId}>
              <button type="button" className="menu-item" onClick={() => void openRoom(roomId)}>
                <Plus aria-hidden="true" />
                {roomId}
              </button>
            </li>
          ))}
        </ul>
      )}
      <form onSubmit={submit} className="opener-form">
        <input
          className="field"
          name="room"
          required
          maxLength={48}
          pattern="[ -~]+"
          aria-label={t('opener.id')}
          placeholder={t('opener.id')}
          autoComplete="off"
          spellCheck={false}
        />
        <button type="submit" className="btn">
          {t('opener.open')}
        </button>
      </form>
    </>
  );
};

const isOpen = ({ session }: Account): boolean => session.state !== 'closed' && session.state !== 'locked';

/** A room of one of the open accounts. */
export const RoomChoice = ({ done }: { readonly done: () => void }) => {
  const { t } = useText();
  const accounts = Object.values(useTopic('accounts') ?? {}).filter(isOpen);
  const [chosen, setChosen] = useState<string | undefined>(undefined);
  const account = accounts.find(({ id }) => id === chosen) ?? accounts[0];
  if (account === undefined) return <p>{t('opener.noAccount')}</p>;
  return (
    <>
      {accounts.length === 1 ? (
        <p>{t('opener.as', { account: account.label })}</p>
      ) : (
        <label className="opener-account">
          {t('opener.account')}
          <select className="field" value={account.id} onChange={(event) => setChosen(event.target.value)}>
            {accounts.map(({ id, label, nick }) => (
              <option key={id} value={id}>
                {`${label} · ${nick}`}
              </option>
            ))}
          </select>
        </label>
      )}
      <RoomsOf key={account.id} account={account} done={done} />
    </>
  );
};
