import { useText } from '../../i18n/index.ts';
import type { SettingSection } from './setting-list.ts';

export const sectionTitleId = (section: SettingSection): string => `settings-${section}`;

const goTo = (section: SettingSection) => {
  const title = document.getElementById(sectionTitleId(section));
  title?.scrollIntoView({ block: 'start' });
  title?.focus({ preventScroll: true });
};

/** The parts of a long page at its side, each a press away, where the window is wide enough. */
export const SectionList = ({ sections }: { readonly sections: readonly SettingSection[] }) => {
  const { t } = useText();
  return (
    <nav className="settings-sections" aria-label={t('settings.sections')}>
      <ul>
        {sections.map((section) => (
          <li key={section}>
            <button type="button" onClick={() => goTo(section)}>
              {t(`settings.section.${section}`)}
            </button>
          </li>
        ))}
      </ul>
    </nav>
  );
};
