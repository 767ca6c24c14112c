import { useStore } from 'zustand';
import { roomIdOf } from '../../../../main/contract/room-key.ts';
import { useText } from '../../i18n/index.ts';
import { usePanel, useRoomNames } from '../../panel-context.tsx';
import { isRoomColumn } from './deck.ts';
import { type ColumnId, columnIn } from './layout.ts';

/** What each column is called. */
export const useColumnNames = (): ((id: ColumnId) => string) => {
  const { t } = useText();
  const { deck } = usePanel();
  const layout = useStore(deck, (state) => state.layout);
  const names = useRoomNames();
  return (id) => {
    if (isRoomColumn(id)) return names[id] ?? roomIdOf(id);
    const kind = columnIn(layout, id)?.kind;
    return kind === undefined || kind === 'room' ? id : t(`column.${kind}`);
  };
};
