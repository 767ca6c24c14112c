import { measureNames } from './measure-names.ts';
import { type Measure, measures, type Reading } from './readings.ts';

const WIDTH = 860;
const HEIGHT = 110;
const LEFT = 270;
const RIGHT = 16;
const names = Object.keys(measures) as Measure[];

const line = (readings: readonly Reading[], measure: Measure, top: number): string => {
  const points = readings.flatMap((one) => {
    const value = one[measure];
    return value === undefined ? [] : [{ x: one.minute, y: value }];
  });
  const most = Math.max(1, ...points.map(({ y }) => y));
  const last = Math.max(0.001, readings.at(-1)?.minute ?? 0);
  const at = ({ x, y }: { readonly x: number; readonly y: number }) =>
    `${(LEFT + (x / last) * (WIDTH - LEFT - RIGHT)).toFixed(1)},${(top + HEIGHT - 24 - (y / most) * (HEIGHT - 44)).toFixed(1)}`;
  return [
    `<text x="12" y="${top + 40}">${measureNames[measure]}</text>`,
    `<text x="12" y="${top + 58}" class="dim">0 to ${most} ${measures[measure]}</text>`,
    `<line x1="${LEFT}" x2="${WIDTH - RIGHT}" y1="${top + HEIGHT - 24}" y2="${top + HEIGHT - 24}"/>`,
    `<polyline points="${points.map(at).join(' ')}"/>`,
  ].join('');
};

/** All measures over time, each from zero to its own highest value, one above the other. */
export const plot = (readings: readonly Reading[], title: string): string =>
  [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${names.length * HEIGHT + 50}" role="img" aria-label="${title}" font-family="system-ui, sans-serif" font-size="13">`,
    '<style>text{fill:#e8eaed}.dim{fill:#9aa3af;font-size:12px}line{stroke:#262b33}polyline{fill:none;stroke:#4c8dff;stroke-width:1.5}</style>',
    '<rect width="100%" height="100%" fill="#0e1013"/>',
    `<text x="12" y="26" font-weight="600">${title}</text>`,
    ...names.map((name, index) => line(readings, name, 30 + index * HEIGHT)),
    '</svg>',
  ].join('\n');
