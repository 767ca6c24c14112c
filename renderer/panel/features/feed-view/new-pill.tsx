import { ArrowDown, Pause } from 'lucide-react';
import { useStore } from 'zustand';
import { useText } from '../../i18n/index.ts';
import { type FeedStore, isHeld, isHeldByPointer, unseenCount } from '../feed/index.ts';

/** Says that the feed stands still and how much has come meanwhile; brings it back. */
export const NewPill = (props: { readonly store: FeedStore; readonly onReturn: () => void }) => {
  const { t } = useText();
  const held = useStore(props.store, (feed) => isHeld(feed.hold));
  const count = useStore(props.store, unseenCount);
  // It lies over the newest row: whoever aims at that one must not hit it instead.
  const passive = useStore(props.store, (feed) => isHeldByPointer(feed.hold));
  if (!held || (passive && count === 0)) return null;
  return (
    <button type="button" className="new-pill" data-passive={passive} onClick={props.onReturn}>
      {count > 0 ? <ArrowDown aria-hidden="true" /> : <Pause aria-hidden="true" />}
      {count > 0 ? t('feed.new', { count }) : t('feed.held')}
    </button>
  );
};
