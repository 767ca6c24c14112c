import type { WordSettings } from '../../contract/models/word-rule.ts';
import type { Characters } from './characters.ts';
import { createCompareUnits } from './compare-units.ts';
import { createCutJudge } from './cut-words.ts';
import { findLiterals, holdsSign } from './find-literals.ts';
import { findPatterns } from './find-patterns.ts';
import { createGapJudge } from './gaps.ts';
import { createStandIns } from './look-alike-classes.ts';
import { isWanted, keepEntry, type Match, type Search, type Wanted } from './match.ts';
import { foldPlain } from './plain-text.ts';
import { createTextReader } from './read-text.ts';
import type { Entry, Shelf } from './shelf.ts';
import { createSplits } from './split-characters.ts';
import type { TextView } from './text-view.ts';
import { createVerifyWord, type Fit, type Found } from './verify-word.ts';
import type { WordSegments } from './word-segments.ts';

/** Matches in one field of one comment, on all shelves. */
export type FindMatches = (text: string, shelves: readonly Shelf[], wanted: Wanted) => Match[];

const fitOf = ({ use, rule }: Entry): Fit => {
  if (use === 'allow') return rule?.anywhere === true ? 'anywhere' : 'allowed';
  return rule?.anywhere === true ? 'anywhere' : 'word';
};

/**
 * Searches a text once as it stands, and again only where it holds something that can be read in another way: signs
 * among letters, masked letters, characters in parts.
 */
export const createFindMatches = (
  characters: Characters,
  segments: WordSegments,
  settings: WordSettings,
): FindMatches => {
  const reader = createTextReader(characters, settings.splitCharacters ? createSplits() : undefined);
  const verify = createVerifyWord(createCompareUnits(createStandIns()), {
    gaps: createGapJudge(segments, settings.maxGap),
    cuts: createCutJudge(segments),
  });

  const findWords = (search: Search, view: TextView): void => {
    const { shelf, text } = search;
    shelf.words.scan(view.runKey, view.runs, (index, endRun) => {
      const entry = shelf.entries[index];
      if (!isWanted(search, entry)) return;
      const found = verify(text, shelf.shape(index), view, endRun, fitOf(entry));
      if (found !== undefined) keepEntry(search, entry, found);
    });
  };
  const keepSecondReading = (search: Search) => (index: number, found: Found) => {
    const entry = search.shelf.entries[index];
    if (isWanted(search, entry) && entry.use !== 'allow') keepEntry(search, entry, found);
  };
  const searchWords = (search: Search): void => {
    const { text, shelf } = search;
    const view = reader.read(text, {});
    const { hasSigns, hasMasks, hasSplits, hasDigitGaps } = view;
    findWords(search, view);
    if (settings.pinyin) shelf.sounds().find(view, keepSecondReading(search));
    if (hasSigns) findWords(search, reader.read(text, { signs: true }));
    if (hasSplits) findWords(search, reader.read(text, { splits: true }));
    if (hasDigitGaps) findWords(search, reader.read(text, { digitGaps: true }));
    if (hasMasks) shelf.masks.find(text, shelf.shape, keepSecondReading(search));
  };

  return (text, shelves, wanted) => {
    const matches: Match[] = [];
    if (text === '') return matches;
    for (const shelf of shelves) {
      const search: Search = { text, shelf, wanted, matches, counts: new Map() };
      if (shelf.words.nodes > 1) searchWords(search);
      if (shelf.literals !== undefined && holdsSign(characters, shelf, text))
        findLiterals(characters, search, foldPlain(characters, text));
      if (shelf.patternSets.length > 0) findPatterns(characters, search);
    }
    return matches;
  };
};
