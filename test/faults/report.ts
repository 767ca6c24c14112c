import { join } from 'node:path';
import { type Machine, machineLine } from '../support/report/machine.ts';
import { timeText } from '../support/report/numbers.ts';
import { putSection } from '../support/report/section.ts';
import { table } from '../support/report/table.ts';

export type Round = {
  /** The faults that were on together. */
  readonly faults: readonly string[];
  readonly seconds: number;
  /** What did not hold; empty is good. */
  readonly broken: readonly string[];
};

/** Writes the faults' part of docs/proof.md. */
export const writeFaultReport = (
  docs: string,
  run: { readonly machine: Machine; readonly rounds: readonly Round[]; readonly skipped: number },
): void => {
  const { machine, rounds } = run;
  const held = rounds.filter(({ broken }) => broken.length === 0).length;
  const taken = timeText(rounds.reduce((sum, { seconds }) => sum + seconds, 0));
  const left = run.skipped === 0 ? '' : `, ${run.skipped} faults skipped`;
  putSection(join(docs, 'proof.md'), 'faults', [
    `**${held} of ${rounds.length} rounds held**${left}, in ${taken}; \`${machine.command}\`, ${machine.date}, ${machineLine(machine)}.`,
    '',
    ...table(
      ['Round', '', 's'],
      rounds.map(({ faults, broken, seconds }) => [
        faults.join(' + '),
        broken.length === 0 ? 'held' : `**${broken.join('; ')}**`,
        String(Math.round(seconds)),
      ]),
    ),
  ]);
};
