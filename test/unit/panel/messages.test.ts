import { describe, expect, it } from 'vitest';
import { enAccounts } from '../../../renderer/panel/i18n/en-accounts.ts';
import { enDeck } from '../../../renderer/panel/i18n/en-deck.ts';
import { enPages } from '../../../renderer/panel/i18n/en-pages.ts';
import { enPicture } from '../../../renderer/panel/i18n/en-picture.ts';
import { enRooms } from '../../../renderer/panel/i18n/en-rooms.ts';
import { zhCnAccounts } from '../../../renderer/panel/i18n/zh-cn-accounts.ts';
import { zhCnDeck } from '../../../renderer/panel/i18n/zh-cn-deck.ts';
import { zhCnPages } from '../../../renderer/panel/i18n/zh-cn-pages.ts';
import { zhCnPicture } from '../../../renderer/panel/i18n/zh-cn-picture.ts';
import { zhCnRooms } from '../../../renderer/panel/i18n/zh-cn-rooms.ts';

const english: Readonly<Record<string, string>> = {
  ...enDeck,
  ...enPages,
  ...enAccounts,
  ...enRooms,
  ...enPicture,
};
const chinese: Readonly<Record<string, string>> = {
  ...zhCnDeck,
  ...zhCnPages,
  ...zhCnAccounts,
  ...zhCnRooms,
  ...zhCnPicture,
};

const valuesIn = (text: string): string[] =>
  [...new Set([...text.matchAll(/\{\{([^},]+)/g)].map((match) => match[1]?.trim() ?? ''))].sort();

describe('the messages', () => {
  it('are the same in both languages', () => {
    const oneForm = Object.keys(english).filter((key) => !key.endsWith('_one'));
    expect(Object.keys(chinese).sort()).toEqual(oneForm.sort());
  });

  it('speak of the same values in both languages, but for counts that Chinese leaves out', () => {
    const differing = Object.keys(chinese).filter(
      (key) => valuesIn(chinese[key] ?? '').join() !== valuesIn(english[key] ?? '').join(),
    );
    expect(differing.filter((key) => !key.startsWith('feed.liked'))).toEqual([]);
  });

  it('are none of them empty', () => {
    expect(
      [...Object.values(english), ...Object.values(chinese)].filter((text) => text.trim() === ''),
    ).toEqual([]);
  });

  it('are written in Chinese where they say more than a name', () => {
    const names = new Set(['overlay.inObs', 'keys.app', 'status.as', 'verdict.because']);
    const latin = Object.keys(chinese).filter((key) => !/\p{Script=Han}/u.test(chinese[key] ?? ''));
    expect(latin.filter((key) => !names.has(key))).toEqual([]);
  });
});
