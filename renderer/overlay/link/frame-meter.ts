/** While something moves, the frames of half a second are counted every two seconds; while nothing moves, none are. */
const sampleMs = 500;
const everyMs = 2000;
/** OBS may stop painting a page without telling it; then there are no frames to count. */
const longestSampleMs = 1500;

/** Counts painted frames without keeping an idle page awake. */
export const createFrameMeter = (options: {
  readonly isMoving: () => boolean;
  readonly report: (fps: number) => void;
}) => {
  let awake = false;

  const sample = (done: (fps: number) => void) => {
    let frames = 0;
    let started: number | undefined;
    let last = 0;
    let over = false;
    const finish = (fps: number) => {
      if (over) return;
      over = true;
      window.clearTimeout(guard);
      done(fps);
    };
    const guard = window.setTimeout(() => finish(0), longestSampleMs);
    const count = (at: number) => {
      if (over) return;
      started ??= at;
      last = at;
      frames += 1;
      if (at - started < sampleMs && frames < 1000) requestAnimationFrame(count);
      else finish(((frames - 1) * 1000) / Math.max(1, last - started));
    };
    requestAnimationFrame(count);
  };

  const next = () => {
    if (document.hidden || !options.isMoving()) {
      awake = false;
      return options.report(0);
    }
    return sample((fps) => {
      options.report(Math.round(fps * 10) / 10);
      window.setTimeout(next, everyMs - sampleMs);
    });
  };

  return {
    /** Something was put on the picture. */
    wake: (): void => {
      if (!awake) window.setTimeout(next, sampleMs);
      awake = true;
    },
  };
};
