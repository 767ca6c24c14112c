import { LoaderCircle, RotateCcw } from 'lucide-react';
import { useText } from '../../i18n/index.ts';
import type { RoomFeed } from '../feed/index.ts';

/** What stands where no row is yet: what will come, or why nothing does. */
export const FeedEmpty = (props: {
  readonly feed: RoomFeed;
  readonly filtering: boolean;
  readonly joined: boolean;
  readonly onRetry: () => void;
}) => {
  const { t, local } = useText();
  const { feed } = props;
  if (props.filtering) return <p className="feed-empty">{t('feed.noMatch')}</p>;
  if (feed.status === 'loading')
    return (
      <p className="feed-empty">
        <LoaderCircle className="spin" aria-hidden="true" />
        {t('feed.loading')}
      </p>
    );
  if (feed.error !== undefined)
    return (
      <div className="feed-empty">
        <p>{local(feed.error.text)}</p>
        {feed.error.remedy === undefined ? null : <p>{local(feed.error.remedy)}</p>}
        <button type="button" className="btn small" onClick={props.onRetry}>
          <RotateCcw aria-hidden="true" />
          {t('toast.retry')}
        </button>
      </div>
    );
  return <p className="feed-empty">{props.joined ? t('feed.empty') : t('feed.joining')}</p>;
};
