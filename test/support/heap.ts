import type { Page } from '@playwright/test';

/** Lets a heap snapshot hold strings of any length whole; V8 cuts them at 1024 characters otherwise. */
export const WHOLE_STRINGS = '--js-flags=--heap-snapshot-string-limit=100000000';

/**
 * The strings of the page's JavaScript heap as JSON, out of a heap snapshot: all that anything of the page still
 * reaches after garbage collection.
 */
export const heapOf = async (page: Page): Promise<string> => {
  const session = await page.context().newCDPSession(page);
  const chunks: string[] = [];
  session.on('HeapProfiler.addHeapSnapshotChunk', ({ chunk }) => chunks.push(chunk));
  await session.send('HeapProfiler.enable');
  await session.send('HeapProfiler.collectGarbage');
  await session.send('HeapProfiler.takeHeapSnapshot', { reportProgress: false });
  await session.detach();
  const snapshot = chunks.join('');
  return snapshot.slice(snapshot.lastIndexOf('"strings":['));
};
