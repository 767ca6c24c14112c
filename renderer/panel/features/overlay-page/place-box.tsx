import { type KeyboardEvent, type PointerEvent, useRef } from 'react';
import type { Place } from '../../../../main/contract/models/overlay.ts';
import { useText } from '../../i18n/index.ts';
import { dragged, edges, type Grip, type Guide, nudged } from './layout.ts';

/** How near a line must be for a box to snap to it, px on the screen. */
const SNAP_PX = 7;

const gripOf = (target: EventTarget): Grip =>
  target instanceof HTMLElement ? (edges.find((edge) => edge === target.dataset.grip) ?? 'move') : 'move';

type Drag = {
  readonly grip: Grip;
  readonly x: number;
  readonly y: number;
  readonly from: Place;
  now: Place | undefined;
};

/** A layer or a safe zone on the preview: dragged and resized by pointer or keys. */
export const PlaceBox = (props: {
  readonly name: string;
  readonly kind: 'layer' | 'zone';
  readonly place: Place;
  readonly canvas: { readonly width: number; readonly height: number };
  /** Size of the preview on the screen, px. */
  readonly stage: { readonly width: number; readonly height: number };
  readonly selected: boolean;
  readonly on: boolean;
  readonly onSelect: () => void;
  readonly onTry: (place: Place | undefined, guides: readonly Guide[]) => void;
  readonly onCommit: (place: Place) => void;
  readonly onRemove?: () => void;
}) => {
  const { t } = useText();
  const drag = useRef<Drag | null>(null);
  const { place, canvas, stage } = props;

  const end = (keep: boolean) => {
    const last = drag.current;
    drag.current = null;
    if (last?.now === undefined) return;
    props.onTry(undefined, []);
    if (keep) props.onCommit(last.now);
  };
  const onPointerDown = (event: PointerEvent<HTMLElement>) => {
    if (event.button !== 0) return;
    event.currentTarget.setPointerCapture(event.pointerId);
    drag.current = {
      grip: gripOf(event.target),
      x: event.clientX,
      y: event.clientY,
      from: place,
      now: undefined,
    };
    props.onSelect();
  };
  const onPointerMove = (event: PointerEvent) => {
    const held = drag.current;
    if (held === null) return;
    const by = { x: (event.clientX - held.x) / stage.width, y: (event.clientY - held.y) / stage.height };
    const near = event.altKey ? -1 : SNAP_PX;
    const result = dragged(held.from, held.grip, by, { x: near / stage.width, y: near / stage.height });
    held.now = result.place;
    props.onTry(result.place, result.guides);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Escape' && drag.current !== null) {
      event.stopPropagation();
      return end(false);
    }
    if ((event.key === 'Delete' || event.key === 'Backspace') && props.onRemove !== undefined) {
      event.preventDefault();
      return props.onRemove();
    }
    if (event.ctrlKey || event.metaKey) return;
    const next = nudged(place, event, canvas);
    if (next === undefined) return;
    event.preventDefault();
    event.stopPropagation();
    props.onSelect();
    props.onCommit(next);
  };

  const px = (share: number, whole: number) => Math.round(share * whole);
  const where = t('ov.boxPlace', {
    x: px(place.x, canvas.width),
    y: px(place.y, canvas.height),
    w: px(place.w, canvas.width),
    h: px(place.h, canvas.height),
  });
  return (
    <button
      type="button"
      className="ov-box"
      data-kind={props.kind}
      data-on={props.on}
      aria-pressed={props.selected}
      aria-label={`${props.name}: ${where}`}
      style={{
        left: `${place.x * 100}%`,
        top: `${place.y * 100}%`,
        width: `${place.w * 100}%`,
        height: `${place.h * 100}%`,
      }}
      onPointerDown={onPointerDown}
      onPointerMove={onPointerMove}
      onPointerUp={() => end(true)}
      onPointerCancel={() => end(false)}
      onFocus={props.onSelect}
      onKeyDown={onKeyDown}
    >
      <span className="ov-box-name">{props.name}</span>
      {props.selected ? edges.map((edge) => <span key={edge} className="ov-grip" data-grip={edge} />) : null}
    </button>
  );
};
