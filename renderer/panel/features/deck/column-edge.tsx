import { type KeyboardEvent, type PointerEvent, useRef } from 'react';
import { useText } from '../../i18n/index.ts';
import { usePanel, useTopic } from '../../panel-context.tsx';
import { partId } from './part-id.ts';

/** The contract's own limits for a remembered width start lower; a feed needs this much to be read. */
const NARROWEST = 300;
const WIDEST = 2_000;
const KEY_STEP = 24;

export const fittingWidth = (width: number): number =>
  Math.round(Math.max(NARROWEST, Math.min(WIDEST, width)));

/** The edge between two columns: dragged, or moved with the arrow keys. */
export const ColumnEdge = ({ roomKey, name }: { readonly roomKey: string; readonly name: string }) => {
  const { t } = useText();
  const { settings, topics } = usePanel();
  const remembered = useTopic('settings')?.columnWidths[roomKey];
  const grip = useRef<{ readonly x: number; readonly width: number } | null>(null);

  const column = () => document.getElementById(partId(roomKey, 'column'));
  const widthNow = () => column()?.getBoundingClientRect().width ?? NARROWEST;
  const remember = (width: number) => {
    const columnWidths = {
      ...topics.values.getState().settings?.columnWidths,
      [roomKey]: fittingWidth(width),
    };
    settings.change({ columnWidths });
  };

  const onPointerDown = (event: PointerEvent<HTMLElement>) => {
    event.currentTarget.setPointerCapture(event.pointerId);
    grip.current = { x: event.clientX, width: widthNow() };
  };
  const onPointerMove = (event: PointerEvent) => {
    const element = column();
    if (grip.current === null || element === null) return;
    element.style.flex = `0 1 ${fittingWidth(grip.current.width + event.clientX - grip.current.x)}px`;
  };
  const onPointerUp = () => {
    if (grip.current === null) return;
    grip.current = null;
    remember(widthNow());
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const step = event.key === 'ArrowLeft' ? -KEY_STEP : event.key === 'ArrowRight' ? KEY_STEP : 0;
    if (step === 0) return;
    event.preventDefault();
    event.stopPropagation();
    remember(widthNow() + step);
  };

  return (
    <hr
      className="column-edge"
      aria-orientation="vertical"
      aria-label={t('room.width', { room: name })}
      aria-valuemin={NARROWEST}
      aria-valuemax={WIDEST}
      aria-valuenow={remembered ?? NARROWEST}
      tabIndex={0}
      onPointerDown={onPointerDown}
      onPointerMove={onPointerMove}
      onPointerUp={onPointerUp}
      onPointerCancel={onPointerUp}
      onKeyDown={onKeyDown}
    />
  );
};
