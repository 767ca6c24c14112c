import { readFileSync } from 'node:fs';
import { cpus, loadavg, release, totalmem, type } from 'node:os';
import { join, resolve } from 'node:path';
import { z } from 'zod';
import { launchBrowser } from '../../support/browser.ts';
import type { Machine } from './markdown.ts';

const root = resolve(import.meta.dirname, '../../..');
/** Packages on whose version a figure depends. */
const packages = [
  '@tencentcloud/chat',
  'react',
  '@tanstack/react-virtual',
  'react-virtuoso',
  'danmaku',
  'modern-ahocorasick',
  'mint-filter',
  'sensitive-word-tool',
  'obscenity',
];

const versionOf = (folder: string): string =>
  z.object({ version: z.string() }).parse(JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')))
    .version;

const chromium = async (): Promise<string> => {
  const browser = await launchBrowser();
  const version = browser.version();
  await browser.close();
  return version;
};

/** This machine as it is before the first benchmark begins. */
export const readMachine = async (command: string): Promise<Machine> => ({
  date: new Date().toISOString().slice(0, 10),
  cpu: cpus()[0]?.model ?? 'unknown',
  cores: cpus().length,
  memoryGb: totalmem() / 1e9,
  system: `${type()} ${release()}`,
  loadBefore: (loadavg()[0] ?? 0) / cpus().length,
  command,
  versions: {
    Livedeck: versionOf(root),
    Node: process.version,
    Chromium: await chromium(),
    ...Object.fromEntries(packages.map((name) => [name, versionOf(join(root, 'node_modules', name))])),
  },
});
