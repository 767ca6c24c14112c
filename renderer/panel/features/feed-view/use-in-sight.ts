import { type RefObject, useEffect, useState } from 'react';

/** Columns this near the window are drawn already, so that scrolling to them finds them full. */
const AHEAD = '0px 360px';

/** Whether an element is in the window or about to come into it. */
export const useInSight = (element: RefObject<Element | null>): boolean => {
  const [inSight, setInSight] = useState(false);
  useEffect(() => {
    const target = element.current;
    if (target === null) return;
    const observer = new IntersectionObserver(
      (entries) => setInSight(entries.at(-1)?.isIntersecting === true),
      { rootMargin: AHEAD },
    );
    observer.observe(target);
    return () => observer.disconnect();
  }, [element]);
  return inSight;
};
