import { type RefObject, useEffect, useLayoutEffect, useRef } from 'react';
import { useStore } from 'zustand';
import { usePanel } from '../../panel-context.tsx';
import { scrollToEnd } from './sight.ts';

/** A column that changes its place among the others is taken out and put in again, and so loses its scroll: give it back. */
export const useKeptPlace = (scroller: RefObject<HTMLDivElement | null>, follows: boolean): void => {
  const order = useStore(usePanel().deck, (state) => state.order);
  const before = useRef(order);
  const top = useRef(0);
  useEffect(() => {
    const element = scroller.current;
    if (element === null) return;
    const remember = () => {
      top.current = element.scrollTop;
    };
    element.addEventListener('scroll', remember, { passive: true });
    return () => element.removeEventListener('scroll', remember);
  }, [scroller]);
  useLayoutEffect(() => {
    if (before.current === order) return;
    before.current = order;
    if (follows) scrollToEnd(scroller.current);
    else scroller.current?.scrollTo({ top: top.current });
  }, [order, follows, scroller]);
};
