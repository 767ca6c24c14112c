/** The page's animation time, ms: the one clock that both lanes and moving tiles go by. */
export const timelineNow = (): number => Number(document.timeline.currentTime ?? performance.now());
