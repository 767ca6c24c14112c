import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { evasions } from '../../../main/rehearsal/audience/mischief/evasion.ts';
import { createMischiefMaker } from '../../../main/rehearsal/audience/mischief/mischief-maker.ts';
import { createPeople } from '../../../main/rehearsal/audience/people/create-people.ts';
import type { Person } from '../../../main/rehearsal/audience/people/person.ts';
import { createRandom } from '../../../main/rehearsal/audience/random.ts';
import { everydayBooks, topicBooks } from '../../../main/rehearsal/audience/talk/books.ts';
import { createFiller } from '../../../main/rehearsal/audience/talk/filler.ts';
import { moodsOf } from '../../../main/rehearsal/audience/talk/phrasebook.ts';
import { createTalker } from '../../../main/rehearsal/audience/talk/talker.ts';

const languages = ['hans', 'hant', 'en'] as const;
const topics = ['song', 'game', 'shop'] as const;
const peopleOf = (seed: number): readonly Person[] => createPeople(createRandom(seed), 3);

describe('what people say', () => {
  test('repeats itself in less than 3 % of 2 000 lines, besides deliberate repetition', () => {
    for (const topic of topics) {
      const random = createRandom(17);
      const people = peopleOf(17);
      const talker = createTalker(random, topic);
      const texts = Array.from(
        { length: 2000 },
        () => talker.say(random.pick(people), random.pick(people)).text,
      );
      expect(1 - new Set(texts).size / texts.length).toBeLessThan(0.03);
    }
  });

  test('is short for the most part, with some long and very long lines', () => {
    const random = createRandom(23);
    const people = peopleOf(23);
    const talker = createTalker(random, 'song');
    const lengths = Array.from(
      { length: 2000 },
      () => [...talker.say(random.pick(people), undefined).text].length,
    );
    const sorted = lengths.sort((left, right) => left - right);
    expect(sorted[1000]).toBeLessThan(30);
    expect(sorted[1999]).toBeGreaterThan(100);
    expect(sorted[0]).toBeGreaterThan(0);
  });

  test('asks questions that others can answer, often by name', () => {
    const random = createRandom(31);
    const people = peopleOf(31).filter(({ language }) => language === 'hans');
    const talker = createTalker(random, 'game');
    const named = Array.from({ length: 2000 }, () => {
      const [asker, other] = [random.pick(people), random.pick(people)];
      const { answers } = talker.say(asker, other);
      return answers.length > 0
        ? talker.answer(other, random.pick(answers), asker).startsWith(`@${asker.nick} `)
        : undefined;
    }).filter((each) => each !== undefined);
    expect(named.length).toBeGreaterThan(50);
    expect(named.filter(Boolean).length / named.length).toBeGreaterThan(0.4);
  });

  test.each(topics)('has words for everything that may happen in a %s room', (topic) => {
    const random = createRandom(3);
    const people = peopleOf(3);
    const talker = createTalker(random, topic);
    for (const mood of [...moodsOf[topic], 'gift' as const]) {
      expect(talker.echo(mood)).not.toBe('');
      for (const person of people) expect(talker.speakOf(person, mood, people[0])).not.toBe('');
    }
  });

  test.each(languages)('fills every template of the %s books, leaving no brace', (language) => {
    for (const topic of topics) {
      const [everyday, own] = [everydayBooks[language], topicBooks[topic][language]];
      const fill = createFiller(createRandom(1), { ...everyday.lexicon, ...own.lexicon, streamer: ['X'] });
      for (const book of [everyday, own]) {
        const lines = [
          ...Object.values(book.lines).flat(),
          ...book.questions.flat(),
          ...book.moments.flatMap((each) => each.lines),
        ];
        for (const template of lines) {
          for (let time = 0; time < 12; time += 1) {
            expect(fill(template, { now: 'NOW', nick: 'NICK' })).not.toMatch(/[{}|]|\*\d+-\d+/);
          }
        }
      }
    }
  });
});

describe('a template', () => {
  test('chooses, repeats, counts and nests', () => {
    const fill = createFiller(createRandom(5), { food: ['{a|b}'], bad: ['{bad}'] });
    for (let time = 0; time < 50; time += 1) {
      expect(fill('{x|{food}}-{#2-4}-{哈*2-3}')).toMatch(/^[xab]-[2-4]-哈{2,3}$/);
    }
    expect(fill('{nick}', { nick: '{not|a template}' })).toBe('{not|a template}');
  });

  test('with an unknown word, an open brace or an endless circle is a clear error', () => {
    const fill = createFiller(createRandom(5), { round: ['{round}'] });
    expect(() => fill('{nothing}')).toThrow('no words for {nothing}');
    expect(() => fill('{a|b')).toThrow('a brace is not closed');
    expect(() => fill('{round}')).toThrow('circle');
    expect(() => fill('{#3}')).toThrow('cannot read the slot');
  });
});

describe('a forbidden word', () => {
  const written = (name: string, word: string) =>
    evasions.find((way) => way.name === name)?.write(word, createRandom(2));

  test('is written in all the ways round a word list', () => {
    expect(written('full-width', 'idiot')).toBe('ｉｄｉｏｔ');
    expect(written('digits', 'idiot')).toBe('1d107');
    expect(written('homoglyphs', 'idiot')).toBe('іԁіоt');
    expect(written('traditional', '骗子')).toBe('騙子');
    expect(written('initials', '垃圾主播')).toBe('ljzb');
    expect(written('pinyin', '垃圾')).toMatch(/^la ?ji$/);
    expect(written('spaced', '垃圾')).toMatch(/^垃\s+圾$/);
    expect(written('zero-width', '垃圾')?.replace(/[\u200b\u200c\u2060\ufeff\u00ad]/g, '')).toBe('垃圾');
    expect(written('zero-width', '垃圾')).not.toBe('垃圾');
  });

  test('comes in many ways in what trolls and spammers say, and walls of text stay below the size limit', () => {
    fc.assert(
      fc.property(fc.integer(), (seed) => {
        const random = createRandom(seed);
        const [person] = peopleOf(1).filter(({ language }) => language === 'hans');
        if (person === undefined) throw new Error('nobody writes Chinese');
        const words = createMischiefMaker(random);
        const insults = Array.from({ length: 60 }, () => words.insult(person));
        expect(new Set(insults).size).toBeGreaterThan(45);
        for (const text of [
          ...insults,
          words.advert(),
          words.flood(),
          words.wall(),
          words.raidLine('hostile'),
        ]) {
          expect(text.length).toBeGreaterThan(0);
          expect(Buffer.byteLength(text)).toBeLessThan(8 * 1024);
        }
      }),
      { numRuns: 30 },
    );
  });
});
