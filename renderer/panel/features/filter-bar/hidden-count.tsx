import { useText } from '../../i18n/index.ts';

/** How many rows in memory the filter keeps from the screen. */
export const HiddenCount = ({ count }: { readonly count: number }) => {
  const { t } = useText();
  return <span className="filter-hides">{t('filter.hides', { count })}</span>;
};
