import { Mint } from 'mint-filter';
import AhoCorasick from 'modern-ahocorasick';
import { englishRecommendedTransformers, parseRawPattern, RegExpMatcher } from 'obscenity';
import { SensitiveWordTool } from 'sensitive-word-tool';

/** One way to look for words: how many hits a comment has. */
export type Contestant = {
  readonly name: string;
  readonly build: (words: readonly string[]) => (line: string) => number;
};

/** Matchers that take a whole dictionary. */
export const dictionaries: readonly Contestant[] = [
  {
    name: 'modern-ahocorasick',
    build: (list) => {
      const matcher = new AhoCorasick([...list]);
      return (line) => matcher.search(line).length;
    },
  },
  {
    name: 'mint-filter',
    build: (list) => {
      const filter = new Mint([...list]);
      return (line) => filter.filter(line, { replace: false }).words.length;
    },
  },
  {
    name: 'sensitive-word-tool',
    build: (list) => {
      const matcher = new SensitiveWordTool({ wordList: [...list] });
      return (line) => matcher.match(line).length;
    },
  },
];

/** Made for short English lists: every word is tried on every comment. */
export const obscenity: Contestant = {
  name: 'obscenity',
  build: (list) => {
    const escaped = list.map((word) => word.replaceAll(/[\\[\]?|]/g, '\\$&'));
    const blacklistedTerms = escaped.map((word, id) => ({
      id,
      pattern: parseRawPattern(/^[a-z ]+$/i.test(word) ? `|${word}|` : word),
    }));
    const matcher = new RegExpMatcher({ blacklistedTerms, ...englishRecommendedTransformers });
    return (line) => matcher.getAllMatches(line).length;
  },
};
