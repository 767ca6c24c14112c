import { type Machine, machineLine, machineTable } from '../../support/report/machine.ts';
import { shortNumber, timeText } from '../../support/report/numbers.ts';
import { table } from '../../support/report/table.ts';
import { type Contest, type Figure, holdsOf, type Outcome } from '../outcome.ts';

export type Run = { readonly name: string; readonly outcome: Outcome | undefined; readonly seconds: number };

const withUnit = (value: number | null, unit: string): string =>
  value === null ? 'could not be measured' : `${shortNumber(value)} ${unit}`.trim();

const limitOf = ({ limit, unit }: Figure): string => {
  if (limit === undefined) return '';
  return 'most' in limit ? `≤ ${withUnit(limit.most, unit)}` : `≥ ${withUnit(limit.least, unit)}`;
};

const verdictOf = (figure: Figure): string => {
  const holds = holdsOf(figure);
  return holds === undefined ? '' : holds ? 'holds' : '**missed**';
};

const figureRows = (figures: readonly Figure[]) =>
  figures.map((figure) => [
    figure.name,
    withUnit(figure.value, figure.unit),
    limitOf(figure),
    verdictOf(figure),
  ]);

/** Where a contest's plot lies, seen from `docs/`. */
export const plotPath = (outcome: Outcome, contest: Contest): string =>
  `benchmarks/${outcome.bench}-${contest.id}.svg`;

const contestLines = (outcome: Outcome, contest: Contest): string[] => [
  '',
  `![${contest.title}](${plotPath(outcome, contest)})`,
  '',
  ...table(
    [contest.title, contest.unit],
    contest.bars.map(({ name, value, ours }) => [ours ? `**${name}**` : name, shortNumber(value)]),
  ),
];

const section = ({ name, outcome, seconds }: Run): string[] => {
  if (outcome === undefined)
    return ['', `## ${name}`, '', `**It ended after ${Math.round(seconds)} s without a result.**`];
  return [
    '',
    `## ${outcome.title}`,
    '',
    outcome.measures,
    '',
    ...(outcome.peers.length === 0 ? [] : [`Against: ${outcome.peers.join(', ')}.`, '']),
    ...table(['Figure', 'Measured', 'Limit', ''], figureRows(outcome.figures)),
    ...outcome.contests.flatMap((contest) => contestLines(outcome, contest)),
    '',
    `\`npm run bench ${outcome.bench}\`, ${Math.round(seconds)} s.`,
  ];
};

const summary = (runs: readonly Run[]): string => {
  const judged = runs
    .flatMap(({ outcome }) => outcome?.figures ?? [])
    .map(holdsOf)
    .filter((holds) => holds !== undefined);
  const held = judged.filter(Boolean).length;
  const broken = runs.filter(({ outcome }) => outcome === undefined).length;
  const ended = broken === 0 ? '' : ` ${broken} of ${runs.length} benchmarks ended without a result.`;
  return `${held} of ${judged.length} limits hold.${ended}`;
};

/** What docs/proof.md says of the benchmarks, in lines. */
export const speedLines = (runs: readonly Run[], machine: Machine): string[] => {
  const missed = runs
    .flatMap(({ outcome }) => outcome?.figures ?? [])
    .filter((figure) => holdsOf(figure) === false)
    .map((figure) => `${figure.name}: ${withUnit(figure.value, figure.unit)} (${limitOf(figure)})`);
  const seconds = runs.reduce((sum, run) => sum + run.seconds, 0);
  return [
    `**${summary(runs)}** All benchmarks took ${timeText(seconds)}; \`${machine.command}\`, ${machine.date}, ${machineLine(machine)}.`,
    ...(missed.length === 0 ? [] : ['', `Missed: ${missed.join('; ')}.`]),
  ];
};

/** The whole report as Markdown, for `docs/benchmarks.md`. */
export const reportOf = (runs: readonly Run[], machine: Machine): string =>
  [
    '# Benchmarks',
    '',
    `Written by \`${machine.command}\`; every figure here is of one run on ${machine.date}. ${summary(runs)}`,
    '',
    ...machineTable(machine),
    ...runs.flatMap(section),
    '',
  ].join('\n');
