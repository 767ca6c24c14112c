import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Machine } from '../../support/report/machine.ts';
import { barsOf } from './bars.ts';
import { plotPath, type Run, reportOf } from './markdown.ts';

/** Writes `benchmarks.md` and its plots into a folder; plots of an earlier run go. */
export const writeReport = (folder: string, runs: readonly Run[], machine: Machine): void => {
  rmSync(join(folder, 'benchmarks'), { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'benchmarks.md'), reportOf(runs, machine));
  for (const { outcome } of runs)
    for (const contest of outcome?.contests ?? []) {
      const file = join(folder, outcome === undefined ? '' : plotPath(outcome, contest));
      mkdirSync(dirname(file), { recursive: true });
      writeFileSync(file, barsOf(contest));
    }
};
