import { useEffect, useState } from 'react';
import type { RoomKey } from '../../../../main/contract/models/feed-item.ts';
import { usePanel } from '../../panel-context.tsx';
import { commentsBy, type FeedEvent, type Feeds, type Said } from '../feed/index.ts';

/** A busy person's list is made anew this often, not at every comment. */
const REFRESH_MS = 1_000;

const collect = (feeds: Feeds, accountId: string | undefined, userId: string): readonly Said[] => {
  const open = feeds.all().map((store) => store.getState());
  const mine = open.filter((feed) => feed.roomKey.startsWith(`${accountId}/`));
  return commentsBy(mine, userId);
};

const isBy = (userId: string) => (item: FeedEvent) =>
  item.kind === 'comment' && item.person.userId === userId;

/** What a person said in this session, newest first, over all open rooms of the account. */
export const useSaid = (accountId: string | undefined, userId: string): readonly Said[] => {
  const { feeds, clock } = usePanel();
  const [said, setSaid] = useState<readonly Said[]>([]);
  useEffect(() => {
    let cancel: (() => void) | undefined;
    const renew = () => {
      cancel = undefined;
      setSaid(collect(feeds, accountId, userId));
    };
    renew();
    const stop = feeds.onIntake((_: RoomKey, events) => {
      if (cancel === undefined && events.some(isBy(userId))) cancel = clock.after(REFRESH_MS, renew);
    });
    return () => {
      cancel?.();
      stop();
    };
  }, [feeds, clock, accountId, userId]);
  return said;
};
