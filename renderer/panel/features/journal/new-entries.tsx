import { useText } from '../../i18n/index.ts';

/** How many entries wait while their list holds still under the pointer. */
export const NewEntries = ({ count }: { readonly count: number }) => {
  const { t } = useText();
  return count === 0 ? null : (
    <span className="journal-news" title={t('journal.newHint')}>
      {t('journal.new', { count })}
    </span>
  );
};
