import type { Hit } from '../../contract/models/verdict.ts';
import type { Doubt } from '../../contract/models/word-rule.ts';
import { confidenceOf } from './layers.ts';
import type { WordSegments } from './word-segments.ts';

const LATIN = /[\p{Script=Latin}\p{Nd}]/u;

const latinContainer = (text: string, hit: Hit): string => {
  let { start, end } = hit;
  while (start > 0 && LATIN.test(text[start - 1] ?? '')) start -= 1;
  while (end < text.length && LATIN.test(text[end] ?? '')) end += 1;
  return text.slice(start, end);
};

/** Finds out whether a hit lies inside a longer common word or across two, as innocent hits do. */
export const doubtOf = (segments: WordSegments, text: string, hit: Hit): Doubt | null => {
  const found = text.slice(hit.start, hit.end);
  if (LATIN.test(found)) {
    const container = latinContainer(text, hit);
    if (container !== found) return { kind: 'inside-longer-word', container };
  } else {
    const { start, end, words } = segments.around(text, hit.start, hit.end);
    const container = text.slice(start, end);
    if (container !== found && words === 1) return { kind: 'inside-longer-word', container };
    if (start < hit.start && end > hit.end) return { kind: 'across-words', container };
    if (container !== found) return { kind: 'cuts-a-word', container };
  }
  return confidenceOf(hit.layers) === 'low' ? { kind: 'low-confidence', container: '' } : null;
};
