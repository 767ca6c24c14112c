import { shortNumber } from '../../support/report/numbers.ts';
import type { Contest } from '../outcome.ts';

const WIDTH = 640;
const LEFT = 200;
const RIGHT = 90;
const ROW = 30;
const TOP = 62;

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

/** A plot of one contest: a bar each from zero, ours in the product's colour, every bar with its figure. */
export const barsOf = ({ title, unit, better, bars }: Contest): string => {
  const most = Math.max(...bars.map(({ value }) => value ?? 0), Number.MIN_VALUE);
  const rows = bars.map(({ name, value, ours }, index) => {
    const y = TOP + index * ROW;
    const length = Math.max(1, ((value ?? 0) / most) * (WIDTH - LEFT - RIGHT));
    return [
      `<text x="${LEFT - 10}" y="${y + 15}" text-anchor="end"${ours ? ' font-weight="600"' : ''}>${escaped(name)}</text>`,
      `<rect x="${LEFT}" y="${y}" width="${length.toFixed(1)}" height="20" rx="3" fill="${ours ? '#4c8dff' : '#4b5563'}"/>`,
      `<text x="${(LEFT + length + 8).toFixed(1)}" y="${y + 15}">${shortNumber(value)}</text>`,
    ].join('');
  });
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${TOP + bars.length * ROW + 10}" role="img" aria-label="${escaped(title)}" font-family="system-ui, sans-serif" font-size="13">`,
    '<style>text{fill:#e8eaed}.dim{fill:#9aa3af;font-size:12px}</style>',
    '<rect width="100%" height="100%" rx="6" fill="#0e1013"/>',
    `<text x="14" y="26" font-weight="600">${escaped(title)}</text>`,
    `<text x="14" y="46" class="dim">${escaped(unit)}; ${better} is better</text>`,
    ...rows,
    '</svg>',
    '',
  ].join('\n');
};
