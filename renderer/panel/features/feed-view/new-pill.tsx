import { ArrowDown, Pause } from 'lucide-react';
import { useText } from '../../i18n/index.ts';
import { isHeld, type RoomFeed, unseenCount } from '../feed/index.ts';

/** Says that the feed stands still and how much has come meanwhile; brings it back. */
export const NewPill = ({ feed, onReturn }: { readonly feed: RoomFeed; readonly onReturn: () => void }) => {
  const { t } = useText();
  if (!isHeld(feed.hold)) return null;
  const count = unseenCount(feed);
  return (
    <button type="button" className="new-pill" onClick={onReturn}>
      {count > 0 ? <ArrowDown aria-hidden="true" /> : <Pause aria-hidden="true" />}
      {count > 0 ? t('feed.new', { count }) : t('feed.held')}
    </button>
  );
};
