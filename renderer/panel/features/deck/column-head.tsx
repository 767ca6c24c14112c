import { GripVertical } from 'lucide-react';
import type { PointerEvent, ReactNode } from 'react';
import { useText } from '../../i18n/index.ts';
import { useDragHandle } from './column-slot.tsx';

const CONTROLS = 'button, a, input, textarea, [role="dialog"], [role="menu"]';

const onControl = (event: PointerEvent): boolean =>
  event.target instanceof Element && event.target.closest(CONTROLS) !== null;

/** The header of a column. All of it is the handle to drag the column by; the grip is the handle for the keys. */
export const ColumnHead = (props: {
  readonly name: string;
  readonly state?: string;
  readonly children: ReactNode;
}) => {
  const { t } = useText();
  const handle = useDragHandle();
  const lift = (event: PointerEvent) => {
    if (!onControl(event)) handle?.listeners?.onPointerDown?.(event);
  };
  return (
    <header className="column-header" data-state={props.state} onPointerDown={lift}>
      {handle === undefined ? null : (
        <button
          {...handle.attributes}
          ref={handle.setActivatorNodeRef}
          type="button"
          className="drag-grip"
          aria-label={t('column.move', { name: props.name })}
          onPointerDown={(event) => handle.listeners?.onPointerDown?.(event)}
          onKeyDown={(event) => handle.listeners?.onKeyDown?.(event)}
        >
          <GripVertical aria-hidden="true" />
        </button>
      )}
      {props.children}
    </header>
  );
};
