import { useCallback, useEffect, useRef, useState } from 'react';
import type { AppError } from '../../../../main/contract/app-error.ts';
import type { UserCard } from '../../../../main/contract/models/user-card.ts';
import { usePanel } from '../../panel-context.tsx';
import { useMark, type Whom } from '../people/index.ts';

/** A busy person's card is read anew this often, not at every comment. */
const REFRESH_MS = 1_000;
const PAGE = 50;

export type KnownPerson = {
  readonly card: UserCard | undefined;
  readonly error: AppError | undefined;
  readonly more: () => void;
  readonly renew: () => void;
};

/** A fresh first page before the pages that were read already. */
const merged = (fresh: UserCard, before: UserCard | undefined): UserCard => {
  if (before === undefined) return fresh;
  const ids = new Set(fresh.page.hits.map(({ item }) => item.id));
  const rest = before.page.hits.filter(({ item }) => !ids.has(item.id));
  const joins = rest.length < before.page.hits.length;
  return joins ? { ...fresh, page: { ...before.page, hits: [...fresh.page.hits, ...rest] } } : fresh;
};

/** What the history knows of a person; follows what they say and what is done about them. */
export const usePerson = ({ roomKey, userId }: Whom): KnownPerson => {
  const { bridge, clock, feeds, journal } = usePanel();
  const mark = useMark({ roomKey, userId });
  const [card, setCard] = useState<UserCard | undefined>(undefined);
  const [error, setError] = useState<AppError | undefined>(undefined);
  const asked = useRef(0);

  const read = useCallback(
    async (cursor: string | undefined, anew: boolean) => {
      asked.current += 1;
      const mine = asked.current;
      const page = cursor === undefined ? {} : { cursor };
      const answer = await bridge.call('history:user', { roomKey, userId, limit: PAGE, ...page });
      if (mine !== asked.current) return;
      setError(answer.ok ? undefined : answer.error);
      if (!answer.ok) return;
      const fresh = answer.value;
      setCard((before) => {
        if (anew) return fresh;
        if (cursor === undefined || before === undefined) return merged(fresh, before);
        return { ...fresh, page: { ...fresh.page, hits: [...before.page.hits, ...fresh.page.hits] } };
      });
    },
    [bridge, roomKey, userId],
  );

  useEffect(() => {
    setCard(undefined);
    setError(undefined);
    void read(undefined, true);
    let cancel: (() => void) | undefined;
    const renewSoon = () => {
      cancel ??= clock.after(REFRESH_MS, () => {
        cancel = undefined;
        void read(undefined, false);
      });
    };
    const stopFeeds = feeds.onIntake((_, events) => {
      if (events.some((item) => item.kind === 'comment' && item.person.userId === userId)) renewSoon();
    });
    const stopJournal = journal.entries.subscribe(renewSoon);
    return () => {
      asked.current += 1;
      cancel?.();
      stopFeeds();
      stopJournal();
    };
  }, [read, clock, feeds, journal, userId]);

  const marked = useRef(mark);
  useEffect(() => {
    if (marked.current !== mark) void read(undefined, false);
    marked.current = mark;
  }, [mark, read]);

  const cursor = card?.page.cursor;
  return {
    card,
    error,
    more: () => {
      if (cursor !== undefined) void read(cursor, false);
    },
    renew: () => void read(undefined, true),
  };
};
