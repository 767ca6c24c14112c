import { Popover } from '@base-ui/react/popover';
import { useStore } from 'zustand';
import type { RoomKey } from '../../../../main/contract/models/feed-item.ts';
import { useText } from '../../i18n/index.ts';
import { usePanel, useTopic } from '../../panel-context.tsx';
import { appOfRoom, withRoom } from './reach.ts';

const RoomList = ({ roomKey }: { readonly roomKey: RoomKey }) => {
  const { t } = useText();
  const { reach, topics } = usePanel();
  const { rooms: chosen } = useStore(reach);
  const rooms = Object.values(useTopic('rooms') ?? {});
  const accounts = useTopic('accounts') ?? {};
  const values = topics.values.getState();
  const app = appOfRoom(values, roomKey);
  const others = rooms.some((room) => appOfRoom(values, room.key) !== app);
  return (
    <>
      <ul className="reach-rooms">
        {rooms
          .filter((room) => appOfRoom(values, room.key) === app)
          .map((room) => (
            <li key={room.key}>
              <label>
                <input
                  type="checkbox"
                  checked={chosen.has(room.key)}
                  onChange={({ currentTarget: { checked } }) =>
                    reach.setState((state) => withRoom(state, room.key, checked), true)
                  }
                />
                <bdi>{room.name}</bdi>
                <bdi className="quiet">{accounts[room.accountId]?.label}</bdi>
              </label>
            </li>
          ))}
      </ul>
      {others ? <p>{t('reach.otherApp')}</p> : null}
    </>
  );
};

/** Where the next act goes: this room, rooms picked from a list, or all of the app. */
export const ReachPicker = ({ roomKey }: { readonly roomKey: RoomKey }) => {
  const { t } = useText();
  const { reach } = usePanel();
  const { scope, rooms, picking } = useStore(reach);
  const press = (on: boolean) => ({ 'aria-pressed': on, 'data-pressed': on ? '' : undefined });
  return (
    <fieldset className="segments tight reach" aria-label={t('card.scope')}>
      <button type="button" {...press(scope === 'here')} onClick={() => reach.setState({ scope: 'here' })}>
        {t('card.here')}
      </button>
      <Popover.Root open={picking} onOpenChange={(open) => reach.setState({ picking: open })}>
        <Popover.Trigger {...press(scope === 'chosen')}>
          {scope === 'chosen' ? t('reach.chosen', { count: rooms.size }) : t('reach.choose')}
        </Popover.Trigger>
        <Popover.Portal>
          <Popover.Positioner className="layer" sideOffset={4}>
            <Popover.Popup className="popup form reach-popup">
              <Popover.Title>{t('reach.title')}</Popover.Title>
              <RoomList roomKey={roomKey} />
            </Popover.Popup>
          </Popover.Positioner>
        </Popover.Portal>
      </Popover.Root>
      <button type="button" {...press(scope === 'all')} onClick={() => reach.setState({ scope: 'all' })}>
        {t('card.everywhere')}
      </button>
    </fieldset>
  );
};
