import type { SocketTap } from './socket-tap.ts';

/** Polls answer at least every 2.3 s (sdk-wire 7.1); a longer silence is asked about. */
const QUIET_MS = 3000;
/** Asked and still silent: the line is dead although it looks open. */
const DEAD_MS = 6000;
const TICK_MS = 250;
/** Any uncached call makes the SDK try to connect again; it has no timer of its own (sdk-wire 5.2). */
const PROBE_EVERY_MS = 800;

export type LinkNews =
  | { readonly state: 'up' }
  | { readonly state: 'down'; readonly lastSeen: number; readonly attempt: number };

/**
 * Watches one line to the service and tells the truth about it: down as soon as the socket is gone or silent, up as
 * soon as something was heard on a new one. While down it keeps poking the SDK so that it is back within a second
 * of the service's return.
 */
export const createLinkWatch = (options: {
  readonly tap: Pick<SocketTap, 'isOpen' | 'lastSign' | 'silence' | 'heard' | 'cut'>;
  readonly now: () => number;
  readonly monotonic: () => number;
  readonly setInterval: (run: () => void, ms: number) => NodeJS.Timeout;
  readonly clearInterval: (timer: NodeJS.Timeout) => void;
  readonly probe: () => void;
  readonly onNews: (news: LinkNews) => void;
}) => {
  const { tap, now, monotonic, probe, onNews } = options;
  let timer: NodeJS.Timeout | undefined;
  let down: { readonly lastSeen: number } | undefined;
  let attempt = 0;
  let probedAt = Number.NEGATIVE_INFINITY;
  let lastGood = 0;

  const poke = () => {
    if (monotonic() - probedAt < PROBE_EVERY_MS) return;
    probedAt = monotonic();
    if (down !== undefined) {
      attempt += 1;
      onNews({ state: 'down', lastSeen: down.lastSeen, attempt });
    }
    probe();
  };

  const goDown = () => {
    if (down !== undefined) return;
    down = { lastSeen: lastGood };
    attempt = 0;
    onNews({ state: 'down', lastSeen: lastGood, attempt });
  };

  const goUp = () => {
    lastGood = tap.lastSign();
    if (down === undefined) return;
    down = undefined;
    onNews({ state: 'up' });
  };

  const tick = () => {
    if (!tap.isOpen()) {
      goDown();
      poke();
      return;
    }
    const silence = tap.silence();
    if (silence < QUIET_MS) {
      if (tap.heard()) goUp();
      return;
    }
    poke();
    if (silence < DEAD_MS) return;
    goDown();
    tap.cut();
  };

  return {
    /** Begins to watch a line that is up now. */
    start: () => {
      lastGood = now();
      down = undefined;
      timer ??= options.setInterval(tick, TICK_MS);
    },
    stop: () => {
      if (timer !== undefined) options.clearInterval(timer);
      timer = undefined;
    },
  };
};
export type LinkWatch = ReturnType<typeof createLinkWatch>;
