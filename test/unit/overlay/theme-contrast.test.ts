import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { overlayThemes } from '../../../main/contract/models/overlay.ts';

const styles = resolve(import.meta.dirname, '../../../renderer/overlay/styles');
const colour = /--([a-z0-9-]+):\s*(#[0-9a-f]{3,6}|none)\s*;/g;
/** The colours of the rule that begins with `selector`. */
const coloursIn = (file: string, selector: string): [string, string][] => {
  const css = readFileSync(resolve(styles, file), 'utf8');
  const from = css.indexOf(`${selector} {`);
  const rule = css.slice(from, css.indexOf('}', from));
  return [...rule.matchAll(colour)].map(([, name = '', value = '']) => [name, value]);
};

/** Relative luminance of WCAG 2. */
const luminance = (hex: string): number => {
  const full = hex.length === 4 ? hex.replace(/[0-9a-f]/g, (digit) => digit + digit) : hex;
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => {
    const share = Number.parseInt(full.slice(at, at + 2), 16) / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
};
const contrast = (one: string, other: string): number => {
  const [dark = 0, light = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
};

/** Bold letters of 24 px and more are large in the sense of WCAG 2; names and counts are. */
const LARGE = 3;
const TEXT = 4.5;

describe.each(overlayThemes)('the theme %s over any picture', (theme) => {
  const own = Object.fromEntries([
    ...coloursIn('base.css', ':where(#stage)'),
    ...coloursIn(`themes/${theme}.css`, `.theme-${theme}`),
  ]);
  const of = (name: string) => own[name] ?? '#000000';
  const plated = own.letters === 'none';
  /** What stands right around the letters, whatever lies behind: their plate, or their outline. */
  const around = plated ? of('card') : of('oc');
  const hues = Array.from({ length: 12 }, (_, hue) => of(`hue-${hue}`));

  it('has words, names and counts that stand out from what is around them', () => {
    expect(contrast(of('text'), around)).toBeGreaterThanOrEqual(TEXT);
    expect(contrast(of('on-card'), of('card'))).toBeGreaterThanOrEqual(TEXT);
    expect(contrast(of('on-accent'), of('accent'))).toBeGreaterThanOrEqual(TEXT);
    expect(contrast(of('accent'), of('card'))).toBeGreaterThanOrEqual(LARGE);
    for (const hue of hues) {
      expect(contrast(hue, around)).toBeGreaterThanOrEqual(LARGE);
      expect(contrast(hue, of('card'))).toBeGreaterThanOrEqual(LARGE);
    }
  });

  it('has flying words that stand out from their plate or outline', () => {
    const fill = own['fly-fill'] ?? '#ffffff';
    // A plate of its own is `var(--card)` wherever a theme has one.
    const outlined = own['fly-outline-colour'] !== undefined || !plated;
    const edge = outlined ? (own['fly-outline-colour'] ?? '#000000') : of('card');
    expect(contrast(fill, edge)).toBeGreaterThanOrEqual(TEXT);
    expect(contrast(of('accent'), edge)).toBeGreaterThanOrEqual(LARGE);
  });
});
