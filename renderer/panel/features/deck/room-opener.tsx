import { Popover } from '@base-ui/react/popover';
import { Plus } from 'lucide-react';
import { type FormEvent, useState } from 'react';
import { roomIdSchema } from '../../../../main/contract/models/room.ts';
import { useText } from '../../i18n/index.ts';
import { usePanel, useTopic } from '../../panel-context.tsx';

/** Opens a room beside the others: one of the rehearsal's, or any by its ID. */
export const RoomOpener = ({ withWords = false }: { readonly withWords?: boolean }) => {
  const { t } = useText();
  const { bridge, toasts } = usePanel();
  const [open, setOpen] = useState(false);
  const accounts = Object.values(useTopic('accounts') ?? {});
  const rooms = useTopic('rooms') ?? {};
  const rehearsal = useTopic('rehearsal')?.running;
  const account = accounts[0];
  if (account === undefined) return null;
  const offered = (rehearsal?.rooms ?? []).filter((roomId) => rooms[`${account.id}/${roomId}`] === undefined);

  const openRoom = async (roomId: string) => {
    setOpen(false);
    const answer = await bridge.call('room:open', { accountId: account.id, roomId });
    if (answer.ok) return;
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
    <Popover.Root open={open} onOpenChange={setOpen}>
      <Popover.Trigger
        className={withWords ? 'btn' : 'icon-btn'}
        aria-label={t('opener.title')}
        title={t('opener.title')}
      >
        <Plus aria-hidden="true" />
        {withWords ? t('opener.title') : null}
      </Popover.Trigger>
      <Popover.Portal>
        <Popover.Positioner
          className="layer"
          sideOffset={6}
          side={withWords ? 'bottom' : 'right'}
          align="start"
        >
          <Popover.Popup className="popup form">
            <Popover.Title>{t('opener.title')}</Popover.Title>
            <Popover.Description>{t('opener.as', { account: account.label })}</Popover.Description>
            {offered.length === 0 ? null : (
              <ul className="opener-list">
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
          </Popover.Popup>
        </Popover.Positioner>
      </Popover.Portal>
    </Popover.Root>
  );
};
