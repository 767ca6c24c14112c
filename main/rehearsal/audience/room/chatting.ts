import type { Person } from '../people/person.ts';
import type { Random } from '../random.ts';
import type { Talker } from '../talk/talker.ts';
import type { Agenda } from './agenda.ts';
import type { Broadcast, Happening } from './broadcast.ts';
import type { Crowd } from './crowd.ts';
import type { PersonalDeed } from './deed.ts';
import { habitShares } from './habit-shares.ts';
import type { RoomScene } from './room-scene.ts';

/** Talk: about what happens, about anything else, and with one another. */
type Chatting = {
  readonly deed: (nowMs: number) => PersonalDeed | undefined;
  /** When no talkative person is left, whoever is there says something. */
  readonly anyone: (nowMs: number) => PersonalDeed | undefined;
};

type ChattingDeps = {
  readonly random: Random;
  readonly crowd: Crowd;
  readonly agenda: Agenda;
  readonly talker: Talker;
  readonly broadcast: Broadcast;
  readonly scene: RoomScene;
};

const stickers = ['smile', 'clap', 'heart', 'cry', 'thumb', 'cool', 'sleep', 'rose'];
const recentSpeakers = 12;

export const createChatting = (deps: ChattingDeps): Chatting => {
  const { random, crowd, agenda, talker, broadcast, scene } = deps;
  const recent: Person[] = [];
  let echo = '';

  const spoken = (person: Person, text: string): PersonalDeed => {
    recent.push(person);
    if (recent.length > recentSpeakers) recent.shift();
    return { person, deed: { kind: random.chance(scene.danmakuRate) ? 'danmaku' : 'comment', text } };
  };

  const addresseeFor = (person: Person): Person | undefined => {
    const others = recent.filter((other) => other !== person && other.nick.trim() !== '');
    return others.length === 0 ? undefined : random.pick(others);
  };

  const expectAnswers = (asker: Person, answers: readonly string[], nowMs: number) => {
    const count = random.pickWeighted([
      [0, 2],
      [1, 5],
      [2, 2],
    ]);
    for (let made = 0; made < count; made += 1) {
      const person = crowd.drawPresent(habitShares.chat);
      // Answers are written in the asker's language; another does not know what was asked.
      if (person === undefined || person === asker || person.language !== asker.language) continue;
      const text = talker.answer(person, random.pick(answers), asker);
      const notBeforeMs = nowMs + random.between(2_000, 9_000);
      agenda.add({ deeds: [{ person, deed: { kind: 'comment', text } }], pull: 0.25, notBeforeMs });
    }
  };

  const ordinary = (person: Person, nowMs: number): PersonalDeed => {
    const line = talker.say(person, addresseeFor(person));
    if (line.answers.length > 0) expectAnswers(person, line.answers, nowMs);
    return spoken(person, line.text);
  };

  const aboutIt = (person: Person, { mood, subject }: Happening): PersonalDeed =>
    spoken(person, random.chance(0.28) ? echo : talker.speakOf(person, mood, subject));

  const talk = (person: Person, nowMs: number): PersonalDeed => {
    if (random.chance(0.02)) {
      const index = random.int(stickers.length);
      return { person, deed: { kind: 'sticker', index, name: stickers[index] ?? 'smile' } };
    }
    const news = broadcast.at(nowMs);
    if (news === undefined) return ordinary(person, nowMs);
    if (news.began) {
      echo = talker.echo(news.happening.mood);
      if (news.happening.mood !== 'gift' && random.chance(0.6)) talker.turn();
    }
    return random.chance(0.6) ? aboutIt(person, news.happening) : ordinary(person, nowMs);
  };

  const by = (person: Person | undefined, nowMs: number) =>
    person === undefined ? undefined : talk(person, nowMs);
  return {
    deed: (nowMs) => by(crowd.drawPresent(habitShares.chat), nowMs),
    anyone: (nowMs) => by(crowd.drawPresent(habitShares.anyone), nowMs),
  };
};
