import type { Person } from '../../contract/models/person.ts';
import { cleanText, httpsUrl } from './clean-text.ts';

/** Longest nickname that is kept, in UTF-16 units; the service allows 500 bytes (tencent-im A12). */
const LONGEST_NICK = 200;

/** Characters that leave no mark: blanks of all kinds, and what fonts draw as nothing. */
const unseen = /[\s\p{Z}\p{Cf}\p{Default_Ignorable_Code_Point}\u2800]/gu;

/** Whoever hides behind an empty name is called by the user ID, so that there is something to read and to aim at. */
export const person = (userId: string, nick: string, avatar: string): Person => {
  const shown = cleanText(nick).slice(0, LONGEST_NICK).toWellFormed();
  const picture = httpsUrl(avatar);
  return {
    userId,
    nick: shown.replace(unseen, '') === '' ? userId : shown,
    ...(picture && { avatar: picture }),
  };
};
