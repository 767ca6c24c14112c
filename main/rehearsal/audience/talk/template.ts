/** Word lists by name; a word may be a template itself. */
export type Lexicon = Readonly<Record<string, readonly string[]>>;

export type TemplatePart =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'word'; readonly name: string }
  | { readonly kind: 'number'; readonly low: number; readonly high: number }
  | { readonly kind: 'repeat'; readonly unit: string; readonly low: number; readonly high: number }
  | { readonly kind: 'choice'; readonly options: readonly (readonly TemplatePart[])[] };

const numberForm = /^#(\d+)-(\d+)$/u;
const repeatForm = /^(.+)\*(\d+)-(\d+)$/su;
const wordForm = /^[a-zA-Z]+$/u;

const readText = (text: string): TemplatePart => {
  const repeat = repeatForm.exec(text);
  if (repeat === null) return { kind: 'text', text };
  return { kind: 'repeat', unit: repeat[1] ?? '', low: Number(repeat[2]), high: Number(repeat[3]) };
};

const readSlot = (slot: string): TemplatePart => {
  const number = numberForm.exec(slot);
  if (number !== null) return { kind: 'number', low: Number(number[1]), high: Number(number[2]) };
  if (wordForm.test(slot)) return { kind: 'word', name: slot };
  const part = readText(slot);
  if (part.kind === 'repeat') return part;
  throw new Error(`the audience cannot read the slot {${slot}}`);
};

/** Cuts at `cutter` wherever it stands outside of inner braces. */
const splitOutside = (text: string, cutter: string): string[] => {
  const pieces = [''];
  let depth = 0;
  for (const character of text) {
    if (character === '{') depth += 1;
    if (character === '}') depth -= 1;
    if (character === cutter && depth === 0) pieces.push('');
    else pieces[pieces.length - 1] += character;
  }
  return pieces;
};

const closingBrace = (text: string, from: number): number => {
  let depth = 0;
  for (let at = from; at < text.length; at += 1) {
    if (text[at] === '{') depth += 1;
    if (text[at] === '}') depth -= 1;
    if (depth === 0) return at;
  }
  throw new Error(`a brace is not closed in "${text}"`);
};

const readBraces = (slot: string): TemplatePart => {
  const options = splitOutside(slot, '|');
  return options.length === 1 ? readSlot(slot) : { kind: 'choice', options: options.map(readTemplate) };
};

/**
 * Reads a template: `{song}` a word of that list, `{a|b|}` one of these (they may hold braces again), `{#3-9}` a
 * number, `{哈*3-20}` that many of one thing; `哈*3-20` also as one of several.
 */
export const readTemplate = (template: string): readonly TemplatePart[] => {
  if (!template.includes('{')) return [readText(template)];
  const parts: TemplatePart[] = [];
  let at = 0;
  while (at < template.length) {
    const open = template.indexOf('{', at);
    if (open === -1) break;
    const close = closingBrace(template, open);
    if (open > at) parts.push({ kind: 'text', text: template.slice(at, open) });
    parts.push(readBraces(template.slice(open + 1, close)));
    at = close + 1;
  }
  if (at < template.length) parts.push({ kind: 'text', text: template.slice(at) });
  return parts;
};
