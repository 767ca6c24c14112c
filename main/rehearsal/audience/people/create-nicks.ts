import type { Random } from '../random.ts';
import { chineseNicks, chineseParts, hantNicks } from './names-chinese.ts';
import { englishNicks, englishParts } from './names-english.ts';
import type { Language } from './person.ts';

const chineseMade = (random: Random): string => {
  const { adjectives, nouns, surnames, given, tails, cities } = chineseParts;
  const tail = random.pick(tails).replace('{city}', random.pick(cities));
  const shape = random.int(6);
  if (shape === 0) return random.pick(surnames) + random.pick(given);
  if (shape === 1) return `${random.pick(['阿', '小', '老'])}${random.pick(surnames)}${tail}`;
  if (shape === 2) return `用户${random.between(1_000_000, 9_999_999)}`;
  if (shape === 3) return `${random.pick(cities)}${random.pick(nouns)}${tail}`;
  if (shape === 4)
    return `${random.pick(nouns)}${random.pick(['🌙', '🍋', '🌊', '🐱', '☁️', '🍓', '⭐', '🔥'])}`;
  return `${random.pick(adjectives)}的${random.pick(nouns)}${tail}`;
};

const englishMade = (random: Random): string => {
  const { adjectives, nouns, given, surnames } = englishParts;
  const shape = random.int(10);
  if (shape < 2) return `${random.pick(given)}.${random.pick(surnames)}`;
  if (shape === 2) return `xX_${random.pick(adjectives)}${random.pick(nouns)}_Xx`;
  if (shape < 5) return `${random.pick(given)}${random.between(1, 2012)}`;
  if (shape < 7) return `${random.pick(adjectives).toLowerCase()} ${random.pick(nouns).toLowerCase()}`;
  return `${random.pick(adjectives)}${random.pick(nouns)}${random.chance(0.5) ? random.between(2, 99) : ''}`;
};

/** Draws a nickname that nobody has yet: first the hand-made ones, then made-up ones. */
export const createNicks = (random: Random): ((language: Language) => string) => {
  const given = new Set<string>();
  const waiting = { hans: [...chineseNicks], hant: [...hantNicks], en: [...englishNicks] };
  const draw = (language: Language): string => {
    const list = waiting[language];
    const [own] = list.length > 0 && random.chance(0.6) ? list.splice(random.int(list.length), 1) : [];
    return own ?? (language === 'en' ? englishMade(random) : chineseMade(random));
  };
  return (language) => {
    for (;;) {
      const nick = draw(language);
      if (given.has(nick)) continue;
      given.add(nick);
      return nick;
    }
  };
};
