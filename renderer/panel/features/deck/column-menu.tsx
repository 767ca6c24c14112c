import { Menu } from '@base-ui/react/menu';
import { ArrowLeft, ArrowRight, Copy, Ellipsis, RotateCcw, Search, X } from 'lucide-react';
import type { Room } from '../../../../main/contract/models/room.ts';
import { useText } from '../../i18n/index.ts';
import { usePanel } from '../../panel-context.tsx';
import { moveColumn, withFilter } from './deck.ts';

/** The rest of what can be done to a column. */
export const ColumnMenu = ({ room }: { readonly room: Room }) => {
  const { t } = useText();
  const { deck, feeds, bridge, toasts } = usePanel();
  const move = (step: number) => deck.setState((state) => moveColumn(state, room.key, step), true);
  const filter = () => deck.setState((state) => withFilter(state, room.key, true), true);
  const close = async () => {
    const answer = await bridge.call('room:close', { roomKey: room.key });
    if (answer.ok) return;
    toasts.show({
      title: (text) => text.t('failed.close', { room: room.name }),
      troubles: [{ where: undefined, error: answer.error }],
      retry: () => void close(),
    });
  };
  return (
    <Menu.Root>
      <Menu.Trigger className="icon-btn" aria-label={t('room.more')} title={t('room.more')}>
        <Ellipsis aria-hidden="true" />
      </Menu.Trigger>
      <Menu.Portal>
        <Menu.Positioner className="layer" sideOffset={4} align="end">
          <Menu.Popup className="popup menu">
            <Menu.Item className="menu-item" onClick={filter}>
              <Search aria-hidden="true" />
              {t('room.filter')}
              <span className="hint">/</span>
            </Menu.Item>
            <Menu.Item className="menu-item" onClick={() => move(-1)}>
              <ArrowLeft aria-hidden="true" />
              {t('room.moveLeft')}
            </Menu.Item>
            <Menu.Item className="menu-item" onClick={() => move(1)}>
              <ArrowRight aria-hidden="true" />
              {t('room.moveRight')}
            </Menu.Item>
            <Menu.Item className="menu-item" onClick={() => void navigator.clipboard.writeText(room.roomId)}>
              <Copy aria-hidden="true" />
              {t('room.copyId')}
              <span className="hint">{room.roomId.slice(0, 16)}</span>
            </Menu.Item>
            <Menu.Item className="menu-item" onClick={() => void feeds.reload(room.key)}>
              <RotateCcw aria-hidden="true" />
              {t('room.reload')}
            </Menu.Item>
            <Menu.Separator className="menu-rule" />
            <Menu.Item className="menu-item" onClick={() => void close()}>
              <X aria-hidden="true" />
              {t('room.close')}
            </Menu.Item>
          </Menu.Popup>
        </Menu.Positioner>
      </Menu.Portal>
    </Menu.Root>
  );
};
