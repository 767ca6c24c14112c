import { Menu } from '@base-ui/react/menu';
import { ArrowLeft, ArrowRight, Ellipsis, MoveHorizontal, Search, X } from 'lucide-react';
import type { ReactNode } from 'react';
import { useText } from '../../i18n/index.ts';
import { usePanel } from '../../panel-context.tsx';
import { KeyHint } from '../commands/index.ts';
import { withFilter } from './deck.ts';
import type { ColumnId } from './layout.ts';

/** What can be done to any column; `children` stand before its place. */
export const ColumnMenu = (props: {
  readonly id: ColumnId;
  readonly label: string;
  readonly closeText: string;
  readonly filters?: boolean;
  readonly children?: ReactNode;
}) => {
  const { t } = useText();
  const { deck, columns, widths } = usePanel();
  const { id } = props;
  return (
    <Menu.Root>
      <Menu.Trigger className="icon-btn" aria-label={props.label} title={props.label}>
        <Ellipsis aria-hidden="true" />
      </Menu.Trigger>
      <Menu.Portal>
        <Menu.Positioner className="layer" sideOffset={4} align="end">
          <Menu.Popup className="popup menu">
            {props.filters === true ? (
              <Menu.Item
                className="menu-item"
                onClick={() => deck.setState((state) => withFilter(state, id, true), true)}
              >
                <Search aria-hidden="true" />
                {t('room.filter')}
                <KeyHint command="filter" end />
              </Menu.Item>
            ) : null}
            {props.children}
            <Menu.Item className="menu-item" onClick={() => columns.move(id, -1)}>
              <ArrowLeft aria-hidden="true" />
              {t('room.moveLeft')}
              <KeyHint command="moveColumnLeft" end />
            </Menu.Item>
            <Menu.Item className="menu-item" onClick={() => columns.move(id, 1)}>
              <ArrowRight aria-hidden="true" />
              {t('room.moveRight')}
              <KeyHint command="moveColumnRight" end />
            </Menu.Item>
            <Menu.Item className="menu-item" onClick={() => widths.reset(id)}>
              <MoveHorizontal aria-hidden="true" />
              {t('column.resetWidth')}
            </Menu.Item>
            <Menu.Separator className="menu-rule" />
            <Menu.Item className="menu-item" onClick={() => columns.close(id)}>
              <X aria-hidden="true" />
              {props.closeText}
              <KeyHint command="closeColumn" end />
            </Menu.Item>
          </Menu.Popup>
        </Menu.Positioner>
      </Menu.Portal>
    </Menu.Root>
  );
};
