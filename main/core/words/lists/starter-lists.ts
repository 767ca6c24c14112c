import type { Localized } from '../../../contract/app-error.ts';
import { type StarterId, starterNames } from '../../../contract/models/starter-names.ts';
import { type RuleGroup, type WordRule, wordRuleSchema } from '../../../contract/models/word-rule.ts';
import { chineseStarters } from './starter-chinese.ts';
import { contactPatterns } from './starter-contacts.ts';
import { englishStarters } from './starter-english.ts';

/** A pattern and what it is called on screen. */
export type StarterPattern = {
  readonly note: string;
  readonly text: string;
  readonly squeeze: boolean;
  readonly where?: WordRule['where'];
};

export type StarterSource = {
  readonly id: StarterId;
  readonly level: WordRule['level'];
  readonly words: string;
  readonly patterns?: readonly StarterPattern[];
};

/** A bundled list: a group that is off until chosen, and its rules. IDs are the same in every installation. */
export type StarterList = {
  readonly group: RuleGroup;
  readonly name: Localized;
  readonly rules: readonly WordRule[];
};

/** Two digits that differ, besides the 23 of laughter ("233333"). */
const DIFFER = '(?:0[1-9]|1[02-9]|2[014-9]|3[0-24-9]|4[0-35-9]|5[0-46-9]|6[0-57-9]|7[0-689]|8[0-79]|9[0-8])';

/** Five digits or more that are not one digit again and again, with which rooms cheer ("666666"). */
const LONG_NUMBER = [0, 1, 2, 3].map((before) => `\\d{${before},}${DIFFER}\\d{${3 - before},}`).join('|');

/**
 * What panic adds while it lasts: every link, every longer number, every address, whoever sends it. Of nicknames only
 * those that say where to go: many are just a number that the app gave out, or have a dot.
 */
const strictStarter: StarterSource = {
  id: 'strict',
  level: 'hold',
  words: '',
  patterns: [
    { note: '数字串 long number', text: LONG_NUMBER, squeeze: true, where: 'text' },
    { note: '域名 web address', text: '[a-z0-9-]+\\.[a-z]{2,6}(?:\\b|/)', squeeze: false, where: 'text' },
    { note: '号码 contact number', text: '[a-z]{1,4}[-_]?\\d{4,}', squeeze: true, where: 'text' },
    { note: '@ 账号 handle', text: '@[a-z0-9_.]{3,}', squeeze: false },
    ...contactPatterns.map(
      (one): StarterPattern => ({ ...one, note: `昵称 nickname: ${one.note}`, where: 'nick' }),
    ),
  ],
};

const unspace = (word: string): string => word.replaceAll('_', ' ');

const splitWords = (part: string | undefined): string[] =>
  (part ?? '').split(' ').filter(Boolean).map(unspace);

const ruleOf = (source: StarterSource, line: string): WordRule => {
  const [forms = '', harmless] = line.split('!');
  const [word = '', others] = forms.split('=');
  return wordRuleSchema.parse({
    id: `starter.${source.id}.${word}`,
    kind: 'word',
    text: unspace(word),
    also: splitWords(others),
    level: source.level,
    groupId: `starter.${source.id}`,
    except: { words: splitWords(harmless) },
  });
};

const patternOf = (source: StarterSource, pattern: StarterPattern): WordRule =>
  wordRuleSchema.parse({
    id: `starter.${source.id}.pattern.${pattern.note}`,
    kind: 'pattern',
    level: source.level,
    groupId: `starter.${source.id}`,
    ...pattern,
  });

const listOf = (source: StarterSource): StarterList => ({
  group: {
    id: `starter.${source.id}`,
    name: starterNames[source.id].en,
    on: false,
    strict: source.id === strictStarter.id,
  },
  name: starterNames[source.id],
  rules: [
    ...source.words
      .split('\n')
      .filter(Boolean)
      .map((line) => ruleOf(source, line)),
    ...(source.patterns ?? []).map((pattern) => patternOf(source, pattern)),
  ],
});

/** The bundled lists in Chinese and English, and the strict group. */
export const starterLists = (): StarterList[] =>
  [...chineseStarters, ...englishStarters, strictStarter].map(listOf);
