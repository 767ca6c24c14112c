/** A page that is not painted at all (hidden in OBS) shows nothing either; it need not wait longer than this. */
const longestWaitMs = 80;

/** Runs the callback after the next frame was painted, or at once where nothing is painted. */
export const afterPaint = (run: () => void): void => {
  let done = false;
  const finish = () => {
    if (done) return;
    done = true;
    window.clearTimeout(timer);
    run();
  };
  const timer = window.setTimeout(finish, document.hidden ? 0 : longestWaitMs);
  // A message posted inside a frame callback is handled after that frame's painting.
  requestAnimationFrame(() => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = finish;
    port2.postMessage(null);
  });
};
