import { LoaderCircle } from 'lucide-react';
import { type FormEvent, useState } from 'react';
import { useText } from '../../i18n/index.ts';
import { usePanel } from '../../panel-context.tsx';
import { ErrorNote, TextField, textsOf, useFirstWrong, useTask } from '../accounts-page/index.ts';
import { newRoomProblems, type RoomProblems } from './read-room.ts';
import { RoomFields, useProblemText } from './room-fields.tsx';

const nothingYet = { name: '', notice: '', introduction: '' };

/** Makes a new live room, and opens it in the deck where that was asked for. */
export const NewRoom = (props: { readonly accountId: string; readonly onDone: () => void }) => {
  const { t } = useText();
  const { bridge, roomsPage, shell } = usePanel();
  const { accountId } = props;
  const [problems, setProblems] = useState<RoomProblems>({});
  const problemText = useProblemText();
  const place = useFirstWrong(problems);
  const task = useTask();

  const create = async (form: HTMLFormElement, andOpen: boolean) => {
    const texts = textsOf(form);
    const field = (name: string) => (texts[name] ?? '').trim();
    const room = {
      roomId: field('roomId'),
      ownerId: field('ownerId'),
      name: field('name'),
      notice: field('notice'),
      introduction: field('introduction'),
    };
    const found = newRoomProblems(room);
    setProblems(found);
    if (Object.keys(found).length > 0) return;
    const given = Object.fromEntries(Object.entries(room).filter(([, value]) => value !== ''));
    const made = await task.run(() => bridge.call('rooms:create', { accountId, name: room.name, ...given }));
    if (made === undefined) return;
    roomsPage.load(accountId);
    props.onDone();
    if (andOpen && (await roomsPage.open(accountId, made.roomId))) shell.setState({ page: 'deck' });
  };
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const { submitter } = event.nativeEvent as SubmitEvent;
    void create(event.currentTarget, submitter?.dataset.open === 'true');
  };

  return (
    <section className="room-part new-room" aria-label={t('rooms.new')}>
      <h2>{t('rooms.new')}</h2>
      <form ref={place} className="form" noValidate onSubmit={submit}>
        <RoomFields before={nothingYet} problems={problems} />
        <div className="form-pair">
          <TextField
            name="roomId"
            label={t('rooms.id')}
            hint={t('rooms.idHint')}
            optional
            problemText={problemText(problems.roomId)}
          />
          <TextField
            name="ownerId"
            label={t('rooms.owner')}
            hint={t('rooms.ownerHint')}
            optional
            problemText={problemText(problems.ownerId)}
          />
        </div>
        <ErrorNote error={task.error} />
        <div className="form-end">
          <button type="button" className="btn quiet" onClick={props.onDone}>
            {t('common.cancel')}
          </button>
          <button type="submit" className="btn" disabled={task.busy}>
            {t('rooms.create')}
          </button>
          <button type="submit" className="btn primary" data-open="true" disabled={task.busy}>
            {task.busy ? <LoaderCircle className="spin" aria-hidden="true" /> : null}
            {t('rooms.createOpen')}
          </button>
        </div>
      </form>
    </section>
  );
};
