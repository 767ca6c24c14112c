import { type KeyboardEvent, type PointerEvent, useRef, useState } from 'react';
import { useText } from '../../i18n/index.ts';
import { usePanel, useTopic } from '../../panel-context.tsx';
import { fittingWidth, NARROWEST, WIDEST } from './column-width.ts';
import type { ColumnId } from './layout.ts';
import { partId } from './part-id.ts';

const KEY_STEP = 24;
const steps: Readonly<Record<string, number>> = { ArrowLeft: -KEY_STEP, ArrowRight: KEY_STEP };

/** The edge between two columns: dragged, or moved with the arrow keys; a double click gives the width back. */
export const ColumnEdge = ({ columnId, name }: { readonly columnId: ColumnId; readonly name: string }) => {
  const { t } = useText();
  const { widths } = usePanel();
  const remembered = useTopic('settings')?.columnWidths[columnId];
  const [measured, setMeasured] = useState(NARROWEST);
  const grip = useRef<{ readonly x: number; readonly width: number } | null>(null);

  const slot = () => document.getElementById(partId(columnId, 'column'));
  const widthNow = () => slot()?.getBoundingClientRect().width ?? NARROWEST;

  const onPointerDown = (event: PointerEvent<HTMLElement>) => {
    event.currentTarget.setPointerCapture(event.pointerId);
    grip.current = { x: event.clientX, width: widthNow() };
  };
  const onPointerMove = (event: PointerEvent) => {
    const element = slot();
    if (grip.current === null || element === null) return;
    element.style.flex = `0 0 ${fittingWidth(grip.current.width + event.clientX - grip.current.x)}px`;
  };
  const onPointerUp = () => {
    if (grip.current === null) return;
    const moved = Math.abs(widthNow() - grip.current.width) >= 1;
    grip.current = null;
    if (moved) widths.set(columnId, widthNow());
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const step = steps[event.key];
    if (step === undefined && event.key !== 'Home') return;
    event.preventDefault();
    event.stopPropagation();
    widths.set(columnId, step === undefined ? NARROWEST : widthNow() + step);
  };

  return (
    <hr
      className="column-edge"
      aria-orientation="vertical"
      aria-label={t('room.width', { room: name })}
      aria-valuemin={NARROWEST}
      aria-valuemax={WIDEST}
      aria-valuenow={remembered ?? measured}
      tabIndex={0}
      onFocus={() => setMeasured(Math.round(widthNow()))}
      onPointerDown={onPointerDown}
      onPointerMove={onPointerMove}
      onPointerUp={onPointerUp}
      onPointerCancel={onPointerUp}
      onDoubleClick={() => widths.reset(columnId)}
      onKeyDown={onKeyDown}
    />
  );
};
