import type { OverlaySettings } from '../../main/contract/models/overlay.ts';

/** Black or white, whichever can be read on the colour (relative luminance, WCAG 2). */
const readableOn = (hex: string): string => {
  const channel = (at: number) => {
    const share = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  };
  const luminance = 0.2126 * channel(1) + 0.7152 * channel(3) + 0.0722 * channel(5);
  return luminance > 0.18 ? '#000' : '#fff';
};

/** The user's font, colours and outline as CSS over the theme's own. */
export const ownLook = ({ font, colours, outline }: OverlaySettings): string => {
  const { text, accent, card } = colours;
  const given: readonly (readonly [string, string | null])[] = [
    ['--first-font', font === '' ? null : `"${font}",`],
    ['--text', text],
    ['--on-card', text],
    ['--fly-fill', text],
    ['--oc', colours.outline],
    ['--fly-outline-colour', colours.outline],
    ['--accent', accent],
    ['--on-accent', accent && readableOn(accent)],
    ['--card', card],
    ['--o', outline === null ? null : `${outline}em`],
    ['--fly-outline', outline === null ? null : String(outline)],
    // A theme with plates has no ring of its own; `initial` brings the common one.
    ['--letters', outline === null ? null : outline === 0 ? 'none' : 'initial'],
  ];
  const lines = given.flatMap(([name, value]) => (value === null ? [] : [`${name}: ${value};`]));
  return lines.length === 0 ? '' : `#stage { ${lines.join(' ')} }`;
};
