import {
  type Announcements,
  closestCenter,
  DndContext,
  type DragEndEvent,
  KeyboardSensor,
  type Modifier,
  PointerSensor,
  useSensor,
  useSensors,
} from '@dnd-kit/core';
import {
  horizontalListSortingStrategy,
  SortableContext,
  sortableKeyboardCoordinates,
} from '@dnd-kit/sortable';
import { type ReactNode, useRef } from 'react';
import { useText } from '../../i18n/index.ts';
import { usePanel } from '../../panel-context.tsx';
import { type ColumnId, withMoved } from './layout.ts';
import { useColumnNames } from './use-column-names.ts';

/** A press on a header that moves less than this is no drag, px. */
const DRAG_FROM = 6;

/** Columns stand side by side: nothing goes up or down. */
const alongTheRow: Modifier = ({ transform }) => ({ ...transform, y: 0 });

/** Lets columns be put into another order, by the pointer or with the keys, and tells a screen reader how it goes. */
export const ColumnDrag = (props: { readonly order: readonly ColumnId[]; readonly children: ReactNode }) => {
  const { t } = useText();
  const { columns } = usePanel();
  const { order } = props;
  const nameOf = useColumnNames();
  const sensors = useSensors(
    useSensor(PointerSensor, { activationConstraint: { distance: DRAG_FROM } }),
    useSensor(KeyboardSensor, { coordinateGetter: sortableKeyboardCoordinates }),
  );
  const place = (id: string | number) => ({ n: order.indexOf(String(id)) + 1, of: order.length });
  // A column that was just lifted is over its own place; to say so would drown that it was lifted.
  const left = useRef(false);
  const announcements: Announcements = {
    onDragStart: ({ active }) => {
      left.current = false;
      return t('column.lifted', { name: nameOf(String(active.id)), ...place(active.id) });
    },
    onDragOver: ({ active, over }) => {
      if (over === null || (!left.current && over.id === active.id)) return undefined;
      left.current = true;
      return t('column.over', { name: nameOf(String(active.id)), ...place(over.id) });
    },
    onDragEnd: ({ active, over }) =>
      t('column.dropped', { name: nameOf(String(active.id)), ...place(over?.id ?? active.id) }),
    onDragCancel: ({ active }) => t('column.putBack', { name: nameOf(String(active.id)) }),
  };
  const drop = ({ active, over }: DragEndEvent) => {
    if (over !== null) columns.change(withMoved(String(active.id), String(over.id)));
  };
  return (
    <DndContext
      sensors={sensors}
      collisionDetection={closestCenter}
      modifiers={[alongTheRow]}
      accessibility={{ announcements, screenReaderInstructions: { draggable: t('column.howToMove') } }}
      onDragEnd={drop}
    >
      <SortableContext items={[...order]} strategy={horizontalListSortingStrategy}>
        {props.children}
      </SortableContext>
    </DndContext>
  );
};
