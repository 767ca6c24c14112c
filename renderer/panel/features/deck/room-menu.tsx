import { Menu } from '@base-ui/react/menu';
import { Copy, RotateCcw } from 'lucide-react';
import type { Room } from '../../../../main/contract/models/room.ts';
import { useText } from '../../i18n/index.ts';
import { usePanel } from '../../panel-context.tsx';
import { ColumnMenu } from './column-menu.tsx';

/** The rest of what can be done to a room's column. */
export const RoomMenu = ({ room }: { readonly room: Room }) => {
  const { t } = useText();
  const { feeds, copy } = usePanel();
  return (
    <ColumnMenu id={room.key} label={t('room.more')} closeText={t('room.close')} filters>
      <Menu.Item className="menu-item" onClick={() => void copy(room.roomId)}>
        <Copy aria-hidden="true" />
        {t('room.copyId')}
        <span className="hint">{room.roomId.slice(0, 16)}</span>
      </Menu.Item>
      <Menu.Item className="menu-item" onClick={() => void feeds.reload(room.key)}>
        <RotateCcw aria-hidden="true" />
        {t('room.reload')}
      </Menu.Item>
    </ColumnMenu>
  );
};
