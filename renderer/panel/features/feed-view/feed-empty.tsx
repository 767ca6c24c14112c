import { LoaderCircle, RotateCcw } from 'lucide-react';
import { useStore } from 'zustand';
import type { Room } from '../../../../main/contract/models/room.ts';
import { useText } from '../../i18n/index.ts';
import { usePanel } from '../../panel-context.tsx';
import type { FeedStore } from '../feed/index.ts';

/** What stands where no row is yet: what will come, or why nothing does. */
export const FeedEmpty = (props: {
  readonly store: FeedStore;
  readonly room: Room | undefined;
  readonly empty: string | undefined;
}) => {
  const { t, local } = useText();
  const { feeds } = usePanel();
  const { store, room } = props;
  const feed = useStore(store);
  if (feed.sieve !== undefined) return <p className="feed-empty">{t('feed.noMatch')}</p>;
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
        <button type="button" className="btn small" onClick={() => void feeds.reload(feed.roomKey)}>
          <RotateCcw aria-hidden="true" />
          {t('toast.retry')}
        </button>
      </div>
    );
  if (props.empty !== undefined) return <p className="feed-empty">{props.empty}</p>;
  const joined = room?.connection.state === 'live';
  return <p className="feed-empty">{joined ? t('feed.empty') : t('feed.joining')}</p>;
};
