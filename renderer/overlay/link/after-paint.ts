/** A page that still paints does so sooner, however slowly; the server waits 1.5 s for the answer to a purge. */
const longestWaitMs = 1200;

/**
 * Runs a callback after the next frame was painted, or at once where nobody is to see the page. Where it should be
 * painted and is not (OBS's browser stands still while the GPU is busy), the picture may be the old one: then not the
 * callback is run but `unpainted`, if there is one.
 */
export const createAfterPaint =
  (isToBeSeen: () => boolean) =>
  (run: () => void, unpainted?: () => void): void => {
    if (!isToBeSeen()) {
      run();
      return;
    }
    let over = false;
    const finish = (then: (() => void) | undefined) => {
      if (over) return;
      over = true;
      window.clearTimeout(timer);
      then?.();
    };
    // A page that was hidden meanwhile has no frames either, and nothing of it is seen.
    const timer = window.setTimeout(() => finish(isToBeSeen() ? unpainted : run), longestWaitMs);
    // A message posted inside a frame callback is handled after that frame's painting.
    requestAnimationFrame(() => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => {
        port1.close();
        finish(run);
      };
      port2.postMessage(null);
    });
  };
