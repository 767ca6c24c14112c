import { encodeQr } from './qr-code.ts';

/** The light margin that readers need, in modules (ISO/IEC 18004, 6.3.8). */
const MARGIN = 4;

/** A QR code as an SVG picture, dark on light whatever the theme; empty where the text is too long for one. */
export const qrSvg = (text: string): string => {
  const grid = encodeQr(text);
  if (grid === undefined) return '';
  const side = grid.side + 2 * MARGIN;
  const squares: string[] = [];
  for (let y = 0; y < grid.side; y += 1)
    for (let x = 0; x < grid.side; x += 1)
      if (grid.get(x, y) === true) squares.push(`M${x + MARGIN} ${y + MARGIN}h1v1h-1z`);
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${side} ${side}" shape-rendering="crispEdges">`,
    `<path fill="#fff" d="M0 0h${side}v${side}H0z"/>`,
    `<path d="${squares.join('')}"/></svg>`,
  ].join('');
};
