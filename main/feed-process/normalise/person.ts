import type { Person } from '../../contract/models/person.ts';
import { cleanText, httpsUrl } from './clean-text.ts';

/** Longest nickname that is kept, in UTF-16 units; the service allows 500 bytes (tencent-im A12). */
const LONGEST_NICK = 200;

export const person = (userId: string, nick: string, avatar: string): Person => {
  const shown = cleanText(nick).slice(0, LONGEST_NICK).toWellFormed();
  const picture = httpsUrl(avatar);
  return { userId, nick: shown === '' ? userId : shown, ...(picture && { avatar: picture }) };
};
