import { type Contest, type Figure, holdsOf, type Outcome } from '../outcome.ts';
import { shortNumber } from './bars.ts';

/** Where and with what the figures were had. */
export type Machine = {
  readonly date: string;
  readonly cpu: string;
  readonly cores: number;
  readonly memoryGb: number;
  readonly system: string;
  /** Name → version, of what the figures depend on. */
  readonly versions: Readonly<Record<string, string>>;
  /** Other work on the machine: its load before the first benchmark began, for each core. */
  readonly loadBefore: number;
  readonly command: string;
};

export type Run = { readonly name: string; readonly outcome: Outcome | undefined; readonly seconds: number };

const cell = (text: string): string => text.replaceAll('|', '\\|').replaceAll(/\s+/g, ' ');
const row = (cells: readonly string[]): string => `| ${cells.map(cell).join(' | ')} |`;
const table = (head: readonly string[], rows: readonly (readonly string[])[]): string[] => [
  row(head),
  row(head.map(() => '---')),
  ...rows.map(row),
];

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

/** The whole report as Markdown, for `docs/benchmarks.md`. */
export const reportOf = (runs: readonly Run[], machine: Machine): string =>
  [
    '# Benchmarks',
    '',
    `Written by \`${machine.command}\`; every figure here is of one run on ${machine.date}. ${summary(runs)}`,
    '',
    ...table(
      ['Machine', ''],
      [
        ['Processor', `${machine.cores} × ${machine.cpu}`],
        ['Memory', `${shortNumber(machine.memoryGb)} GB`],
        ['System', machine.system],
        ['Load for each core before the run', shortNumber(machine.loadBefore)],
        ...Object.entries(machine.versions),
      ],
    ),
    ...runs.flatMap(section),
    '',
  ].join('\n');
