/** The program's pictures, drawn for this project. Made into files by `npm run icons`. */

const svg = (size: number, body: string) =>
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${size} ${size}">${body}</svg>`;

/** A comment on its way across the picture, and the light that says on air. */
export const appIcon = svg(
  1024,
  `<defs><linearGradient id="g" x1="0" y1="0" x2="0" y2="1"><stop offset="0" stop-color="#262d38"/><stop offset="1" stop-color="#0e1013"/></linearGradient></defs>
<rect x="64" y="64" width="896" height="896" rx="200" fill="url(#g)"/>
<path d="M252 330h520a72 72 0 0 1 72 72v244a72 72 0 0 1-72 72H486L342 836a20 20 0 0 1-34-14V718h-56a72 72 0 0 1-72-72V402a72 72 0 0 1 72-72z" fill="#e8eaed"/>
<path d="M292 472h330M292 580h216" stroke="#4c8dff" stroke-width="56" stroke-linecap="round"/>
<circle cx="806" cy="318" r="118" fill="#15181d"/><circle cx="806" cy="318" r="86" fill="#ff5a52"/>`,
);

export const passIcon = svg(
  1024,
  `<path d="M232 80h400l200 200v604a60 60 0 0 1-60 60H232a60 60 0 0 1-60-60V140a60 60 0 0 1 60-60z" fill="#e8eaed"/>
<path d="M632 80l200 200H672a40 40 0 0 1-40-40z" fill="#9aa3af"/>
<circle cx="420" cy="600" r="110" fill="none" stroke="#4c8dff" stroke-width="60"/><path d="M525 600h210v90M640 600v70" fill="none" stroke="#4c8dff" stroke-width="60"/>`,
);

const bubble = 'M6 6h20a3 3 0 0 1 3 3v11a3 3 0 0 1-3 3H16l-6 5v-5H6a3 3 0 0 1-3-3V9a3 3 0 0 1 3-3z';
/** Each state has a shape of its own, besides its colour: empty, filled, crossed out, and a triangle. */
const signs = {
  off: '',
  air: '<circle cx="16" cy="14.5" r="5" fill="INK"/>',
  blank: '<path d="M9 9l14 11" stroke="INK" stroke-width="3" stroke-linecap="round"/>',
  panic: '<path d="M16 9l6 10H10z" fill="INK"/>',
} as const;
const inks = { off: '#e8eaed', air: '#ff5a52', blank: '#f5b13d', panic: '#ff5a52' } as const;
export const trayStates = Object.keys(signs) as (keyof typeof signs)[];

/** `template`: black on nothing; macOS colours it. Elsewhere a dark rim keeps it readable on a light taskbar. */
export const trayIcon = (state: keyof typeof signs, template: boolean): string => {
  const ink = template ? '#000' : inks[state];
  const rim = template
    ? ''
    : `<path d="${bubble}" fill="none" stroke="#15181d" stroke-width="5" stroke-linejoin="round"/>`;
  const outline = `<path d="${bubble}" fill="${template ? 'none' : '#15181d'}" stroke="${template ? '#000' : '#e8eaed'}" stroke-width="2.5" stroke-linejoin="round"/>`;
  return svg(32, rim + outline + signs[state].replaceAll('INK', ink));
};

export const badgeIcon = (text: string): string =>
  svg(
    32,
    `<circle cx="16" cy="16" r="15" fill="#f5b13d"/><text x="16" y="${text.length > 1 ? 22 : 23.5}" text-anchor="middle" font-family="sans-serif" font-weight="700" font-size="${text.length > 1 ? 17 : 21}" fill="#15181d">${text}</text>`,
  );
