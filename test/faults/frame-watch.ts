import type { Page } from '@playwright/test';
import { decodePng } from '../../main/core/obs/picture/png.ts';
import { longestBar } from './bars.ts';

/** px of the watched pictures; enough to see a bar, small enough to look at every frame. */
const WIDTH = 640;
const HEIGHT = 360;
/** Shorter than any marked comment, longer than any letter; px. */
export const NOTHING = 30;

/** A frame that showed a bar which must not be there. */
export type Breach = { readonly at: number; readonly bar: number; readonly png: Buffer };

/** The longest bar that may be on the picture now, px. It outlives a page that is killed and opened again. */
export type SightLimit = { px: number };

/** Looks at every second frame that the browser really painted, and keeps those that show what they must not. */
export const watchFrames = async (page: Page, limit: SightLimit) => {
  const session = await page.context().newCDPSession(page);
  const breaches: Breach[] = [];
  const waiting = new Set<() => void>();
  let bar = 0;
  let frames = 0;

  const judge = (png: Buffer) => {
    const picture = decodePng(png);
    if (picture === undefined) return;
    frames += 1;
    bar = longestBar(picture);
    if (bar > limit.px) breaches.push({ at: Date.now(), bar, png });
    for (const check of [...waiting]) check();
  };
  session.on('Page.screencastFrame', ({ data, sessionId }) => {
    judge(Buffer.from(data, 'base64'));
    // The page may have been killed between the frame and its answer.
    session.send('Page.screencastFrameAck', { sessionId }).catch(() => undefined);
  });
  await session.send('Emulation.setDefaultBackgroundColorOverride', { color: { r: 0, g: 70, b: 0, a: 1 } });
  await session.send('Page.startScreencast', {
    format: 'png',
    maxWidth: WIDTH,
    maxHeight: HEIGHT,
    everyNthFrame: 2,
  });

  /** Answers whether the picture came to look like this in time. */
  const until = (holds: () => boolean, ms: number): Promise<boolean> =>
    new Promise((done) => {
      const end = (answer: boolean) => {
        waiting.delete(check);
        clearTimeout(timer);
        done(answer);
      };
      const check = () => {
        if (holds()) end(true);
      };
      const timer = setTimeout(() => end(holds()), ms);
      waiting.add(check);
      check();
    });

  return {
    breaches,
    frames: () => frames,
    bar: () => bar,
    /** A marked comment is on the picture. */
    seen: (ms: number) => until(() => bar > NOTHING, ms),
    gone: (ms: number) => until(() => bar <= NOTHING, ms),
  };
};
export type FrameWatch = Awaited<ReturnType<typeof watchFrames>>;
