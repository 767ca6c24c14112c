import type { Random } from '../random.ts';
import { type Lexicon, readTemplate, type TemplatePart } from './template.ts';

/** Words that hold for one line only, such as the nickname of the one who is answered; taken as they are. */
type LocalWords = Readonly<Record<string, string>>;

export type Filler = (template: string, local?: LocalWords) => string;

const deepest = 8;

/** Fills templates from one lexicon. Each template is read once. */
export const createFiller = (random: Random, lexicon: Lexicon): Filler => {
  const known = new Map<string, readonly TemplatePart[]>();

  const partsOf = (template: string): readonly TemplatePart[] => {
    const parts = known.get(template) ?? readTemplate(template);
    known.set(template, parts);
    return parts;
  };

  const fillWord = (name: string, local: LocalWords, depth: number): string => {
    const own = local[name];
    if (own !== undefined) return own;
    const words = lexicon[name];
    if (words === undefined) throw new Error(`the audience has no words for {${name}}`);
    return fillParts(partsOf(random.pick(words)), local, depth + 1);
  };

  const fillPart = (part: TemplatePart, local: LocalWords, depth: number): string => {
    switch (part.kind) {
      case 'text':
        return part.text;
      case 'word':
        return fillWord(part.name, local, depth);
      case 'number':
        return String(random.between(part.low, part.high));
      case 'repeat':
        return part.unit.repeat(random.between(part.low, part.high));
      case 'choice':
        return fillParts(random.pick(part.options), local, depth + 1);
    }
  };

  const fillParts = (parts: readonly TemplatePart[], local: LocalWords, depth: number): string => {
    if (depth > deepest) throw new Error('the words of the audience go round in a circle');
    return parts.map((part) => fillPart(part, local, depth)).join('');
  };

  return (template, local = {}) => fillParts(partsOf(template), local, 0);
};
