import { kinds } from './character-kinds.ts';
import type { Characters } from './characters.ts';
import { isWanted, keepEntry, type Search } from './match.ts';
import type { PlainText } from './plain-text.ts';
import { foldedSign, foldPlain, layersBetween } from './plain-text.ts';
import type { Shelf } from './shelf.ts';

/** Code units of a folded text, as the keys of the literal automaton. */
export const literalKeys = (text: string): Int32Array =>
  Int32Array.from({ length: text.length }, (_, index) => text.charCodeAt(index));

/** Whether an edge of a match lies inside a Latin word or a number. */
const cutsWord = (characters: Characters, plain: string, edge: number): boolean => {
  if (edge <= 0 || edge >= plain.length) return false;
  const left = characters.glyph(plain.codePointAt(edge - 1) ?? 0).kind;
  const right = characters.glyph(plain.codePointAt(edge) ?? 0).kind;
  return left === right && (left === kinds.letter || left === kinds.digit);
};

/** Whether a text holds a sign that one of the words has. */
export const holdsSign = (characters: Characters, { literalSigns }: Shelf, text: string): boolean => {
  for (let at = 0; at < text.length; at += 1) {
    const code = text.codePointAt(at) ?? 0;
    if (code > 0xffff) at += 1;
    const glyph = characters.glyph(code);
    if (glyph.kind >= kinds.unspaced || glyph.kind <= kinds.space) continue;
    if (literalSigns.has(foldedSign(code) ?? glyph.units[0]?.fine ?? code)) return true;
  }
  return false;
};

/** Words whose signs are part of them, such as `c++` or an emoji. */
export const findLiterals = (characters: Characters, search: Search, plain: PlainText): void => {
  const { shelf, text } = search;
  shelf.literals?.scan(literalKeys(plain.text), plain.text.length, (index, last) => {
    const entry = shelf.entries[index];
    if (!isWanted(search, entry)) return;
    const from = last + 1 - foldPlain(characters, entry.word).text.length;
    const whole = !cutsWord(characters, plain.text, from) && !cutsWord(characters, plain.text, last + 1);
    if (!whole && entry.rule?.anywhere !== true) return;
    const start = plain.starts[from] ?? 0;
    const end = plain.ends[last] ?? 0;
    const asWritten = text.slice(start, end) === entry.word;
    keepEntry(search, entry, { start, end, bits: asWritten ? 0 : layersBetween(plain, from, last + 1) });
  });
};
