import { ChevronRight } from 'lucide-react';
import { useText } from '../../i18n/index.ts';

/** Opens a folded line to its single events; the feed listens for the press. */
export const FoldMark = ({ open }: { readonly open: boolean }) => {
  const { t } = useText();
  return (
    <button
      type="button"
      className="fold-mark"
      tabIndex={-1}
      data-fold="true"
      aria-expanded={open}
      aria-label={open ? t('feed.close') : t('feed.open')}
    >
      <ChevronRight aria-hidden="true" />
    </button>
  );
};
