import { useCallback, useEffect, useRef, useState } from 'react';
import type { Clock } from '../bridge/index.ts';

/** A pointer that has not moved for so long was left where it is, ms. Long enough to read what it points at. */
const LEFT_MS = 30_000;

/** Whether the pointer is over a list and may press something there any moment. The keys name what they act on. */
export const usePointerAim = (clock: Clock) => {
  const [isAimed, setAimed] = useState(false);
  const cancel = useRef<() => void>(undefined);
  useEffect(() => () => cancel.current?.(), []);
  const letGo = useCallback(() => {
    cancel.current?.();
    setAimed(false);
  }, []);
  const aim = () => {
    cancel.current?.();
    setAimed(true);
    cancel.current = clock.after(LEFT_MS, letGo);
  };
  return { isAimed, letGo, watch: { onPointerEnter: aim, onPointerMove: aim, onPointerLeave: letGo } };
};
