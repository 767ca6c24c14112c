import { readFileSync } from 'node:fs';
import { cpus, loadavg, release, totalmem, type } from 'node:os';
import { join, resolve } from 'node:path';
import { z } from 'zod';
import { launchBrowser } from '../browser.ts';
import { shortNumber } from './numbers.ts';
import { table } from './table.ts';

/** Where and with what the figures were had. */
export type Machine = {
  readonly date: string;
  readonly cpu: string;
  readonly cores: number;
  readonly memoryGb: number;
  readonly system: string;
  /** Name → version, of what the figures depend on. */
  readonly versions: Readonly<Record<string, string>>;
  /** Other work on the machine: its load before the run began, for each core. */
  readonly loadBefore: number;
  readonly command: string;
};

const root = resolve(import.meta.dirname, '../../..');
const versionOf = (folder: string): string =>
  z.object({ version: z.string() }).parse(JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')))
    .version;

const chromium = async (): Promise<string> => {
  const browser = await launchBrowser();
  const version = browser.version();
  await browser.close();
  return version;
};

/** This machine as it is before the run that `command` began, with the versions of some packages. */
export const readMachine = async (command: string, packages: readonly string[] = []): Promise<Machine> => ({
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

/** The machine as a Markdown table, in lines. */
export const machineTable = (machine: Machine): string[] =>
  table(
    ['Machine', ''],
    [
      ['Processor', `${machine.cores} × ${machine.cpu}`],
      ['Memory', `${shortNumber(machine.memoryGb)} GB`],
      ['System', machine.system],
      ['Load for each core before the run', shortNumber(machine.loadBefore)],
      ...Object.entries(machine.versions),
    ],
  );

/** The machine in a line. */
export const machineLine = ({ cores, cpu, memoryGb, system, versions }: Machine): string =>
  [
    `${cores} × ${cpu}`,
    `${shortNumber(memoryGb)} GB`,
    system,
    ...Object.entries(versions).map(([name, version]) => `${name} ${version}`),
  ].join(', ');
