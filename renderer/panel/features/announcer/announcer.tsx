import { useEffect, useState } from 'react';
import { useStore } from 'zustand';
import { type Text, useText } from '../../i18n/index.ts';
import { usePanel, useRoomNames } from '../../panel-context.tsx';
import { useColumnNames } from '../deck/index.ts';
import { actionText, type LastAct } from '../moderation/index.ts';
import { addNews, type News, noNews } from './news.ts';

/** A screen reader hears of new comments at most this often; in a busy room every one would drown everything. */
const EVERY_MS = 6_000;

const newsText = (news: News, roomName: (key: string) => string, { t }: Text): string =>
  [...news]
    .map(([roomKey, { comments, held }]) => {
      const said = t('announce.comments', { count: comments, room: roomName(roomKey) });
      return held > 0 ? `${said} ${t('announce.held', { count: held })}` : said;
    })
    .join(' ');

const actNews = (act: LastAct, text: Text): string => {
  const what = actionText(act.action, text);
  const done = act.undo ? text.t('announce.undone', { what }) : text.t('announce.done', { what });
  return act.status === 'failed' ? text.t('failed.act', { what }) : done;
};

/** Where a key has put a column; a drag tells of itself. */
const MovedColumn = () => {
  const { t } = useText();
  const moved = useStore(usePanel().deck, (state) => state.moved);
  const nameOf = useColumnNames();
  return (
    <p aria-live="polite">
      {moved === null ? '' : t('column.dropped', { name: nameOf(moved.id), n: moved.n, of: moved.of })}
    </p>
  );
};

/** Tells those who cannot see the screen what happens on it, without a flood. */
export const Announcer = () => {
  const text = useText();
  const { feeds, clock, moderation } = usePanel();
  const names = useRoomNames();
  const last = useStore(moderation.state, (state) => state.last);
  const [news, setNews] = useState<News>(noNews);

  useEffect(() => {
    let gathered = noNews;
    let cancel: (() => void) | undefined;
    const stop = feeds.onIntake((roomKey, events) => {
      gathered = addNews(gathered, roomKey, events);
      if (gathered.size === 0) return;
      cancel ??= clock.after(EVERY_MS, () => {
        cancel = undefined;
        setNews(gathered);
        gathered = noNews;
      });
    });
    return () => {
      cancel?.();
      stop();
    };
  }, [feeds, clock]);

  return (
    <div className="unseen">
      <p aria-live="polite">{newsText(news, (key) => names[key] ?? key, text)}</p>
      <p aria-live="polite">{last === null || last.status === 'pending' ? '' : actNews(last, text)}</p>
      <MovedColumn />
    </div>
  );
};
