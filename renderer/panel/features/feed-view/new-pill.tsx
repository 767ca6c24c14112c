import { ArrowDown, Pause } from 'lucide-react';
import { useStore } from 'zustand';
import { useText } from '../../i18n/index.ts';
import { type FeedStore, isHeld, unseenCount } from '../feed/index.ts';

/** Says that the feed stands still and how much has come meanwhile; brings it back. */
export const NewPill = (props: { readonly store: FeedStore; readonly onReturn: () => void }) => {
  const { t } = useText();
  const held = useStore(props.store, (feed) => isHeld(feed.hold));
  const count = useStore(props.store, unseenCount);
  if (!held) return null;
  return (
    <button type="button" className="new-pill" onClick={props.onReturn}>
      {count > 0 ? <ArrowDown aria-hidden="true" /> : <Pause aria-hidden="true" />}
      {count > 0 ? t('feed.new', { count }) : t('feed.held')}
    </button>
  );
};
