import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createAudience } from '../../../main/rehearsal/audience/audience.ts';

const people = createAudience({ seed: 1, roomIds: ['a', 'b', 'c'] }).people;
const nicks = people.map(({ nick }) => nick);

describe('the people of the audience', () => {
  test('are some hundreds, each with an ID of at most 32 bytes of safe characters and of their own, whatever the seed', () => {
    fc.assert(
      fc.property(fc.integer(), fc.nat(30), (seed, roomCount) => {
        const roomIds = Array.from({ length: roomCount }, (_, index) => `room${index}`);
        const ids = createAudience({ seed, roomIds }).people.map(({ userId }) => userId);
        expect(ids.length).toBeGreaterThanOrEqual(300);
        expect(new Set(ids).size).toBe(ids.length);
        expect(ids.filter((userId) => !/^[A-Za-z0-9_-]{1,32}$/.test(userId))).toEqual([]);
      }),
      { numRuns: 25 },
    );
  });

  test('never have the ID of the service administrator or of the VJ', () => {
    const ids = people.map(({ userId }) => userId);
    expect(ids).not.toContain('administrator');
    expect(ids).not.toContain('vj');
  });

  test('have nicknames of their own in Chinese and in English, of at most 500 bytes', () => {
    const longest = Math.max(...nicks.map((nick) => Buffer.byteLength(nick)));
    expect(longest).toBeGreaterThan(300);
    expect(longest).toBeLessThanOrEqual(500);
    expect(new Set(nicks).size).toBe(nicks.length);
    expect(nicks.filter((nick) => /\p{Script=Han}/u.test(nick)).length).toBeGreaterThan(150);
    expect(nicks.filter((nick) => /^[A-Za-z _.]+\d*$/.test(nick)).length).toBeGreaterThan(40);
    expect(nicks.filter((nick) => /\p{Extended_Pictographic}/u.test(nick)).length).toBeGreaterThan(5);
  });

  test('count impostors among them, whose names only look like those of others', () => {
    const looksLike = (nick: string) => nick.normalize('NFKC').replace(/\p{Cf}/gu, '');
    expect(nicks).toContain('\u0430dministrator');
    expect(nicks.filter((nick) => looksLike(nick) === '小雨').length).toBeGreaterThanOrEqual(2);
  });

  test('have levels of 1 to 60, and pictures from a domain that leads nowhere or none', () => {
    expect(people.every(({ level }) => Number.isInteger(level) && level >= 1 && level <= 60)).toBe(true);
    const pictures = people.map(({ avatar }) => avatar).filter((avatar) => avatar !== '');
    expect(pictures.filter((avatar) => !/^https?:\/\/avatars\.example\//.test(avatar))).toEqual([]);
    expect(pictures.length).toBeLessThan(people.length);
  });
});
