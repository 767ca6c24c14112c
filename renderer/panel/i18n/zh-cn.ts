import { zhCnAccounts } from './zh-cn-accounts.ts';
import { zhCnActs } from './zh-cn-acts.ts';
import { zhCnColumns } from './zh-cn-columns.ts';
import { zhCnDeck } from './zh-cn-deck.ts';
import { zhCnDesktop } from './zh-cn-desktop.ts';
import { zhCnObs } from './zh-cn-obs.ts';
import { zhCnOverlay } from './zh-cn-overlay.ts';
import { zhCnPages } from './zh-cn-pages.ts';
import { zhCnPeople } from './zh-cn-people.ts';
import { zhCnPicture } from './zh-cn-picture.ts';
import { zhCnRooms } from './zh-cn-rooms.ts';
import { zhCnServiceWords } from './zh-cn-service-words.ts';
import { zhCnSettings } from './zh-cn-settings.ts';
import { zhCnWords } from './zh-cn-words.ts';

/** Every message in Simplified Chinese; loaded only where it is spoken. */
export const chinese = {
  ...zhCnActs,
  ...zhCnDeck,
  ...zhCnColumns,
  ...zhCnPages,
  ...zhCnWords,
  ...zhCnServiceWords,
  ...zhCnAccounts,
  ...zhCnRooms,
  ...zhCnPeople,
  ...zhCnPicture,
  ...zhCnObs,
  ...zhCnSettings,
  ...zhCnDesktop,
  ...zhCnOverlay,
};
