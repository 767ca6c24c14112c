import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { outcomeSchema } from '../../bench/outcome.ts';
import { outcomeIn } from '../../bench/report/run-bench.ts';
import { writeReport } from '../../bench/report/write-report.ts';
import type { Machine } from '../../support/report/machine.ts';

const machine: Machine = {
  date: '2026-01-02',
  cpu: 'Test | CPU',
  cores: 2,
  memoryGb: 8.25,
  system: 'Linux 6',
  loadBefore: 0.07,
  command: 'npm run bench -- --report',
  versions: { Node: 'v24.0.0', Chromium: '150.0' },
};

const panel = {
  bench: 'panel',
  title: 'The panel in a storm',
  measures: 'Rows of five rooms.',
  peers: ['plain list', 'react-virtuoso'],
  figures: [
    { name: 'Arrival → row, p95', value: 81.34, unit: 'ms', limit: { most: 120 } },
    { name: 'Key → effect, p95', value: 71, unit: 'ms', limit: { most: 60 } },
    { name: 'Inserts', value: 31_000, unit: '/s', limit: { least: 20_000 } },
    { name: 'Share', value: null, unit: '', limit: { most: 0.5 } },
    { name: 'Nodes', value: 690, unit: '' },
  ],
  contests: [
    {
      id: 'cost',
      title: 'Main thread for each comment <ms>',
      unit: 'ms',
      better: 'lower',
      bars: [
        { name: 'Livedeck', value: 1, ours: true },
        { name: 'plain list', value: 4 },
      ],
    },
  ],
  holds: false,
};

const folder = mkdtempSync(join(tmpdir(), 'livedeck-report-'));
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const written = (lastLines: readonly string[]) => {
  const runs = lastLines.map((line, index) => ({
    name: `bench ${index}`,
    outcome: outcomeIn(line),
    seconds: 12.4,
  }));
  writeReport(folder, runs, machine);
  return readFileSync(join(folder, 'benchmarks.md'), 'utf8');
};

describe('the report of the benchmarks', () => {
  it('says of every limit whether it holds, and counts them', () => {
    const text = written([JSON.stringify(panel)]);
    expect(text).toContain('| Arrival → row, p95 | 81.3 ms | ≤ 120 ms | holds |');
    expect(text).toContain('| Key → effect, p95 | 71 ms | ≤ 60 ms | **missed** |');
    expect(text).toContain('| Inserts | 31,000 /s | ≥ 20,000 /s | holds |');
    expect(text).toContain('| Share | could not be measured | ≤ 0.5 | **missed** |');
    expect(text).toContain('| Nodes | 690 |  |  |');
    expect(text).toContain('2 of 4 limits hold.');
  });

  it('names the machine, the versions, the command and the peers', () => {
    const text = written([JSON.stringify(panel)]);
    expect(text).toContain('2 × Test \\| CPU');
    expect(text).toContain('| Chromium | 150.0 |');
    expect(text).toContain('`npm run bench -- --report`');
    expect(text).toContain('Against: plain list, react-virtuoso.');
  });

  it('draws ours against the others, each bar as long as its figure says', () => {
    const text = written([JSON.stringify(panel)]);
    expect(text).toContain('](benchmarks/panel-cost.svg)');
    expect(readdirSync(join(folder, 'benchmarks'))).toEqual(['panel-cost.svg']);
    const svg = readFileSync(join(folder, 'benchmarks/panel-cost.svg'), 'utf8');
    const [ours, theirs] = [...svg.matchAll(/<rect x="200"[^>]* width="([\d.]+)"/g)].map((match) =>
      Number(match[1]),
    );
    expect((theirs ?? 0) / (ours ?? 1)).toBeCloseTo(4, 1);
    expect(svg).toContain('&lt;ms&gt;');
  });

  it('shows a benchmark that ended without a result as such', () => {
    const text = written([JSON.stringify(panel), 'Error: no browser']);
    expect(text).toContain('**It ended after 12 s without a result.**');
    expect(text).toContain('1 of 2 benchmarks ended without a result.');
  });

  it('takes an outcome only as it was agreed', () => {
    expect(outcomeSchema.safeParse({ ...panel, figures: [{ name: 'x' }] }).success).toBe(false);
  });
});
