import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Machine, machineLine } from '../support/report/machine.ts';
import { shortNumber } from '../support/report/numbers.ts';
import { putSection } from '../support/report/section.ts';
import { table } from '../support/report/table.ts';
import { measureNames } from './measure-names.ts';
import { measures } from './readings.ts';
import { driftText, type Judged, MOST_DRIFT } from './verdict.ts';

const verdictOf = ({ over, drift }: Judged): string => {
  if (over === undefined) return '';
  if (over) return '**over**';
  return drift.perHour <= MOST_DRIFT ? 'holds' : 'too uncertain to tell';
};

/** The unit where the name does not say it. */
const unitOf = (measure: keyof typeof measures): string => /^(?:MB|ms)/.exec(measures[measure])?.[0] ?? '';

const rowOf = (one: Judged): string[] => {
  const { measure, first, last, drift, over } = one;
  const value = (number: number) => `${shortNumber(number)} ${unitOf(measure)}`.trim();
  const limit = over === undefined ? '' : `≤ ${MOST_DRIFT} %`;
  return [measureNames[measure], value(first), value(last), driftText(drift), limit, verdictOf(one)];
};

export type SoakRun = {
  readonly machine: Machine;
  readonly rooms: number;
  readonly minutes: number;
  readonly warmUp: number;
  readonly judged: readonly Judged[];
  readonly plot: string;
};

/** Writes the soak's part of docs/proof.md, and its plot. */
export const writeSoakReport = (docs: string, run: SoakRun): void => {
  const { machine, judged } = run;
  const limits = judged.filter(({ over }) => over !== undefined);
  const held = limits.filter((one) => verdictOf(one) === 'holds').length;
  mkdirSync(join(docs, 'proof'), { recursive: true });
  writeFileSync(join(docs, 'proof/soak.svg'), run.plot);
  putSection(join(docs, 'proof.md'), 'soak', [
    `**${held} of ${limits.length} limits hold.** ${run.rooms} rooms for ${Math.round(run.minutes)} min, judged after ${run.warmUp} min; \`${machine.command}\`, ${machine.date}, ${machineLine(machine)}.`,
    '',
    ...table(
      ['Measure', `After ${run.warmUp} min`, 'At the end', 'Drift in an hour', 'Limit', ''],
      judged.map(rowOf),
    ),
    '',
    '![Every measure over time](proof/soak.svg)',
  ]);
};
