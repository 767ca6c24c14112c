import { createInstance, type i18n } from 'i18next';
import { initReactI18next } from 'react-i18next';
import type { Language } from '../../../main/contract/app-error.ts';
import { loadMessages, type Messages } from './load-messages.ts';

export const createI18n = (language: Language, messages: Messages): i18n => {
  const instance = createInstance();
  void instance.use(initReactI18next).init({
    lng: language,
    fallbackLng: false,
    resources: { [language]: { translation: messages } },
    keySeparator: false,
    nsSeparator: false,
    initAsync: false,
    interpolation: { escapeValue: false },
  });
  return instance;
};

/** Goes over to a language, once its messages are here: until then, and where they cannot be had, the old one stays. */
export const speak = async (instance: i18n, language: Language): Promise<void> => {
  if (!instance.hasResourceBundle(language, 'translation'))
    instance.addResourceBundle(language, 'translation', await loadMessages(language));
  await instance.changeLanguage(language);
};
