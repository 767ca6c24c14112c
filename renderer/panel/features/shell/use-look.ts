import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { pickLanguage, speak } from '../../i18n/index.ts';
import { useTopic } from '../../panel-context.tsx';

/** Keeps the window's language and theme to the settings, and to the system where they say so. */
export const useLook = (): void => {
  const { i18n } = useTranslation();
  const settings = useTopic('settings');
  const language = settings === undefined ? undefined : pickLanguage(settings.language, navigator.languages);
  const theme = settings?.theme;

  useEffect(() => {
    if (language === undefined) return;
    let wanted = true;
    void speak(i18n, language).then(() => {
      if (wanted) document.documentElement.lang = language;
    });
    return () => {
      wanted = false;
    };
  }, [i18n, language]);

  useEffect(() => {
    if (theme === undefined) return;
    const system = matchMedia('(prefers-color-scheme: light)');
    const apply = () => {
      const light = theme === 'light' || (theme === 'system' && system.matches);
      document.documentElement.dataset.theme = light ? 'light' : 'dark';
    };
    apply();
    system.addEventListener('change', apply);
    return () => system.removeEventListener('change', apply);
  }, [theme]);
};
