import { describe, expect, it } from 'vitest';
import { enWords } from '../../../renderer/panel/i18n/en-words.ts';
import { zhCnWords } from '../../../renderer/panel/i18n/zh-cn-words.ts';

const english: Readonly<Record<string, string>> = enWords;
const chinese: Readonly<Record<string, string>> = zhCnWords;

const valuesIn = (text: string): string[] =>
  [...new Set([...text.matchAll(/\{\{([^},]+)/g)].map((match) => match[1]?.trim() ?? ''))].sort();

describe('the messages of the words page', () => {
  it('are the same in both languages', () => {
    const oneForm = Object.keys(english).filter((key) => !key.endsWith('_one'));
    expect(Object.keys(chinese).sort()).toEqual(oneForm.sort());
  });

  it('speak of the same values in both languages', () => {
    const differing = Object.keys(chinese).filter(
      (key) => valuesIn(chinese[key] ?? '').join() !== valuesIn(english[key] ?? '').join(),
    );
    expect(differing).toEqual([]);
  });

  it('are written in Chinese where they say more than a name', () => {
    const latin = Object.keys(chinese).filter((key) => !/\p{Script=Han}/u.test(chinese[key] ?? ''));
    expect(latin).toEqual(['words.readAs']);
  });
});
