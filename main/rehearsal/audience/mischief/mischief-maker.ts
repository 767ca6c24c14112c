import type { Person } from '../people/person.ts';
import type { Random } from '../random.ts';
import { createFiller } from '../talk/filler.ts';
import { advertLines, advertWords, floodLines, raidLines } from './adverts.ts';
import { evade } from './evasion.ts';
import { dirtyWords, insultLines } from './insults.ts';

export type RaidMood = keyof typeof raidLines;

/** Finds the words of spammers, trolls and raiders. */
export type MischiefMaker = {
  readonly advert: () => string;
  readonly insult: (person: Person) => string;
  /** One line, meant to be repeated by one person. */
  readonly flood: () => string;
  /** Endless pasted text; still below the size limit of a message. */
  readonly wall: () => string;
  readonly raidLine: (mood: RaidMood) => string;
};

const bricks = [
  '复制粘贴 ',
  '█▓▒░ ',
  '( ͡° ͜ʖ ͡°) ',
  '哈',
  'WALL ',
  '🧱',
  '顶顶顶',
  'y',
  '　。',
  '\u0e01\u0e49\u0e49\u0e49\u0e49 ',
];

export const createMischiefMaker = (random: Random): MischiefMaker => {
  const fill = createFiller(random, advertWords);
  return {
    advert: () => {
      const [line, dirty] = random.pick(advertLines);
      return fill(line, { dirty: evade(dirty, random) });
    },
    insult: (person) => {
      const tongue = person.language === 'en' ? 'english' : 'chinese';
      const dirty = evade(random.pick(dirtyWords[tongue]), random);
      return fill(random.pick(insultLines[tongue]), { dirty });
    },
    flood: () => fill(random.pick(floodLines)),
    wall: () => {
      const brick = random.pick(bricks);
      return brick.repeat(Math.floor(random.between(200, 2000) / brick.length));
    },
    raidLine: (mood) => fill(random.pick(raidLines[mood])),
  };
};
