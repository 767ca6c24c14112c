import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { gzipSync } from 'node:zlib';
import { type Livedeck, startLivedeck, temporaryDir } from '../support/livedeck.ts';
import { cpuOf, memoryOfTree, wait } from './browser-cost.ts';
import { finish } from './outcome.ts';
import { launchUnobserved, type UnobservedPage } from './start/unobserved-browser.ts';

/**
 * A start of the browser host: process → ready, address → panel that answers a key, the script of the first load, and
 * what Livedeck costs while nothing happens. CPU and memory are read from /proc, so Linux only; the last line is JSON.
 */
const RUNS = 3;
/** How long a start has to settle before it counts as idle, and how long it is watched. ms. */
const SETTLE_MS = 5_000;
const IDLE_MS = 6_000;
/** A browser that uses less of a core than this has settled. */
const QUIET_PERCENT = 5;

const root = resolve(import.meta.dirname, '../..');

const median = (values: readonly number[]) =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;

const start = (args: readonly string[], dataDir = temporaryDir()) =>
  startLivedeck(['--data-dir', dataDir, '--port', '0', ...args]);

/** Starts on one data folder, as a person does every evening. */
const timeToReady = async (args: readonly string[]): Promise<number> => {
  const taken: number[] = [];
  const dataDir = temporaryDir();
  for (let run = 0; run < RUNS; run += 1) {
    const before = performance.now();
    const app = await start(args, dataDir);
    taken.push(performance.now() - before);
    await app.stop();
  }
  return Math.round(median(taken));
};

/** A new window builds menus of the browser's own; what that costs is not the panel's. */
const settled = async (pid: number): Promise<void> => {
  while ((await cpuOf(pid, 500)) > QUIET_PERCENT) await wait(100);
};

const roomButtons = `[...document.querySelectorAll('button')].some(
  (button) => /Rehearse|Open a room/.test(button.textContent) && button.checkVisibility())`;
const palette = `document.querySelector('[role="dialog"]')?.checkVisibility() === true`;

const openPanel = async (page: UnobservedPage, url: string): Promise<number> => {
  const before = performance.now();
  await page.goto(url);
  await page.until(roomButtons);
  await page.pressControlK();
  await page.until(palette);
  return performance.now() - before;
};

/**
 * From the address to a panel that has its rooms' buttons and has opened the palette by its key: in a browser that has
 * never seen it, and again in the same one, as on every evening after the first.
 */
const timeToPanel = async (app: Livedeck) => {
  const browser = await launchUnobserved();
  const first: number[] = [];
  const again: number[] = [];
  for (let run = 0; run < RUNS; run += 1) {
    const context = await browser.newContext();
    const page = await context.newPage();
    for (const taken of [first, again, again]) {
      await settled(browser.pid);
      taken.push(await openPanel(page, app.ready.url));
      await page.goto('about:blank');
    }
    await page.close();
  }
  await browser.close();
  return { first: Math.round(median(first)), again: Math.round(median(again)) };
};

/** What the entrance page asks for at once, with the longer of the two languages, gzipped. */
const firstScriptKb = (): number => {
  const folder = join(root, 'dist/panel');
  const html = readFileSync(join(folder, 'index.html'), 'utf8');
  const scripts = new Set(
    [...html.matchAll(/(?:src|href)="\.\/([^"]+\.js)"/g)].map((match) => match[1] ?? ''),
  );
  const zipped = (script: string) => gzipSync(readFileSync(join(folder, script)), { level: 9 }).length;
  const messages = readdirSync(join(folder, 'assets'))
    .filter((name) => /^(en|zh-cn)-.*\.js$/.test(name))
    .map((name) => zipped(`assets/${name}`));
  const bytes = [...scripts].reduce((sum, script) => sum + zipped(script), 0) + Math.max(...messages);
  return Math.round(bytes / 1000);
};

const idle = async (args: readonly string[]) => {
  const app = await start(args);
  await wait(SETTLE_MS);
  const cpu = await cpuOf(app.pid, IDLE_MS);
  const memoryMb = Math.round(memoryOfTree(app.pid));
  await app.stop();
  return { cpu: Math.round(cpu * 100) / 100, memoryMb };
};

const readyMs = await timeToReady([]);
const rehearsingMs = await timeToReady(['--rehearse', 'busy']);
console.log(
  `process start → ready: ${readyMs} ms; with a busy rehearsal: ${rehearsingMs} ms (median of ${RUNS})`,
);
const app = await start([]);
const panelMs = await timeToPanel(app);
await app.stop();
console.log(
  `address → panel that answers a key: ${panelMs.first} ms; again in the same browser: ${panelMs.again} ms (medians)`,
);
const scriptKb = firstScriptKb();
console.log(`script of the first load: ${scriptKb} kB gzipped`);
const atRest = await idle([]);
const signedIn = await idle(['--rehearse', 'off']);
console.log(
  `idle: ${atRest.cpu} % CPU, ${atRest.memoryMb} MB; signed in to a silent rehearsal: ${signedIn.cpu} % CPU, ${signedIn.memoryMb} MB`,
);
finish({
  bench: 'start',
  title: 'Start and idle',
  measures: `The browser host as a process of its own, median of ${RUNS} starts: process → ready, address → panel that has opened the palette by its key, the script of the first load, and what all processes cost while nothing happens.`,
  figures: [
    { name: 'Process start → ready', value: readyMs, unit: 'ms', limit: { most: 700 } },
    { name: 'Process start → ready, with a busy rehearsal', value: rehearsingMs, unit: 'ms' },
    { name: 'Address → panel that answers a key', value: panelMs.first, unit: 'ms', limit: { most: 900 } },
    { name: 'The same again in the same browser', value: panelMs.again, unit: 'ms', limit: { most: 900 } },
    { name: 'Script of the first load, gzipped', value: scriptKb, unit: 'kB', limit: { most: 350 } },
    { name: 'Idle: processor', value: atRest.cpu, unit: '%', limit: { most: 1 } },
    { name: 'Idle: memory', value: atRest.memoryMb, unit: 'MB', limit: { most: 250 } },
    { name: 'Idle, signed in to a silent rehearsal: processor', value: signedIn.cpu, unit: '%' },
    { name: 'Idle, signed in to a silent rehearsal: memory', value: signedIn.memoryMb, unit: 'MB' },
  ],
});
