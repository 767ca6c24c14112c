import { type PointerEvent, useCallback, useEffect, useRef, useState } from 'react';
import type { Clock } from '../bridge/index.ts';

/** A pointer that has not moved for so long was left where it is, ms. Long enough to read what it points at. */
const LEFT_MS = 30_000;

/**
 * Whether the pointer is over a list and may press something there any moment; one that lies where the list came up was
 * not aimed. The keys name what they act on.
 */
export const usePointerAim = (clock: Clock) => {
  const [isAimed, setAimed] = useState(false);
  const list = useRef<Element>(null);
  const cancel = useRef<() => void>(undefined);
  useEffect(() => () => cancel.current?.(), []);
  const letGo = useCallback(() => {
    cancel.current?.();
    setAimed(false);
  }, []);
  // A button that is gone once it was pressed takes the event of leaving with it.
  useEffect(() => {
    if (!isAimed) return;
    const follow = ({ target }: Event) => {
      if (!(target instanceof Node && list.current?.contains(target))) letGo();
    };
    document.addEventListener('pointermove', follow);
    return () => document.removeEventListener('pointermove', follow);
  }, [isAimed, letGo]);
  const aim = ({ currentTarget }: PointerEvent<Element>) => {
    cancel.current?.();
    list.current = currentTarget;
    setAimed(true);
    cancel.current = clock.after(LEFT_MS, letGo);
  };
  return { isAimed, letGo, watch: { onPointerMove: aim, onPointerLeave: letGo } };
};
