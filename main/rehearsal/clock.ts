/** Time as the service tells it. `skewMs` is a fault: clients then see a server whose clock is wrong. */
export type Clock = {
  /** Milliseconds since the epoch, skewed. */
  now(): number;
  /** Milliseconds since the epoch as they really are, for what must not jump with a fault. */
  wall(): number;
  /** Unix seconds, skewed. */
  seconds(): number;
  /** Milliseconds that only ever grow, for windows and time-outs. */
  monotonic(): number;
  skewMs: number;
};

export const createClock = (
  wall: () => number = Date.now,
  monotonic: () => number = () => performance.now(),
): Clock => {
  const clock: Clock = {
    skewMs: 0,
    now: () => wall() + clock.skewMs,
    wall,
    seconds: () => Math.floor((wall() + clock.skewMs) / 1000),
    monotonic,
  };
  return clock;
};
