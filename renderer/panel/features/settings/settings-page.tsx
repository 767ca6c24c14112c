import { ArrowRight, Search } from 'lucide-react';
import { useStore } from 'zustand';
import { defaultSettings } from '../../../../main/contract/models/settings.ts';
import { type Text, useText } from '../../i18n/index.ts';
import { usePanel, useTopic } from '../../panel-context.tsx';
import { KeySettings, namesAnyCommand } from '../commands/index.ts';
import { HelpPart } from './help-part.tsx';
import { SectionList, sectionTitleId } from './section-list.tsx';
import { settingControls } from './setting-controls.tsx';
import { linesIn, type SettingLine, type SettingSection, settingSections } from './setting-list.ts';
import { SettingRow, settingTitleId } from './setting-row.tsx';
import { TransferPart } from './transfer-part.tsx';

/** Things that have a page of their own. */
const elsewhere = ['overlay', 'obs', 'words', 'accounts', 'rooms'] as const;

type ExtraWord =
  | 'settings.file'
  | 'settings.fileHint'
  | 'settings.export'
  | 'settings.import'
  | 'settings.resetAll'
  | 'settings.report'
  | 'settings.reportHint'
  | 'settings.folder'
  | 'settings.folderHint';

/** Words of parts that are no lines of the list. */
const extraWords: Partial<Record<SettingSection, readonly ExtraWord[]>> = {
  file: ['settings.file', 'settings.fileHint', 'settings.export', 'settings.import', 'settings.resetAll'],
  help: ['settings.report', 'settings.reportHint', 'settings.folder', 'settings.folderHint'],
};

const says = (sought: string, ...words: readonly string[]): boolean =>
  words.some((one) => one.toLowerCase().includes(sought.trim().toLowerCase()));

const finds = (line: SettingLine, sought: string, { t }: Text): boolean =>
  says(sought, t(line.title), t(line.hint), t(`settings.section.${line.section}`));

const Elsewhere = ({ sought }: { readonly sought: string }) => {
  const { t } = useText();
  const { shell } = usePanel();
  return (
    <ul className="settings-elsewhere">
      {elsewhere
        .filter((page) =>
          says(sought, t(`page.${page}`), t(`settings.go.${page}`), t('settings.section.elsewhere')),
        )
        .map((page) => (
          <li key={page} className="setting">
            <div className="setting-words">
              <h3>{t(`page.${page}`)}</h3>
              <p>{t(`settings.go.${page}`)}</p>
            </div>
            <a
              className="btn small"
              href={`#${page}`}
              onClick={(event) => {
                event.preventDefault();
                shell.setState({ page });
              }}
            >
              {t('settings.goTo', { page: t(`page.${page}`) })}
              <ArrowRight aria-hidden="true" />
            </a>
          </li>
        ))}
    </ul>
  );
};

const Section = (props: { readonly section: SettingSection; readonly sought: string }) => {
  const { section, sought } = props;
  const { t } = useText();
  const settings = useTopic('settings') ?? defaultSettings;
  const text = useText();
  const host = useTopic('app')?.host;
  const lines = linesIn(host).filter((line) => line.section === section && finds(line, sought, text));
  return (
    <section aria-labelledby={sectionTitleId(section)}>
      <h2 id={sectionTitleId(section)} tabIndex={-1}>
        {t(`settings.section.${section}`)}
      </h2>
      {lines.map((line) => {
        const Control = settingControls[line.id];
        return (
          <SettingRow key={line.id} line={line} settings={settings}>
            <Control settings={settings} titleId={settingTitleId(line)} />
          </SettingRow>
        );
      })}
      {section === 'desktop' && host === 'browser' ? (
        <p className="settings-note">{t('settings.desktopOnly')}</p>
      ) : null}
      {section === 'keys' ? (
        <KeySettings sought={says(sought, t('settings.section.keys')) ? '' : sought} />
      ) : null}
      {section === 'file' ? <TransferPart /> : null}
      {section === 'help' ? <HelpPart /> : null}
      {section === 'elsewhere' ? <Elsewhere sought={sought} /> : null}
    </section>
  );
};

/** Which parts have something to show for what is sought. */
const sectionsFor = (
  sought: string,
  lines: readonly SettingLine[],
  text: Text,
): readonly SettingSection[] => {
  const { t } = text;
  return settingSections.filter(
    (section) =>
      says(sought, t(`settings.section.${section}`)) ||
      lines.some((line) => line.section === section && finds(line, sought, text)) ||
      extraWords[section]?.some((key) => says(sought, t(key))) === true ||
      (section === 'keys' && namesAnyCommand(sought, t)) ||
      (section === 'elsewhere' &&
        elsewhere.some((page) => says(sought, t(`page.${page}`), t(`settings.go.${page}`)))),
  );
};

/** Every setting on one page, searched by its words. */
export const SettingsPage = () => {
  const text = useText();
  const { t } = text;
  const { settings: control } = usePanel();
  const sought = useStore(control.sought, (state) => state.text);
  const sections = sectionsFor(sought, linesIn(useTopic('app')?.host), text);
  return (
    <main className="page settings-page">
      <div className="page-head settings-head">
        <h1>{t('settings.title')}</h1>
        <search className="settings-search">
          <Search aria-hidden="true" />
          <input
            className="field"
            type="search"
            aria-label={t('settings.find')}
            placeholder={t('settings.find')}
            value={sought}
            onChange={(event) => control.find(event.currentTarget.value)}
          />
        </search>
      </div>
      {sections.length > 1 ? <SectionList sections={sections} /> : null}
      <p className="unseen" role="status">
        {sections.length === 0 ? t('settings.none', { text: sought }) : null}
      </p>
      {sections.length === 0 ? <p className="quiet">{t('settings.none', { text: sought })}</p> : null}
      {sections.map((section) => (
        <Section key={section} section={section} sought={sought} />
      ))}
    </main>
  );
};
