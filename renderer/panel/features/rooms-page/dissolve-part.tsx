import { type FormEvent, useRef, useState } from 'react';
import { useText } from '../../i18n/index.ts';
import { usePanel } from '../../panel-context.tsx';
import { ErrorNote, Field, useTask } from '../accounts-page/index.ts';
import type { PartProps } from './edit-part.tsx';

/** Ends a room for good, after its ID was typed. */
export const DissolvePart = ({ accountId, room }: PartProps) => {
  const { t } = useText();
  const { bridge, roomsPage } = usePanel();
  const field = useRef<HTMLInputElement>(null);
  const [wrong, setWrong] = useState(false);
  const task = useTask();
  const { roomId } = room;
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const confirm = field.current?.value ?? '';
    setWrong(confirm !== roomId);
    if (confirm !== roomId) return field.current?.focus();
    const done = await task.run(() => bridge.call('rooms:dissolve', { accountId, roomId, confirm }));
    if (done !== undefined) roomsPage.gone(roomId);
  };
  return (
    <form className="form" noValidate onSubmit={(event) => void submit(event)}>
      <h3>{t('rooms.dissolveTitle', { room: room.name })}</h3>
      <p className="part-text">{t('rooms.dissolveText', { id: roomId })}</p>
      <Field label={t('rooms.dissolveConfirm')} problemText={wrong ? t('field.confirm') : undefined}>
        {(ids) => (
          <input
            {...ids}
            ref={field}
            className="field"
            maxLength={48}
            autoComplete="off"
            spellCheck={false}
          />
        )}
      </Field>
      <ErrorNote error={task.error} />
      <div className="form-end">
        <button type="button" className="btn quiet" onClick={() => roomsPage.toggle(roomId, 'dissolve')}>
          {t('common.cancel')}
        </button>
        <button type="submit" className="btn danger loud" disabled={task.busy}>
          {t('rooms.dissolveYes')}
        </button>
      </div>
    </form>
  );
};
