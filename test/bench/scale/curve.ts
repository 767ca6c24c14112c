import type { Reading } from './rooms-stage.ts';

const WIDTH = 720;
const HEIGHT = 250;
const LEFT = 56;
const RIGHT = 150;
const TOP = 44;
const FOOT = 36;
const COLOURS = ['#4c8dff', '#f5b13d', '#3ecf8e', '#ff5a52'] as const;

type Line = { readonly name: string; readonly points: readonly { readonly x: number; readonly y: number }[] };
type Panel = { readonly title: string; readonly unit: string; readonly lines: readonly Line[] };

const linesOf = (readings: readonly Reading[], what: string, pick: (one: Reading) => number): Line[] =>
  [...new Set(readings.map(({ perSecond }) => perSecond))].map((rate) => ({
    name: `${what}, ${rate}/s each`,
    points: readings
      .filter(({ perSecond }) => perSecond === rate)
      .map((one) => ({ x: one.rooms, y: pick(one) })),
  }));

const draw = ({ title, unit, lines }: Panel, top: number): string => {
  const points = lines.flatMap((line) => line.points);
  const [mostX, mostY] = [Math.max(...points.map(({ x }) => x)), Math.max(...points.map(({ y }) => y))];
  const x = (value: number) => LEFT + (value / mostX) * (WIDTH - LEFT - RIGHT);
  const y = (value: number) => top + HEIGHT - FOOT - (value / mostY) * (HEIGHT - TOP - FOOT);
  const ticks = [...new Set(points.map((point) => point.x))].map(
    (value) =>
      `<text x="${x(value)}" y="${top + HEIGHT - FOOT + 18}" text-anchor="middle" class="dim">${value}</text>`,
  );
  const drawn = lines.map((line, index) => {
    const colour = COLOURS[index % COLOURS.length];
    const last = line.points.at(-1) ?? { x: 0, y: 0 };
    const dots = line.points.map(
      (point) =>
        `<circle cx="${x(point.x).toFixed(1)}" cy="${y(point.y).toFixed(1)}" r="3" fill="${colour}"/>`,
    );
    const path = line.points.map((point) => `${x(point.x).toFixed(1)},${y(point.y).toFixed(1)}`).join(' ');
    return `<polyline points="${path}" stroke="${colour}"/>${dots.join('')}<text x="${x(last.x) + 8}" y="${y(last.y) + 4}" class="dim">${line.name}</text>`;
  });
  return [
    `<text x="14" y="${top + 24}" font-weight="600">${title}</text>`,
    `<text x="${LEFT - 8}" y="${y(mostY) + 4}" text-anchor="end" class="dim">${Math.round(mostY)}</text>`,
    `<text x="${LEFT - 8}" y="${y(0) + 4}" text-anchor="end" class="dim">0</text>`,
    `<text x="14" y="${top + HEIGHT - 6}" class="dim">${unit}, against the number of rooms</text>`,
    `<line x1="${LEFT}" x2="${WIDTH - RIGHT}" y1="${y(0)}" y2="${y(0)}"/>`,
    ...ticks,
    ...drawn,
  ].join('');
};

/** CPU and memory against rooms × rate, one above the other. */
export const curvesOf = (readings: readonly Reading[]): string => {
  const panels: readonly Panel[] = [
    {
      title: 'Processor time',
      unit: 'per cent of one core',
      lines: [
        ...linesOf(readings, 'console', ({ consoleCpu }) => consoleCpu),
        ...linesOf(readings, 'panel', ({ panelCpu }) => panelCpu),
      ],
    },
    {
      title: 'Memory',
      unit: 'MB',
      lines: [
        ...linesOf(readings, 'console', ({ consoleMb }) => consoleMb),
        ...linesOf(readings, 'panel', ({ panelMb }) => panelMb),
      ],
    },
  ];
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${panels.length * HEIGHT + 16}" role="img" aria-label="Processor time and memory against rooms and rate" font-family="system-ui, sans-serif" font-size="13">`,
    '<style>text{fill:#e8eaed}.dim{fill:#9aa3af;font-size:12px}line{stroke:#262b33}polyline{fill:none;stroke-width:1.5}</style>',
    '<rect width="100%" height="100%" rx="6" fill="#0e1013"/>',
    ...panels.map((panel, index) => draw(panel, index * HEIGHT)),
    '</svg>',
    '',
  ].join('\n');
};

/** The same as a table of Markdown. */
export const tableOf = (readings: readonly Reading[]): string =>
  [
    '| Rooms | Messages a second and room | Console CPU | Panel CPU | Console memory | Panel memory | Kept up |',
    '| --- | --- | --- | --- | --- | --- | --- |',
    ...readings.map(
      (one) =>
        `| ${one.rooms} | ${one.perSecond} | ${one.consoleCpu} % | ${one.panelCpu} % | ${one.consoleMb} MB | ${one.panelMb} MB | ${Math.round(one.arrived * 100)} % |`,
    ),
  ].join('\n');
