import { enAccounts } from './en-accounts.ts';
import { enActs } from './en-acts.ts';
import { enColumns } from './en-columns.ts';
import { enDeck } from './en-deck.ts';
import { enDesktop } from './en-desktop.ts';
import { enObs } from './en-obs.ts';
import { enOverlay } from './en-overlay.ts';
import { enPages } from './en-pages.ts';
import { enPeople } from './en-people.ts';
import { enPicture } from './en-picture.ts';
import { enRooms } from './en-rooms.ts';
import { enServiceWords } from './en-service-words.ts';
import { enSettings } from './en-settings.ts';
import { enWords } from './en-words.ts';

/** Every message in English; loaded only where English is spoken. */
export const english = {
  ...enActs,
  ...enDeck,
  ...enColumns,
  ...enPages,
  ...enWords,
  ...enServiceWords,
  ...enAccounts,
  ...enRooms,
  ...enPeople,
  ...enPicture,
  ...enObs,
  ...enSettings,
  ...enDesktop,
  ...enOverlay,
};
