import type { OverlayItem } from '../../../main/contract/overlay-protocol.ts';
import { createFader } from '../dom/fader.ts';
import type { Entry } from './entry-queue.ts';
import type { Layer } from './layer.ts';

type Waiting<E extends Entry> = {
  readonly next: () => E | undefined;
  readonly items: () => readonly OverlayItem[];
  readonly remove: (matches: (item: OverlayItem) => boolean) => void;
  readonly clear: () => void;
  readonly size: () => number;
};
type Drawn = { readonly node: HTMLElement };

/** One place in which one entry after the other is shown for its time: a card, a line. */
export const createTurns = <E extends Entry, D extends Drawn>(options: {
  readonly box: HTMLElement;
  readonly queue: Waiting<E>;
  /** Nothing while there are no settings. */
  readonly draw: (entry: E) => D | undefined;
  /** How long the entry that is shown stays from now on. */
  readonly stayMs: (entry: E) => number;
}) => {
  const { box, queue } = options;
  const fader = createFader();
  let shown: { readonly entry: E; readonly drawn: D } | undefined;
  let timer: number | undefined;
  /** By `performance.now()`: when what is shown came, and when it goes. */
  let since = 0;
  let due = 0;
  let hidden = false;

  const takeDown = () => {
    fader.cut();
    shown?.drawn.node.remove();
    shown = undefined;
  };

  const leaveAt = (at: number) => {
    window.clearTimeout(timer);
    due = at;
    timer = window.setTimeout(next, at - performance.now());
  };

  /** While others wait, what has had this much time gets no more; what was promised to it, it keeps. */
  const stay = (entry: E, longestMs: number) => {
    const wished = performance.now() + options.stayMs(entry);
    leaveAt(queue.size() > 0 ? Math.min(wished, Math.max(due, since + longestMs)) : wished);
  };

  const next = () => {
    timer = undefined;
    if (shown) fader.fade(shown.drawn.node);
    shown = undefined;
    const entry = queue.next();
    const drawn = entry && options.draw(entry);
    if (!entry || !drawn) return;
    box.append(drawn.node);
    shown = { entry, drawn };
    since = performance.now();
    leaveAt(since + options.stayMs(entry));
  };

  const clear = () => {
    queue.clear();
    window.clearTimeout(timer);
    timer = undefined;
    takeDown();
  };

  return {
    shown: () => shown,
    isHidden: (): boolean => hidden,
    /** The time of what is shown begins anew, but while others wait, it is `longestMs` in all. */
    stay,
    /** Goes on where nothing is shown and something waits. */
    wake: (): void => {
      if (timer === undefined && queue.size() > 0) next();
    },
    /** What a layer of turns does like any other. */
    layer: {
      items: () => [...queue.items(), ...(shown?.entry.items ?? [])],
      remove: (matches) => {
        queue.remove(matches);
        fader.cut();
        if (shown?.entry.items.some(matches)) takeDown();
      },
      clear,
      setHidden: (now) => {
        hidden = now;
        if (now) clear();
      },
      onScreen: () => (shown ? 1 : 0),
    } satisfies Partial<Layer>,
  };
};
