import { LoaderCircle, X } from 'lucide-react';
import { type FormEvent, useCallback, useEffect, useState } from 'react';
import type { CallOutput } from '../../../../main/contract/calls.ts';
import { ROOM_ADMINS_MAX } from '../../../../main/contract/models/room-info.ts';
import { useText } from '../../i18n/index.ts';
import { usePanel } from '../../panel-context.tsx';
import { ErrorNote, TextField, textsOf, userIdProblem, useTask } from '../accounts-page/index.ts';
import type { PartProps } from './edit-part.tsx';

type Admins = CallOutput<'rooms:admins'>['admins'];
type Change = { readonly appoint?: string[]; readonly dismiss?: string[] };

const AdminList = (props: {
  readonly admins: Admins;
  readonly busy: boolean;
  readonly onDismiss: (userId: string) => void;
}) => {
  const { t } = useText();
  if (props.admins.length === 0)
    return <p className="part-text">{t('rooms.adminsNone', { most: ROOM_ADMINS_MAX })}</p>;
  return (
    <ul className="admin-list">
      {props.admins.map(({ userId, nick }) => (
        <li key={userId}>
          <bdi>{nick}</bdi>
          {nick === userId ? null : <bdi className="quiet">{userId}</bdi>}
          <button
            type="button"
            className="icon-btn small"
            disabled={props.busy}
            aria-label={t('rooms.dismissThis', { person: nick })}
            onClick={() => props.onDismiss(userId)}
          >
            <X aria-hidden="true" />
          </button>
        </li>
      ))}
    </ul>
  );
};

/** Who helps in this room: the service gives their rights to these people and to nobody else. */
export const AdminsPart = ({ accountId, room }: PartProps) => {
  const { t } = useText();
  const { bridge } = usePanel();
  const [admins, setAdmins] = useState<Admins>();
  const [problem, setProblem] = useState<ReturnType<typeof userIdProblem>>();
  const task = useTask();
  const { run } = task;
  const { roomId } = room;
  // With neither it only asks; a change answers with the list as it is then.
  const change = useCallback(
    async (what: Change): Promise<boolean> => {
      const done = await run(() => bridge.call('rooms:admins', { accountId, roomId, ...what }));
      if (done !== undefined) setAdmins(done.admins);
      return done !== undefined;
    },
    [run, bridge, accountId, roomId],
  );
  useEffect(() => {
    void change({});
  }, [change]);
  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = event.currentTarget;
    const userId = (textsOf(form).admin ?? '').trim();
    const wrong = userIdProblem(userId, true);
    setProblem(wrong);
    if (wrong === undefined && (await change({ appoint: [userId] }))) form.reset();
  };
  const full = admins !== undefined && admins.length >= ROOM_ADMINS_MAX;
  return (
    <>
      <h3>{t('rooms.adminsOf', { room: room.name })}</h3>
      {admins === undefined && task.busy ? (
        <p className="part-text">
          <LoaderCircle className="spin" aria-hidden="true" /> {t('rooms.loading')}
        </p>
      ) : null}
      {admins === undefined ? null : (
        <AdminList
          admins={admins}
          busy={task.busy}
          onDismiss={(userId) => void change({ dismiss: [userId] })}
        />
      )}
      {full ? <p className="part-text">{t('rooms.adminsFull', { most: ROOM_ADMINS_MAX })}</p> : null}
      {full || admins === undefined ? null : (
        <form className="line-form" noValidate onSubmit={(event) => void submit(event)}>
          <TextField name="admin" label={t('rooms.appointId')} problem={problem} />
          <button type="submit" className="btn" disabled={task.busy}>
            {t('rooms.appoint')}
          </button>
        </form>
      )}
      <ErrorNote error={task.error} />
    </>
  );
};
