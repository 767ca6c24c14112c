import { createInstance, type i18n } from 'i18next';
import { initReactI18next } from 'react-i18next';
import type { Language } from '../../../main/contract/app-error.ts';
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

export const createI18n = (language: Language): i18n => {
  const instance = createInstance();
  void instance.use(initReactI18next).init({
    lng: language,
    fallbackLng: false,
    resources: {
      en: {
        translation: {
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
        },
      },
      'zh-CN': {
        translation: {
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
        },
      },
    },
    keySeparator: false,
    nsSeparator: false,
    initAsync: false,
    interpolation: { escapeValue: false },
  });
  return instance;
};
