type Named = { readonly id: string };

export type Kept<T> = {
  /** What stood in the list, each as it is known now, also where it has left it; and what has come behind them. */
  readonly rows: readonly T[];
  /** What has come before or between them, and waits. */
  readonly ahead: readonly T[];
};

/** A list as it stood, so that nothing moves under the pointer. `known` is where to look for what has left the list. */
export const keepPlaces = <T extends Named>(
  stood: readonly T[],
  now: readonly T[],
  known: readonly T[] = now,
): Kept<T> => {
  const stoodIds = new Set(stood.map(({ id }) => id));
  const knownNow = new Map([...known, ...now].map((row) => [row.id, row]));
  const lastPlace = now.findLastIndex(({ id }) => stoodIds.has(id));
  const isNew = ({ id }: T) => !stoodIds.has(id);
  return {
    rows: [...stood.map((row) => knownNow.get(row.id) ?? row), ...now.slice(lastPlace + 1)],
    ahead: now.slice(0, lastPlace + 1).filter(isNew),
  };
};
