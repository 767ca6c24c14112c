import type { Language, Person } from '../people/person.ts';
import type { Random } from '../random.ts';
import { everydayBooks, streamerNames, topicBooks } from './books.ts';
import { createFiller, type Filler } from './filler.ts';
import { inTheirManner } from './manner.ts';
import type { Moment, Mood, Phrasebook, Question, Speech, Topic } from './phrasebook.ts';
import { tidy } from './tidy.ts';

export type Line = {
  readonly text: string;
  /** What somebody may answer, as templates; empty unless the line is a question. */
  readonly answers: readonly string[];
};

/** Finds the words of one room's people. Ordinary lines do not repeat one another within the last few thousand. */
export type Talker = {
  readonly say: (person: Person, addressee: Person | undefined) => Line;
  readonly answer: (person: Person, template: string, asker: Person) => string;
  readonly greet: (person: Person) => string;
  readonly takeLeave: (person: Person) => string;
  /** What this person says of what is going on; `subject` is the giver of a gift or the winner of a draw. */
  readonly speakOf: (person: Person, mood: Mood, subject: Person | undefined) => string;
  /** A line that many repeat word for word. */
  readonly echo: (mood: Mood) => string;
  /** The next song, opponent or article. */
  readonly turn: () => void;
};

type Books = { readonly everyday: Phrasebook; readonly topic: Phrasebook; readonly fill: Filler };

const speechShares: readonly (readonly [Speech | 'question', number])[] = [
  ['reaction', 36],
  ['smalltalk', 13],
  ['praise', 8],
  ['laugh', 9],
  ['question', 8],
  ['request', 9],
  ['reply', 9],
  ['long', 1],
];

const remembered = 2500;
const attempts = 8;

/** Remembers the newest lines, so that they are not said again. */
const createMemory = () => {
  const texts = new Set<string>();
  return {
    has: (text: string) => texts.has(text),
    add: (text: string) => {
      texts.add(text);
      const [oldest] = texts.size > remembered ? texts : [];
      if (oldest !== undefined) texts.delete(oldest);
    },
  };
};

const booksOf = (random: Random, topic: Topic, language: Language): Books => {
  const everyday = everydayBooks[language];
  const own = topicBooks[topic][language];
  const lexicon = { ...everyday.lexicon, ...own.lexicon, streamer: [streamerNames[topic][language]] };
  return { everyday, topic: own, fill: createFiller(random, lexicon) };
};

const linesOf = (books: Books, speech: Speech, random: Random): readonly string[] => {
  const own = books.topic.lines[speech] ?? [];
  const everyday = books.everyday.lines[speech] ?? [];
  if (own.length === 0) return everyday;
  return everyday.length === 0 || random.chance(0.62) ? own : everyday;
};

export const createTalker = (random: Random, topic: Topic): Talker => {
  const books: Readonly<Record<Language, Books>> = {
    hans: booksOf(random, topic, 'hans'),
    hant: booksOf(random, topic, 'hant'),
    en: booksOf(random, topic, 'en'),
  };
  const memory = createMemory();
  const drawItem = (language: Language) => books[language].fill('{item}');
  const drawItems = () => ({ hans: drawItem('hans'), hant: drawItem('hant'), en: drawItem('en') });
  /** The song, the opponent or the article that everybody sees just now. */
  let now = drawItems();

  const write = (person: Person, template: string, nick = ''): string =>
    inTheirManner(
      tidy(books[person.language].fill(template, { now: now[person.language], nick })),
      person,
      random,
    );

  /** Says something new if it can; when all attempts are old, the last one is said again, as people do. */
  const sayNew = (propose: () => Line): Line => {
    let line = propose();
    for (let attempt = 1; attempt < attempts && memory.has(line.text); attempt += 1) line = propose();
    memory.add(line.text);
    return line;
  };

  const propose = (person: Person, addressee: Person | undefined): Line => {
    const own = books[person.language];
    const speech = random.pickWeighted(speechShares);
    if (speech === 'question') {
      const questions: readonly Question[] = [...own.everyday.questions, ...own.topic.questions];
      const [ask, ...answers] = random.pick(questions);
      return { text: write(person, ask), answers };
    }
    const kind = speech === 'reply' && addressee === undefined ? 'reaction' : speech;
    const lines = linesOf(own, kind, random);
    const template = random.pick(lines.length > 0 ? lines : linesOf(own, 'reaction', random));
    return { text: write(person, template, addressee?.nick), answers: [] };
  };

  const sayKind = (person: Person, speech: Speech): string =>
    sayNew(() => {
      const template = random.pick(linesOf(books[person.language], speech, random));
      return { text: write(person, template), answers: [] };
    }).text;

  const momentOf = (language: Language, mood: Mood): Moment | undefined => {
    const { topic: own, everyday } = books[language];
    return [...own.moments, ...everyday.moments].find((moment) => moment.mood === mood);
  };

  return {
    say: (person, addressee) => sayNew(() => propose(person, addressee)),
    answer: (person, template, asker) => {
      const text = write(person, template, asker.nick);
      return random.chance(0.6) ? `@${asker.nick} ${text}` : text;
    },
    greet: (person) => sayKind(person, 'greeting'),
    takeLeave: (person) => sayKind(person, 'goodbye'),
    speakOf: (person, mood, subject) => {
      const lines =
        momentOf(person.language, mood)?.lines ?? linesOf(books[person.language], 'reaction', random);
      return sayNew(() => ({ text: write(person, random.pick(lines), subject?.nick ?? ''), answers: [] }))
        .text;
    },
    echo: (mood) => {
      const moment = momentOf(random.chance(0.75) ? 'hans' : 'en', mood) ?? momentOf('hans', mood);
      return random.pick(moment?.echo ?? ['666']);
    },
    turn: () => {
      now = drawItems();
    },
  };
};
