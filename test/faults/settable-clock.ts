/** How often a process looks what its clock is set to. ms. */
export const LOOK_EVERY_MS = 50;

/**
 * Makes the clock of a process or a page one that can be set: `setClockBy(ms)` moves what `Date` tells, and nothing else.
 * It is handed over to pages as text, so it uses nothing from outside.
 */
export const makeClockSettable = (): void => {
  const Real = Date;
  let by = 0;
  const now = () => Real.now() + by;
  const setClockBy = (ms: number) => {
    by = ms;
  };
  globalThis.Date = new Proxy(Real, {
    construct: (target, given, made) => Reflect.construct(target, given.length === 0 ? [now()] : given, made),
    apply: () => new Real(now()).toString(),
    get: (target, key) => (key === 'now' ? now : Reflect.get(target, key)),
  });
  Object.assign(globalThis, { setClockBy });
};

/** In a process or a page whose clock was made settable. */
export const setClockBy = (ms: number): void =>
  (globalThis as unknown as { setClockBy: (ms: number) => void }).setClockBy(ms);
