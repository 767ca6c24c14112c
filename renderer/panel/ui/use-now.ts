import { useEffect, useState } from 'react';
import type { Clock } from '../bridge/index.ts';

/** The time, told again every `everyMs` while `running`; for countdowns and "blind for 12 s". */
export const useNow = (clock: Clock, everyMs: number, running: boolean): number => {
  const [now, setNow] = useState(() => clock.now());
  useEffect(() => {
    if (!running) return;
    let stop: () => void;
    const tick = () => {
      setNow(clock.now());
      stop = clock.after(everyMs, tick);
    };
    tick();
    return () => stop();
  }, [clock, everyMs, running]);
  return now;
};
