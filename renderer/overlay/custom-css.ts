/** Names that load something, in any function form; checked on the text as the browser itself wrote it out. */
const loads = /url\s*\(|image-set\s*\(|image\s*\(|src\s*\(|cross-fade\s*\(|element\s*\(|\\/i;

const cleanDeclarations = (style: CSSStyleDeclaration): void => {
  for (const name of [...style]) {
    if (loads.test(style.getPropertyValue(name))) style.removeProperty(name);
  }
};

type RuleList = { readonly cssRules: CSSRuleList; readonly deleteRule: (index: number) => void };

const cleanRules = (list: RuleList): void => {
  for (let index = list.cssRules.length - 1; index >= 0; index -= 1) {
    const rule = list.cssRules[index];
    if (rule instanceof CSSKeyframesRule) {
      for (const frame of rule.cssRules) if (frame instanceof CSSKeyframeRule) cleanDeclarations(frame.style);
    } else if (rule instanceof CSSStyleRule) {
      cleanDeclarations(rule.style);
      if ('cssRules' in rule) cleanRules(rule as unknown as RuleList);
    } else if (rule instanceof CSSMediaRule || rule instanceof CSSSupportsRule) {
      cleanRules(rule);
    } else {
      list.deleteRule(index);
    }
  }
};

/**
 * The user's own CSS, read by the browser and then stripped of everything that could fetch: imports, fonts, addresses.
 * (The page's content policy would stop the fetch as well.) Broken CSS loses its broken parts, as everywhere.
 */
export const applyCustomCss = (ownLook: string, css: string): void => {
  const look = new CSSStyleSheet();
  look.replaceSync(ownLook);
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(css);
  cleanRules(sheet);
  document.adoptedStyleSheets = [look, sheet];
};
