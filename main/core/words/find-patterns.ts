import type { Characters } from './characters.ts';
import type { Search, Wanted } from './match.ts';
import { foldPlain, layersBetween, type PlainText } from './plain-text.ts';

const findIn = (search: Search, plain: PlainText | undefined, wanted: Wanted): void => {
  const searched = plain?.text ?? search.text;
  for (const index of search.shelf.patternsIn(searched)) {
    const { rule, pattern } = search.shelf.patterns[index] ?? {};
    if (rule === undefined || pattern === undefined || !wanted(rule)) continue;
    for (const { start, end } of pattern.find(searched)) {
      const place =
        plain === undefined
          ? { start, end, bits: 0 }
          : {
              start: plain.starts[start] ?? 0,
              end: plain.ends[end - 1] ?? 0,
              bits: layersBetween(plain, start, end),
            };
      search.matches.push({ ...place, rule, use: 'pattern' });
    }
  }
};

/** Patterns see the text as it stands, folded, and, where a rule asks for it, without separators. */
export const findPatterns = (characters: Characters, search: Search): void => {
  const { shelf, text, wanted } = search;
  findIn(search, undefined, wanted);
  const plain = foldPlain(characters, text);
  if (plain.text !== text) findIn(search, plain, wanted);
  if (!shelf.patterns.some(({ rule }) => rule.squeeze)) return;
  const squeezed = foldPlain(characters, text, { squeezed: true });
  if (squeezed.text !== plain.text) findIn(search, squeezed, (rule) => rule.squeeze && wanted(rule));
};
