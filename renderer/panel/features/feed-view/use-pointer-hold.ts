import { useEffect, useRef } from 'react';
import type { Clock } from '../../bridge/index.ts';
import { type FeedStore, type HoldInput, hold } from '../feed/index.ts';

/** A pointer that moved over the feed within this long is aiming at something: nothing may move under it. */
const AIM_MS = 1_500;

export type PointerHold = {
  readonly onPointerEnter: () => void;
  readonly onPointerMove: () => void;
  readonly onPointerLeave: () => void;
};

/** Holds the feed while somebody aims at a row, and lets go when the pointer rests or leaves. */
export const usePointerHold = (store: FeedStore, clock: Clock): PointerHold => {
  const cancel = useRef<() => void>(undefined);
  const tell = (input: HoldInput) => store.setState((feed) => hold(feed, input), true);
  const aim = () => {
    cancel.current?.();
    tell('aim');
    cancel.current = clock.after(AIM_MS, () => tell('aim-over'));
  };
  useEffect(() => () => cancel.current?.(), []);
  return {
    onPointerEnter: () => tell('pointer-in'),
    onPointerMove: aim,
    onPointerLeave: () => {
      cancel.current?.();
      tell('pointer-out');
    },
  };
};
