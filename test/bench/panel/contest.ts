import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from '@playwright/test';
import react from '@vitejs/plugin-react';
import { build } from 'vite';
import { launchBrowser } from '../../support/browser.ts';
import { openPanel } from '../../support/panel-host/open-panel.ts';
import { roomKeyOf } from '../../support/panel-host/world.ts';
import { type PanelHost, startPanelHost } from '../../support/panel-host.ts';
import { wait } from '../browser-cost.ts';
import { rounded } from '../figures.ts';
import { commentsFrom, markOf } from './trace.ts';

const ROOM = 'night-show';
const PER_SECOND = 40;
const BATCH_MS = 50;
const PER_BATCH = (PER_SECOND * BATCH_MS) / 1000;
/** What is there before the measuring begins, so that every list is full. */
const PAST = 1_200;

export type Implementation = 'livedeck' | 'plain list' | 'react-virtuoso';
export const implementations: readonly Implementation[] = ['livedeck', 'plain list', 'react-virtuoso'];

/** Processor time of the page's main thread for each comment, ms. */
export type Cost = {
  readonly scriptMs: number;
  readonly styleMs: number;
  readonly layoutMs: number;
  readonly sumMs: number;
};
export type ContestReading = {
  readonly perSecond: number;
  readonly seconds: number;
  readonly rounds: number;
  readonly costs: Readonly<Record<Implementation, Cost>>;
  /** Ours as a share of the better of the other two. */
  readonly share: number;
};

/** The page with the two other lists, made as the panel is: minified, React for production. */
export const buildPeers = async () => {
  const folder = mkdtempSync(join(tmpdir(), 'livedeck-peers-'));
  await build({
    root: join(import.meta.dirname, 'peer-page'),
    base: './',
    mode: 'production',
    configFile: false,
    logLevel: 'error',
    plugins: [react()],
    build: { outDir: folder, emptyOutDir: true, target: 'chrome130', assetsInlineLimit: 0 },
  });
  return { folder, remove: () => rmSync(folder, { recursive: true, force: true }) };
};

type Opened = { readonly host: PanelHost; readonly page: Page; readonly close: () => Promise<void> };
const viewport = { width: 1280, height: 900 };

const openPeer = async (browser: Browser, folder: string, list: string): Promise<Opened> => {
  const host = await startPanelHost({ root: folder });
  const context = await browser.newContext({ viewport });
  const page = await context.newPage();
  await page.goto(`${host.url}?list=${list}`);
  await page.locator('[data-listening]').waitFor({ state: 'attached' });
  const close = async () => {
    await context.close();
    await host.close();
  };
  return { host, page, close };
};

/**
 * Counts from now on: the browser's counters stand still while no session has them on. In processor time, so that other
 * programs on the machine do not count.
 */
const openMetrics = async (page: Page) => {
  const session = await page.context().newCDPSession(page);
  await session.send('Performance.enable', { timeDomain: 'threadTicks' });
  return async () => {
    const { metrics } = await session.send('Performance.getMetrics');
    const of = (wanted: string) => metrics.find(({ name }) => name === wanted)?.value ?? Number.NaN;
    return { script: of('ScriptDuration'), style: of('RecalcStyleDuration'), layout: of('LayoutDuration') };
  };
};

const measure = async ({ host, page }: Opened, seconds: number): Promise<Cost> => {
  host.feed(roomKeyOf(ROOM), commentsFrom(0, PAST));
  await page.locator('[data-row]', { hasText: markOf(PAST - 1) }).waitFor({ state: 'attached' });
  await wait(1_500);
  const metrics = await openMetrics(page);
  const before = await metrics();
  const batches = (seconds * 1000) / BATCH_MS;
  const began = performance.now();
  for (let batch = 0; batch < batches; batch += 1) {
    host.feed(roomKeyOf(ROOM), commentsFrom(PAST + batch * PER_BATCH, PER_BATCH));
    await wait(Math.max(0, began + (batch + 1) * BATCH_MS - performance.now()));
  }
  const count = batches * PER_BATCH;
  await wait(1_500);
  const after = await metrics();
  if ((await page.locator('[data-row]', { hasText: markOf(PAST + count - 1) }).count()) === 0)
    console.log(`  the newest comment was not on screen at the end: ${page.url()}`);
  const each = (name: keyof typeof before) => ((after[name] - before[name]) * 1000) / count;
  const [scriptMs, styleMs, layoutMs] = [each('script'), each('style'), each('layout')];
  return { scriptMs, styleMs, layoutMs, sumMs: scriptMs + styleMs + layoutMs };
};

const mean = (costs: readonly Cost[]): Cost => {
  const of = (name: keyof Cost) =>
    rounded(costs.reduce((sum, cost) => sum + cost[name], 0) / costs.length, 3);
  return { scriptMs: of('scriptMs'), styleMs: of('styleMs'), layoutMs: of('layoutMs'), sumMs: of('sumMs') };
};

/** One room at the service's cap through the same socket to our panel, a plain list and react-virtuoso, in turns. */
export const readContest = async (
  panelFolder: string,
  seconds: number,
  rounds: number,
): Promise<ContestReading> => {
  const peers = await buildPeers();
  const browser = await launchBrowser();
  const open = (one: Implementation): Promise<Opened> => {
    if (one !== 'livedeck')
      return openPeer(browser, peers.folder, one === 'plain list' ? 'plain' : 'virtuoso');
    return openPanel(browser, panelFolder, { rooms: [ROOM], past: 0, context: { viewport } });
  };
  const all: Record<Implementation, Cost[]> = { livedeck: [], 'plain list': [], 'react-virtuoso': [] };
  try {
    for (let round = 0; round < rounds; round += 1) {
      for (const one of implementations) {
        const opened = await open(one);
        all[one].push(await measure(opened, seconds));
        await opened.close();
      }
    }
  } finally {
    await browser.close();
    peers.remove();
  }
  const costs = {
    livedeck: mean(all.livedeck),
    'plain list': mean(all['plain list']),
    'react-virtuoso': mean(all['react-virtuoso']),
  };
  const better = Math.min(costs['plain list'].sumMs, costs['react-virtuoso'].sumMs);
  return { perSecond: PER_SECOND, seconds, rounds, costs, share: rounded(costs.livedeck.sumMs / better, 2) };
};
