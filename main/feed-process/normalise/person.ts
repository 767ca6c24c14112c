import type { Person } from '../../contract/models/person.ts';
import { invisiblePattern } from '../../core/words/character-kinds.ts';
import { cleanText, httpsUrl } from './clean-text.ts';

/** Longest nickname that is kept, in UTF-16 units; the service allows 500 bytes (tencent-im A12). */
const LONGEST_NICK = 200;

const isSeen = (character: string): boolean => character.trim() !== '' && !invisiblePattern.test(character);

/** Whoever hides behind an empty name is called by the user ID, so that there is something to read and to aim at. */
export const person = (userId: string, nick: string, avatar: string): Person => {
  const shown = cleanText(nick).slice(0, LONGEST_NICK).toWellFormed();
  const picture = httpsUrl(avatar);
  return {
    userId,
    nick: [...shown].some(isSeen) ? shown : userId,
    ...(picture && { avatar: picture }),
  };
};
