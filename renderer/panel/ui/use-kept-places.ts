import { useLayoutEffect, useRef } from 'react';
import { type Kept, keepPlaces } from './keep-places.ts';

/**
 * The rows to draw of a list that can be held still. `about` is what the list was asked for: where that is another, it is
 * another list, and holds nothing of the last. For `known` see `keepPlaces`.
 */
export const useKeptPlaces = <T extends { readonly id: string }>(
  now: readonly T[],
  {
    isHeldStill,
    about,
    known = now,
  }: {
    readonly isHeldStill: boolean;
    readonly about?: unknown;
    readonly known?: readonly T[];
  },
): Kept<T> => {
  const stood = useRef({ rows: now, about });
  const isHeld = isHeldStill && stood.current.about === about;
  const kept = isHeld ? keepPlaces(stood.current.rows, now, known) : { rows: now, ahead: [] };
  useLayoutEffect(() => {
    stood.current = { rows: kept.rows, about };
  });
  return kept;
};
