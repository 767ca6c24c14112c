import type { Page } from '@playwright/test';

export type KeyEffect = { readonly key: string; readonly ms: number };
type Watches = {
  readonly painted: Map<string, number>;
  readonly longTasks: number[];
  readonly effects: KeyEffect[];
};
type Watched = { watches: Watches };

/**
 * Notes in the page when the row of each marked comment was painted (the first task after the next frame: never before
 * the paint, up to a frame after it), and every task over 50 ms. Starts anew when called again.
 */
export const watchRows = (page: Page): Promise<void> =>
  page.evaluate(() => {
    const watches: Watches = { painted: new Map(), longTasks: [], effects: [] };
    Object.assign(window, { watches });
    let fresh: string[] = [];
    const channel = new MessageChannel();
    channel.port1.onmessage = () => {
      const now = Date.now();
      for (const mark of fresh) if (!watches.painted.has(mark)) watches.painted.set(mark, now);
      fresh = [];
    };
    const take = (node: Node) => {
      if (!(node instanceof Element)) return;
      const rows = node.matches('[data-row]') ? [node] : node.querySelectorAll('[data-row]');
      for (const row of rows) {
        const mark = /#\d+#/.exec(row.textContent ?? '')?.[0];
        if (mark !== undefined) fresh.push(mark);
      }
    };
    new MutationObserver((records) => {
      const before = fresh.length;
      for (const { addedNodes } of records) addedNodes.forEach(take);
      if (before === 0 && fresh.length > 0) requestAnimationFrame(() => channel.port2.postMessage(0));
    }).observe(document.body, { childList: true, subtree: true });
    new PerformanceObserver((list) => {
      for (const { duration } of list.getEntries()) watches.longTasks.push(Math.round(duration));
    }).observe({ type: 'longtask' });
  });

/** Mark → when its row was painted, ms since 1970. */
export const paintedRows = async (page: Page): Promise<ReadonlyMap<string, number>> =>
  new Map(await page.evaluate(() => [...(window as unknown as Watched).watches.painted]));

/** Lengths of the tasks over 50 ms, ms. */
export const longTasksOf = (page: Page): Promise<readonly number[]> =>
  page.evaluate(() => (window as unknown as Watched).watches.longTasks);

/** Notes for each key how long it took from the press to the paint of what it did: a row selected, a row hidden. */
export const watchKeys = (page: Page): Promise<void> =>
  page.evaluate(() => {
    const watches: Watches = { painted: new Map(), longTasks: [], effects: [] };
    Object.assign(window, { watches });
    let pressed: { readonly key: string; readonly at: number } | undefined;
    window.addEventListener(
      'keydown',
      ({ key, timeStamp }) => {
        pressed = { key, at: timeStamp };
      },
      true,
    );
    const channel = new MessageChannel();
    channel.port1.onmessage = ({ data }: MessageEvent<{ key: string; at: number }>) =>
      watches.effects.push({ key: data.key, ms: performance.now() - data.at });
    const wanted = () =>
      pressed?.key === 'k'
        ? '[data-row][aria-selected="true"]'
        : '[data-row][data-tone="hidden"][aria-selected="true"]';
    // Looked for in the whole page, since what a key did may have been drawn before this heard of the key.
    new MutationObserver(() => {
      if (pressed?.key !== 'k' && pressed?.key !== 'h') return;
      if (document.querySelector(wanted()) === null) return;
      const done = pressed;
      pressed = undefined;
      requestAnimationFrame(() => channel.port2.postMessage(done));
    }).observe(document.body, {
      attributes: true,
      childList: true,
      subtree: true,
      attributeFilter: ['aria-selected', 'data-tone'],
    });
  });

/** Presses a key and waits until its effect was painted; false where none came within five seconds. */
export const pressAndWait = async (page: Page, key: string): Promise<boolean> => {
  const before = await page.evaluate(() => (window as unknown as Watched).watches.effects.length);
  await page.keyboard.press(key);
  try {
    await page.waitForFunction(
      (count) => (window as unknown as Watched).watches.effects.length > count,
      before,
      { timeout: 5_000 },
    );
    return true;
  } catch (error) {
    if (error instanceof Error && error.name === 'TimeoutError') return false;
    throw error;
  }
};

export const keyEffectsOf = (page: Page): Promise<readonly KeyEffect[]> =>
  page.evaluate(() => (window as unknown as Watched).watches.effects);
