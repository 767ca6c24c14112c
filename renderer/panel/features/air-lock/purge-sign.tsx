import { CircleAlert, CircleCheck, X } from 'lucide-react';
import { useStore } from 'zustand';
import { useText } from '../../i18n/index.ts';
import { usePanel } from '../../panel-context.tsx';

/** Whether the last thing taken off is really gone from every picture, and how fast that was. */
export const PurgeSign = () => {
  const { t } = useText();
  const { picture } = usePanel();
  const news = useStore(picture.purged);
  if (news === null) return null;
  if (news.missing.length === 0)
    return (
      <output className="status-item purge-sign" data-state="gone">
        <CircleCheck aria-hidden="true" />
        <span className="status-what">
          {t('purge.gone', { count: news.answered, ms: Math.round(news.ms) })}
        </span>
      </output>
    );
  const who = news.missing
    .map(({ overlay, obs }) => (obs ? t('purge.who', { overlay }) : overlay))
    .join(', ');
  return (
    <span className="status-item purge-sign" data-state="missing" role="alert">
      <CircleAlert aria-hidden="true" />
      <span className="status-what">{t('purge.missing', { who })}</span>
      <button
        type="button"
        className="icon-btn small"
        aria-label={t('purge.seen')}
        onClick={() => picture.purged.setState(null, true)}
      >
        <X aria-hidden="true" />
      </button>
    </span>
  );
};
