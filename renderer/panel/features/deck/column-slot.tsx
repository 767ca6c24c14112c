import { useSortable } from '@dnd-kit/sortable';
import { type CSSProperties, createContext, type ReactNode, useContext, useMemo } from 'react';
import { useText } from '../../i18n/index.ts';
import { useTopic } from '../../panel-context.tsx';
import { ColumnEdge } from './column-edge.tsx';
import type { ColumnId } from './layout.ts';
import { partId } from './part-id.ts';

export type DragHandle = Pick<
  ReturnType<typeof useSortable>,
  'attributes' | 'listeners' | 'setActivatorNodeRef'
>;

const DragHandleContext = createContext<DragHandle | undefined>(undefined);
export const useDragHandle = (): DragHandle | undefined => useContext(DragHandleContext);

/** A column as wide as somebody made it; the last one takes what is left. */
const flexOf = (width: number | undefined, last: boolean): string =>
  width === undefined ? '1 1 300px' : `${last ? 1 : 0} 0 ${width}px`;

/** A column's place on the deck: as wide as it is remembered, moved by its header, with an edge to drag. */
export const ColumnSlot = (props: {
  readonly id: ColumnId;
  readonly name: string;
  readonly last: boolean;
  readonly alone: boolean;
  readonly children: ReactNode;
}) => {
  const { id, alone } = props;
  const { t } = useText();
  const width = useTopic('settings')?.columnWidths[id];
  const sortable = useSortable({ id, attributes: { roleDescription: t('column.role') } });
  const { attributes, listeners, setActivatorNodeRef, transform, isDragging } = sortable;
  const handle = useMemo(
    () => ({ attributes, listeners, setActivatorNodeRef }),
    [attributes, listeners, setActivatorNodeRef],
  );
  const style: CSSProperties = {
    flex: alone ? '1 1 300px' : flexOf(width, props.last),
    ...(transform !== null && {
      transform: `translate3d(${Math.round(transform.x)}px, 0, 0)`,
      transition: sortable.transition,
    }),
  };
  return (
    <div
      ref={sortable.setNodeRef}
      id={partId(id, 'column')}
      className="column-slot"
      data-dragging={isDragging}
      style={style}
    >
      <DragHandleContext value={handle}>{props.children}</DragHandleContext>
      {alone ? null : <ColumnEdge columnId={id} name={props.name} />}
    </div>
  );
};
