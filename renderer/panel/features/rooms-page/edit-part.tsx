import { type FormEvent, useState } from 'react';
import type { RoomInfoView } from '../../../../main/contract/models/room-info.ts';
import { useText } from '../../i18n/index.ts';
import { usePanel } from '../../panel-context.tsx';
import { ErrorNote, textsOf, useFirstWrong, useTask } from '../accounts-page/index.ts';
import { changesOf, type RoomProblems, textProblems } from './read-room.ts';
import { RoomFields } from './room-fields.tsx';

export type PartProps = { readonly accountId: string; readonly room: RoomInfoView };

/** Changes a room's name, notice and introduction. */
export const EditPart = ({ accountId, room }: PartProps) => {
  const { t } = useText();
  const { bridge, roomsPage } = usePanel();
  const [problems, setProblems] = useState<RoomProblems>({});
  const place = useFirstWrong(problems);
  const task = useTask();
  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const { name = '', notice = '', introduction = '' } = textsOf(event.currentTarget);
    const after = { name: name.trim(), notice: notice.trim(), introduction: introduction.trim() };
    const found = textProblems(after);
    setProblems(found);
    if (Object.keys(found).length > 0) return;
    const changes = changesOf(room, after);
    if (Object.keys(changes).length === 0) return roomsPage.toggle(room.roomId, 'edit');
    const done = await task.run(() =>
      bridge.call('rooms:edit', { accountId, roomId: room.roomId, ...changes }),
    );
    if (done === undefined) return;
    roomsPage.changed(done.room);
    roomsPage.toggle(room.roomId, 'edit');
  };
  return (
    <form ref={place} className="form" noValidate onSubmit={(event) => void submit(event)}>
      <h3>{t('rooms.editThis', { room: room.name })}</h3>
      <RoomFields before={room} problems={problems} />
      <ErrorNote error={task.error} />
      <div className="form-end">
        <button type="button" className="btn quiet" onClick={() => roomsPage.toggle(room.roomId, 'edit')}>
          {t('common.cancel')}
        </button>
        <button type="submit" className="btn primary" disabled={task.busy}>
          {t('rooms.save')}
        </button>
      </div>
    </form>
  );
};
