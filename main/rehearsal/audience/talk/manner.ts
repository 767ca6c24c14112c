import type { Ending, Language, Person } from '../people/person.ts';
import type { Random } from '../random.ts';
import { wordList } from './lists.ts';

const kaomoji = wordList(`
  (≧▽≦) _(:з」∠)_ (｡･ω･｡) (╯°□°）╯ QAQ (ಥ_ಥ) ٩(๑❛ᴗ❛๑)۶ ←_← owo (づ｡◕‿‿◕｡)づ TvT ヽ(✿ﾟ▽ﾟ)ノ
`);

const particles: Readonly<Record<Language, readonly string[]>> = {
  hans: ['呢', '啦', '哈', '嘛', '捏', '（狗头）', '[doge]', '哟', '欸'],
  hant: ['喔', '啦', '欸', '耶', '啊', '捏'],
  en: [' tho', ' fr', ' ngl', ' :)', ' haha', ' :D', ' tbh', ' ;)'],
};

const endingText = (ending: Ending, person: Person, random: Random): string => {
  switch (ending) {
    case 'none':
      return '';
    case 'tilde':
      return '～'.repeat(random.between(1, 3));
    case 'bang':
      return (person.language === 'en' ? '!' : '！').repeat(random.between(1, 4));
    case 'dots':
      return person.language === 'en' ? '...' : '。'.repeat(random.between(1, 4));
    case 'emoji':
      return person.style.emoji.repeat(random.between(1, 3));
    case 'kaomoji':
      return random.pick(kaomoji);
    case 'particle':
      return random.pick(particles[person.language]);
  }
};

const swapTwo = (text: string, random: Random): string => {
  const at = random.int(Math.max(1, text.length - 1));
  const [first, second] = [text[at], text[at + 1]];
  const letters = /^[a-z]$/;
  if (first === undefined || second === undefined || !letters.test(first) || !letters.test(second))
    return text;
  return text.slice(0, at) + second + first + text.slice(at + 2);
};

const inHaste = (text: string, person: Person, random: Random): string => {
  if (person.language !== 'en') return text.replace(/[，、]/g, ' ');
  const plain = text.toLowerCase().replace(/['’]/g, '');
  return random.chance(0.15) ? swapTwo(plain, random) : plain;
};

/** Puts a line the way this person writes. */
export const inTheirManner = (text: string, person: Person, random: Random): string => {
  const { style } = person;
  const body = style.hasty && !text.startsWith('@') ? inHaste(text, person, random) : text;
  if (!random.chance(style.endingRate)) return body;
  const ending = endingText(style.ending, person, random);
  const isQuestion = /[?？吗嗎呢]$/u.test(body);
  const keepsSign = style.ending === 'emoji' || style.ending === 'kaomoji';
  if (isQuestion && !keepsSign) return body;
  // "！！！😂" is natural, "！。。" is not.
  return (keepsSign ? body : body.replace(/[～!！。.]+$/u, '')) + ending;
};
