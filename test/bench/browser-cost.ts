import { readdirSync, readFileSync } from 'node:fs';
import type { Browser, Page } from '@playwright/test';

/** Clock ticks a second that /proc counts in; 100 on every Linux that Node runs on. */
const ticksPerSecond = 100;

type Process = { readonly pid: number; readonly parent: number; readonly ticks: number };

const readProcess = (pid: number): Process | undefined => {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    // The second field is a name in brackets that may hold anything; the counts come after it.
    const fields = stat
      .slice(stat.lastIndexOf(')') + 2)
      .split(' ')
      .map(Number);
    return { pid, parent: fields[1] ?? 0, ticks: (fields[11] ?? 0) + (fields[12] ?? 0) };
  } catch (error) {
    if (
      (error as NodeJS.ErrnoException).code === 'ENOENT' ||
      (error as NodeJS.ErrnoException).code === 'ESRCH'
    )
      return;
    throw error;
  }
};

const treeOf = (root: number): readonly Process[] => {
  const all = readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .flatMap((name) => readProcess(Number(name)) ?? []);
  const tree = new Set([root]);
  // A child may be listed before its parent, so go round until nothing is added.
  for (let size = 0; size !== tree.size; ) {
    size = tree.size;
    for (const { pid, parent } of all) if (tree.has(parent)) tree.add(pid);
  }
  return all.filter(({ pid }) => tree.has(pid));
};

/** The browser's own process: the one that has this run's profile in its command line and no parent in the tree. */
export const browserPid = async (browser: Browser): Promise<number> => {
  const session = await browser.newBrowserCDPSession();
  const { processInfo } = await session.send('SystemInfo.getProcessInfo');
  await session.detach();
  const main = processInfo.find(({ type }) => type === 'browser');
  if (!main) throw new Error('The browser does not name its own process');
  return main.id;
};

export const wait = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/** CPU of a process and all its children over a while, in per cent of one core. */
export const cpuOf = async (pid: number, ms: number): Promise<number> => {
  const before = new Map(treeOf(pid).map((one) => [one.pid, one.ticks]));
  const started = performance.now();
  await wait(ms);
  const spent = treeOf(pid).reduce((sum, one) => sum + one.ticks - (before.get(one.pid) ?? 0), 0);
  return (spent / ticksPerSecond / ((performance.now() - started) / 1000)) * 100;
};

/** Memory that a process and all its children hold now, MB: the proportional set size, so that shared pages count once. */
export const memoryOfTree = (pid: number): number =>
  treeOf(pid).reduce((sum, one) => {
    const rollup = readFileSync(`/proc/${one.pid}/smaps_rollup`, 'utf8');
    return sum + Number(/^Pss:\s+(\d+) kB/m.exec(rollup)?.[1] ?? 0) / 1000;
  }, 0);

/** Frames that the page's compositor drew in a while, from the browser's own trace, and the longest wait between two. */
export const framesOf = async (browser: Browser, ms: number): Promise<{ fps: number; longestMs: number }> => {
  const session = await browser.newBrowserCDPSession();
  const times: number[] = [];
  session.on('Tracing.dataCollected', ({ value }) => {
    for (const { name, ts } of value as unknown as { name: string; ts: number }[]) {
      if (name === 'DrawFrame') times.push(ts / 1000);
    }
  });
  await session.send('Tracing.start', {
    traceConfig: {
      includedCategories: ['disabled-by-default-devtools.timeline.frame', 'devtools.timeline.frame'],
    },
    transferMode: 'ReportEvents',
  });
  await wait(ms);
  const done = new Promise((resolve) => session.once('Tracing.tracingComplete', resolve));
  await session.send('Tracing.end');
  await done;
  await session.detach();
  times.sort((a, b) => a - b);
  const gaps = times.slice(1).map((time, index) => time - (times[index] ?? time));
  return { fps: (times.length * 1000) / ms, longestMs: Math.max(0, ...gaps) };
};

/** JavaScript heap after a collection, MB, and nodes of the page. */
export const memoryOf = async (page: Page): Promise<{ heapMb: number; nodes: number }> => {
  const session = await page.context().newCDPSession(page);
  await session.send('HeapProfiler.collectGarbage');
  const { usedSize } = await session.send('Runtime.getHeapUsage');
  const { nodes } = await session.send('Memory.getDOMCounters');
  await session.detach();
  return { heapMb: usedSize / 1_000_000, nodes };
};
