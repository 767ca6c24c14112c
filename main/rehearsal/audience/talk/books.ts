import type { Language } from '../people/person.ts';
import { chineseEveryday } from './chinese-everyday.ts';
import { chineseGame } from './chinese-game.ts';
import { chineseShop } from './chinese-shop.ts';
import { chineseSong } from './chinese-song.ts';
import { englishEveryday } from './english-everyday.ts';
import { englishGame } from './english-game.ts';
import { englishShop } from './english-shop.ts';
import { englishSong } from './english-song.ts';
import type { Phrasebook, Topic } from './phrasebook.ts';
import { traditionalEveryday } from './traditional-everyday.ts';

export const everydayBooks: Readonly<Record<Language, Phrasebook>> = {
  hans: chineseEveryday,
  hant: traditionalEveryday,
  en: englishEveryday,
};

const none: Phrasebook = { lexicon: {}, lines: {}, questions: [], moments: [] };

export const topicBooks: Readonly<Record<Topic, Readonly<Record<Language, Phrasebook>>>> = {
  song: { hans: chineseSong, hant: none, en: englishSong },
  game: { hans: chineseGame, hant: none, en: englishGame },
  shop: { hans: chineseShop, hant: none, en: englishShop },
};

/** The broadcaster of a room, as its viewers call them. */
export const streamerNames: Readonly<Record<Topic, Readonly<Record<Language, string>>>> = {
  song: { hans: '阿柠', hant: '阿檸', en: 'Lemon' },
  game: { hans: '老K', hant: '老K', en: 'Kay' },
  shop: { hans: '小满', hant: '小滿', en: 'Mandy' },
};
