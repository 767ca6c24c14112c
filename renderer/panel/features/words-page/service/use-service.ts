import { useCallback, useEffect, useRef, useState } from 'react';
import type { AppError } from '../../../../../main/contract/app-error.ts';
import type {
  AuditLabel,
  ServiceWord,
  WordDeed,
  WordView,
} from '../../../../../main/contract/models/service-words.ts';
import type { RuleLevel } from '../../../../../main/contract/models/word-rule.ts';
import { usePanel, useTopic } from '../../../panel-context.tsx';
import { createPaged } from '../paged.ts';
import { useAsk } from '../use-ask.ts';

type Filter = { readonly accountId: string; readonly view: WordView; readonly text: string };

/** A pause in the typing that long, and the list is searched. */
const PAUSE_MS = 150;

/** The service's lists of one account: asked for when it is chosen, then followed. */
export const useService = () => {
  const { bridge, clock } = usePanel();
  const ask = useAsk();
  const accounts = Object.values(useTopic('accounts') ?? {});
  const [chosen, choose] = useState<string | undefined>(undefined);
  const account =
    accounts.find(({ id }) => id === chosen) ?? accounts.find(({ admin }) => admin === true) ?? accounts[0];
  const accountId = account?.id;
  const state = useTopic('serviceWords')?.[accountId ?? ''];
  const [refusal, setRefusal] = useState<AppError | undefined>(undefined);
  const [view, setView] = useState<WordView>('all');
  const [text, setText] = useState('');
  /** What new words are filed as in a library of cloud moderation. */
  const [label, setLabel] = useState<AuditLabel>('Abuse');
  const turn = useRef(0);

  const open = useCallback(
    async (listId?: string) => {
      if (accountId === undefined) return;
      turn.current += 1;
      const mine = turn.current;
      const answer = await bridge.call('service-words:open', { accountId, ...(listId && { listId }) });
      if (mine === turn.current) setRefusal(answer.ok ? undefined : answer.error);
    },
    [bridge, accountId],
  );
  const isReady = account?.session.state === 'ready';
  const wasOpen = state !== undefined;
  useEffect(() => {
    setRefusal(undefined);
    // What another panel opened already is shown as it is.
    if (isReady && !wasOpen) void open();
  }, [isReady, wasOpen, open]);

  const [pages] = useState(() =>
    createPaged<ServiceWord, Filter>({
      first: { accountId: '', view: 'all', text: '' },
      read: (filter, part) => bridge.call('service-words:page', { ...filter, ...part }),
    }),
  );
  const inSight = useRef({ first: 0, last: 0 });
  const shown = useRef('');
  const revision = state?.revision;
  useEffect(() => {
    if (accountId === undefined || revision === undefined) return;
    const name = `${accountId} ${view} ${text}`;
    const same = shown.current === name;
    shown.current = name;
    const { first, last } = same ? inSight.current : { first: 0, last: 0 };
    const wait = same || text === '' ? 0 : PAUSE_MS;
    return clock.after(wait, () => pages.show({ accountId, view, text }, first, last));
  }, [pages, accountId, view, text, revision, clock]);

  return {
    accounts,
    account,
    choose,
    state,
    error: refusal ?? state?.error ?? undefined,
    open,
    view,
    setView,
    text,
    setText,
    label,
    setLabel,
    pages,
    inSight,
    sync: (deed: WordDeed, words: readonly ServiceWord[] | undefined, level?: RuleLevel) => {
      if (accountId === undefined) return;
      const named = words?.map(({ word, pattern }) => ({ word, pattern }));
      void ask('service-words:sync', {
        accountId,
        deed,
        ...(named && { words: named }),
        ...(level && { level }),
        label,
      });
    },
    cancel: () => void (accountId !== undefined && ask('service-words:cancel', { accountId })),
  };
};
export type Service = ReturnType<typeof useService>;
