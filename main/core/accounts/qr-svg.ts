import encodeQR from 'qr';

/** The light margin that readers need, in modules (ISO/IEC 18004, 6.3.8). */
const MARGIN = 4;

/** The most bytes that a QR code holds, at its lowest level of correction (ISO/IEC 18004, table 7). */
const MOST_BYTES = 2953;

/** A QR code as an SVG picture, dark on light whatever the theme; empty where the text is too long for one. */
export const qrSvg = (text: string): string => {
  if (Buffer.byteLength(text) > MOST_BYTES) return '';
  const rows = encodeQR(text, 'raw', { ecc: 'low', encoding: 'byte', border: MARGIN });
  const squares = rows.flatMap((row, y) => row.flatMap((dark, x) => (dark ? [`M${x} ${y}h1v1h-1z`] : [])));
  const side = rows.length;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${side} ${side}" shape-rendering="crispEdges">`,
    `<path fill="#fff" d="M0 0h${side}v${side}H0z"/>`,
    `<path d="${squares.join('')}"/></svg>`,
  ].join('');
};
