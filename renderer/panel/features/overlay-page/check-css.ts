export type CssCheck = 'fine' | 'braces' | 'nothing' | 'loads';

const strip = (css: string) => css.replace(/\/\*[\s\S]*?\*\//g, '').replace(/"[^"\n]*"|'[^'\n]*'/g, '""');

/** What is wrong with the user's CSS, if anything. `rules` counts what the browser understood of it. */
export const checkCss = (css: string, rules: (css: string) => number): CssCheck => {
  const plain = strip(css);
  if (plain.trim() === '') return 'fine';
  if (plain.split('{').length !== plain.split('}').length) return 'braces';
  if (/@import|@font-face|url\s*\(|image-set\s*\(/i.test(plain)) return 'loads';
  return rules(css) === 0 ? 'nothing' : 'fine';
};

export const countRules = (css: string): number => {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(css);
  return sheet.cssRules.length;
};
