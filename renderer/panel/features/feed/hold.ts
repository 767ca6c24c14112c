/** Why a feed stands still. It follows the newest line only when nothing holds it. */
export type Hold = {
  /** The reader scrolled up. */
  readonly scrolled: boolean;
  /** Space. */
  readonly paused: boolean;
  /** The selection was moved with the keys. */
  readonly moving: boolean;
  /** The pointer is over the feed. */
  readonly hovering: boolean;
  /** The pointer moved over the feed just now: somebody aims. */
  readonly aiming: boolean;
  /** Comments are chosen for an act on all of them. */
  readonly choosing: boolean;
  /** A line of this feed is selected. */
  readonly selected: boolean;
};

export type HoldInput =
  | 'scrolled-up'
  | 'reached-end'
  | 'pause'
  | 'moved-selection'
  | 'picked'
  | 'unpicked'
  | 'chose'
  | 'unchose'
  | 'pointer-in'
  | 'pointer-out'
  | 'aim'
  | 'aim-over'
  | 'return';

export const following: Hold = {
  scrolled: false,
  paused: false,
  moving: false,
  hovering: false,
  aiming: false,
  choosing: false,
  selected: false,
};

export const isHeld = (hold: Hold): boolean =>
  hold.scrolled ||
  hold.paused ||
  hold.moving ||
  hold.aiming ||
  hold.choosing ||
  (hold.hovering && hold.selected);

/** Whether it follows again by itself as soon as the pointer rests or leaves. */
export const isHeldByPointer = (hold: Hold): boolean =>
  isHeld(hold) && !isHeld({ ...hold, aiming: false, hovering: false });

const changes: Readonly<Record<HoldInput, (hold: Hold) => Partial<Hold>>> = {
  'scrolled-up': () => ({ scrolled: true }),
  'reached-end': () => ({ scrolled: false }),
  pause: (hold) => (hold.paused ? { ...following, hovering: hold.hovering } : { paused: true }),
  'moved-selection': () => ({ moving: true, selected: true }),
  picked: () => ({ selected: true }),
  unpicked: () => ({ selected: false, moving: false }),
  chose: () => ({ choosing: true }),
  unchose: () => ({ choosing: false }),
  'pointer-in': () => ({ hovering: true }),
  'pointer-out': () => ({ hovering: false, aiming: false }),
  aim: () => ({ aiming: true, hovering: true }),
  'aim-over': () => ({ aiming: false }),
  return: (hold) => ({ ...following, hovering: hold.hovering }),
};

/** The next hold; the same object when nothing changes, so that nothing is drawn again. */
export const holdAfter = (hold: Hold, input: HoldInput): Hold => {
  const next = { ...hold, ...changes[input](hold) };
  const same = (Object.keys(following) as (keyof Hold)[]).every((key) => next[key] === hold[key]);
  return same ? hold : next;
};
