import type { Random } from '../random.ts';
import { wordList } from '../talk/lists.ts';
import { createNicks } from './create-nicks.ts';
import { impostorNames, type OddName, unwieldyNames } from './names-odd.ts';
import type { App, Ending, Habit, Language, Person, Style } from './person.ts';
import { createUserIds } from './user-ids.ts';

/** How many of each habit; the odd names of `names-odd.ts` come on top. */
const headCounts: readonly (readonly [Habit, number])[] = [
  ['regular', 96],
  ['lurker', 110],
  ['newcomer', 70],
  ['tapper', 40],
  ['gifter', 22],
  ['troll', 14],
  ['spammer', 12],
  ['raider', 60],
];

const endings: readonly (readonly [Ending, number])[] = [
  ['none', 30],
  ['tilde', 14],
  ['bang', 16],
  ['dots', 10],
  ['emoji', 16],
  ['kaomoji', 6],
  ['particle', 12],
];

const favourites = wordList(`
  😂 🥹 🤣 ❤️ 🔥 👏 😭 ✨ 🥰 👀 🙏 🎉 💜 🐶 🌸 😎 🫶 🤔 🍉 👍🏻
`);

const levelSpan: Readonly<Record<Habit, readonly [number, number]>> = {
  regular: [12, 48],
  lurker: [2, 30],
  newcomer: [1, 3],
  tapper: [5, 25],
  gifter: [30, 60],
  troll: [1, 8],
  spammer: [1, 2],
  raider: [1, 12],
};

const createStyle = (random: Random): Style => ({
  ending: random.pickWeighted(endings),
  endingRate: 0.25 + random.float() * 0.6,
  emoji: random.pick(favourites),
  hasty: random.chance(0.25),
});

const createApp = (random: Random): App => ({
  platform: random.pickWeighted([
    ['Android', 5],
    ['iOS', 4],
    ['web', 1],
  ]),
  foreign: random.chance(0.03),
  early: random.chance(0.3),
  late: random.chance(0.05),
});

const avatarOf = (userId: string, random: Random): string => {
  if (random.chance(0.15)) return '';
  // A few come over plain http, which the console has to refuse. The domain is reserved and leads nowhere.
  const scheme = random.chance(0.03) ? 'http' : 'https';
  return `${scheme}://avatars.example/${userId}.png`;
};

const languages: readonly (readonly [Language, number])[] = [
  ['hans', 66],
  ['hant', 10],
  ['en', 24],
];

/** Two in three keep to one room; spammers, raiders and the rest go from room to room. */
const homeOf = (habit: Habit, roomCount: number, random: Random): number | undefined =>
  habit === 'spammer' || habit === 'raider' || random.chance(1 / 3) ? undefined : random.int(roomCount);

/** The whole audience: some four hundred people, the same for the same seed. */
export const createPeople = (random: Random, roomCount: number): readonly Person[] => {
  const nextId = createUserIds(random.fork('ids'));
  const nextNick = createNicks(random.fork('nicks'));
  const create = (habit: Habit, odd?: OddName): Person => {
    const language = random.pickWeighted(languages);
    const userId = odd?.userId ?? nextId();
    return {
      userId,
      nick: odd?.nick ?? nextNick(language),
      avatar: avatarOf(userId, random),
      level: random.between(...levelSpan[habit]),
      habit,
      language,
      style: createStyle(random),
      app: createApp(random),
      home: homeOf(habit, roomCount, random),
    };
  };
  const ordinary = headCounts.flatMap(([habit, count]) => Array.from({ length: count }, () => create(habit)));
  const unwieldy = unwieldyNames.map((odd) => create(random.pick(['regular', 'newcomer', 'lurker']), odd));
  const impostors = impostorNames.map((odd) => create(random.pick(['troll', 'spammer', 'newcomer']), odd));
  return [...ordinary, ...unwieldy, ...impostors];
};
